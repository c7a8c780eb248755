package io.huiyin.server.access;

import io.huiyin.server.identity.Role;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityReadStore {

    private final JdbcClient sql;

    IdentityReadStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Read(UUID person, UUID account, Role role, Purpose purpose, String subject) {}

    List<IdentityReads.Look> of(UUID person) {
        return sql.sql(
                        "SELECT role, purpose, read_at AS at FROM access.identity_read WHERE person_id = :person ORDER BY read_at DESC")
                .param("person", person)
                .query(IdentityReads.Look.class)
                .list();
    }

    void insert(Read read, Instant now) {
        sql.sql("""
                INSERT INTO access.identity_read (id, person_id, account_id, role, purpose, subject, read_at)
                VALUES (:id, :person, :account, :role, :purpose, :subject, :now)""")
                .param("id", Ids.next())
                .param("person", read.person())
                .param("account", read.account())
                .param("role", read.role().name())
                .param("purpose", read.purpose().word())
                .param("subject", read.subject())
                .param("now", SqlTime.of(now))
                .update();
    }
}
