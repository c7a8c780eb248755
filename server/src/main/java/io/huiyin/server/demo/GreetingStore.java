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

    /** The number of a petition that is answered and waits for its petitioner's word. */
    String answered() {
        return sql.sql("""
                SELECT petition_no FROM petition.shared_petition
                 WHERE procedure = 'ANSWERED' AND outcome = 'NOT_ASKED' AND petition_no ~ '^\\d{16}$'
                 ORDER BY received_at LIMIT 1""").query(String.class).optional().orElse("new");
    }

    LocalDate today() {
        return sql.sql("SELECT today FROM demo.county").query(LocalDate.class).single();
    }
}
