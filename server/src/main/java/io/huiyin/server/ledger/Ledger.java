package io.huiyin.server.ledger;

import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.sql.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 公开登记簿: writes what happened into the log, in the transaction in which it happens, so that no committed fact is missing. No
 * personal data goes in: a record is committed to with a salt ({@link Hashes#commitment}).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    private final LedgerStore store;
    private final Clock clock;

    Ledger(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An entry as written.
     *
     * @param leafHash RFC 6962 leaf hash of the canonical bytes, 32 bytes
     */
    public record Written(UUID id, byte[] leafHash) {}

    public Written append(EntryKind kind, Map<String, ?> members) {
        return appendAll(kind, List.of(members)).getFirst();
    }

    /** Many entries of one kind in one statement; the answers are in the order of the members. */
    public List<Written> appendAll(EntryKind kind, List<? extends Map<String, ?>> entries) {
        List<Written> written = new ArrayList<>(entries.size());
        List<byte[]> bodies = new ArrayList<>(entries.size());
        for (Map<String, ?> members : entries) {
            byte[] body = Entry.canonical(kind.word(), members);
            bodies.add(body);
            written.add(new Written(Ids.next(), Hashes.leaf(body)));
        }
        store.insert(kind.word(), written, bodies, clock.instant());
        return written;
    }
}
