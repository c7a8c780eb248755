package io.huiyin.server.ledger;

import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.sql.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
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

    private static final SecureRandom RANDOM = new SecureRandom();

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

    /**
     * Commits to a fact without saying what it is.
     *
     * @param domain what kind of fact it is; part of what is committed to, so that no fact can be taken for one of another kind
     * @return the salt that opens the commitment, 32 bytes; it is kept with the fact
     */
    public byte[] commit(EntryKind kind, String domain, Map<String, ?> fact) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        byte[] commitment = Hashes.commitment("huiyin-" + domain + "-v1", salt, Entry.canonical(domain, fact));
        append(kind, Map.of("commitment", HexFormat.of().formatHex(commitment)));
        return salt;
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
