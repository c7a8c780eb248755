package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftStore {

    private final JdbcClient sql;

    DraftStore(JdbcClient sql) {
        this.sql = sql;
    }

    Draft of(UUID petition, List<Claim> claims) {
        return sql.sql("SELECT version, saved_by, saved_at FROM petition.draft WHERE petition_id = :petition")
                .param("petition", petition)
                .query((row, n) -> new Draft(
                        row.getLong("version"),
                        row.getString("saved_by"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        claims))
                .optional()
                .orElseGet(() -> new Draft(0, null, null, claims));
    }

    void saved(UUID petition, String by, Instant at) {
        sql.sql("""
                INSERT INTO petition.draft AS d (petition_id, version, saved_by, saved_at) VALUES (:petition, 1, :by, :at)
                ON CONFLICT (petition_id) DO UPDATE SET version = d.version + 1, saved_by = :by, saved_at = :at""")
                .param("petition", petition)
                .param("by", by)
                .param("at", SqlTime.of(at))
                .update();
    }
}
