package io.huiyin.server.demo;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoOnly
class GreetingStore {

    private final JdbcClient sql;

    GreetingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Matters closed since then that nobody has rated, the same ones on every machine. */
    List<UUID> unrated(Instant since, int limit) {
        return sql.sql("""
                SELECT m.id
                  FROM matter.shared_matter m
                 WHERE m.closed_at >= :since
                   AND NOT EXISTS (SELECT 1 FROM rating.shared_counting r WHERE r.matter_id = m.id)
                 ORDER BY md5(m.matter_no)
                 LIMIT :limit""")
                .param("since", SqlTime.of(since))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    LocalDate today() {
        return sql.sql("SELECT today FROM demo.county").query(LocalDate.class).single();
    }
}
