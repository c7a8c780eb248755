package io.huiyin.server.matter;

import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the closing of matters into the log: only a commitment to the record, so that nobody can read it there and nobody can
 * change the record unseen.
 */
@Component
class Closings {

    static final String TAG = "huiyin-matter-closed-v1";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger ledger;

    Closings(Ledger ledger) {
        this.ledger = ledger;
    }

    void seal(List<MatterRow> closed) {
        if (closed.isEmpty()) return;
        byte[] random = new byte[32 * closed.size()];
        RANDOM.nextBytes(random);
        List<byte[]> salts = new ArrayList<>(closed.size());
        List<Map<String, String>> entries = new ArrayList<>(closed.size());
        for (int i = 0; i < closed.size(); i++) {
            byte[] salt = java.util.Arrays.copyOfRange(random, 32 * i, 32 * i + 32);
            salts.add(salt);
            byte[] commitment = Hashes.commitment(TAG, salt, record(closed.get(i)));
            entries.add(Map.of("commitment", HexFormat.of().formatHex(commitment)));
        }
        List<Ledger.Written> written = ledger.appendAll(EntryKind.MATTER_CLOSED, entries);
        for (int i = 0; i < closed.size(); i++)
            closed.get(i).sealed(written.get(i).id(), salts.get(i));
    }

    /** The record that is committed to: what the assessment uses, in the canonical form of the log's entries. */
    static byte[] record(MatterRow row) {
        NewMatter matter = row.matter();
        Map<String, String> record = new TreeMap<>();
        record.put("matter", matter.number());
        record.put("unit", matter.place().unit());
        put(record, "section", matter.place().section());
        put(record, "post", matter.place().post());
        put(record, "received_by", matter.hands().received());
        put(record, "decided_by", matter.hands().decided());
        put(record, "delivered_by", matter.hands().delivered());
        record.put("service", matter.service().code());
        record.put("service_class", row.serviceClass().word());
        record.put("opened_at", matter.openedAt().toString());
        record.put("closed_at", row.ending().at().toString());
        record.put("outcome", row.ending().outcome().word());
        return Entry.canonical("matter", record);
    }

    private static void put(Map<String, String> record, String name, @Nullable String value) {
        if (value != null) record.put(name, value);
    }
}
