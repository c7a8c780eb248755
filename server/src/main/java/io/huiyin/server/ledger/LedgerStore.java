package io.huiyin.server.ledger;

import io.huiyin.server.ledger.Ledger.Written;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerStore {

    private final JdbcClient sql;

    LedgerStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(String kind, List<Written> written, List<byte[]> bodies, Instant now) {
        sql.sql("""
                WITH e AS (
                    INSERT INTO ledger.entry (id, kind, body, leaf_hash, written_at)
                    SELECT id, :kind, body, leaf_hash, :now
                      FROM unnest(:ids::uuid[], :bodies::bytea[], :hashes::bytea[]) AS t (id, body, leaf_hash)
                    RETURNING id)
                INSERT INTO ledger.waiting (entry_id) SELECT id FROM e""")
                .param("kind", kind)
                .param("now", SqlTime.of(now))
                .param("ids", written.stream().map(Written::id).toArray(UUID[]::new))
                .param("bodies", bodies.toArray(byte[][]::new))
                .param("hashes", written.stream().map(Written::leafHash).toArray(byte[][]::new))
                .update();
    }

    /** Gives the next positions to entries that wait, oldest first; one sequencer at a time, the others find nothing to do. */
    int placeWaiting(int most) {
        boolean mine = sql.sql("SELECT pg_try_advisory_xact_lock(hashtext('ledger.sequencer'))")
                .query(Boolean.class)
                .single();
        if (!mine) return 0;
        return sql.sql("""
                WITH next AS (
                    DELETE FROM ledger.waiting
                     WHERE entry_id IN (SELECT entry_id FROM ledger.waiting ORDER BY entry_id LIMIT :most)
                    RETURNING entry_id)
                INSERT INTO ledger.place (position, entry_id)
                SELECT (SELECT coalesce(max(position) + 1, 0) FROM ledger.place) + row_number() OVER (ORDER BY entry_id) - 1, entry_id
                  FROM next""").param("most", most).update();
    }
}
