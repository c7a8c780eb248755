package io.huiyin.server.access;

import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityReadStore {

    private final JdbcClient sql;

    IdentityReadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param account null when the system sends a message
     */
    record Read(UUID person, @Nullable UUID account, String role, Purpose purpose, String subject) {}

    List<IdentityReads.Look> of(UUID person) {
        return sql.sql("""
                SELECT role, purpose, max(read_at) AS at, count(*) AS times
                  FROM access.identity_read WHERE person_id = :person
                 GROUP BY role, purpose, CASE WHEN purpose <> 'message' THEN id END
                 ORDER BY at DESC""")
                .param("person", person)
                .query(IdentityReads.Look.class)
                .list();
    }

    void insert(Read read, Instant now) {
        sql.sql("""
                INSERT INTO access.identity_read (id, person_id, account_id, role, purpose, subject, read_at)
                VALUES (:id, :person, :account, :role, :purpose, :subject, :now)
                ON CONFLICT (subject) WHERE purpose = 'message' DO NOTHING""")
                .param("id", Ids.next())
                .param("person", read.person())
                .param("account", read.account(), Types.OTHER)
                .param("role", read.role())
                .param("purpose", read.purpose().word())
                .param("subject", read.subject())
                .param("now", SqlTime.of(now))
                .update();
    }
}
