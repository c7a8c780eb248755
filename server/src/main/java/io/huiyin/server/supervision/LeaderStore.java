package io.huiyin.server.supervision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeaderStore {

    private final JdbcClient sql;

    LeaderStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Leaders.Leader> all() {
        return sql.sql("SELECT account_id AS account, office FROM supervision.leader ORDER BY office, account_id")
                .query(Leaders.Leader.class)
                .list();
    }

    Optional<String> office(UUID account) {
        return sql.sql("SELECT office FROM supervision.leader WHERE account_id = :account")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    void save(Leaders.Leader leader) {
        sql.sql("""
                INSERT INTO supervision.leader (account_id, office) VALUES (:account, :office)
                ON CONFLICT (account_id) DO UPDATE SET office = excluded.office""")
                .param("account", leader.account())
                .param("office", leader.office())
                .update();
    }
}
