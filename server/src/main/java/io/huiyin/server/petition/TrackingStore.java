package io.huiyin.server.petition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrackingStore {

    private final JdbcClient sql;

    TrackingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a petition says, and the name of the unit it is with. */
    record Words(
            String title, @Nullable String body, @Nullable String unit) {}

    Words words(UUID petition) {
        return sql.sql("""
                SELECT p.title, p.body, u.name AS unit
                  FROM petition.petition p LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE p.id = :petition""").param("petition", petition).query(Words.class).single();
    }
}
