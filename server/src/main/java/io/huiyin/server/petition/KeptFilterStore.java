package io.huiyin.server.petition;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeptFilterStore {

    private final JdbcClient sql;

    KeptFilterStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<KeptFilter> of(UUID account) {
        return sql.sql(
                        "SELECT id, name, unit_code, queue, opens FROM petition.kept_filter WHERE account_id = :account ORDER BY name, id")
                .param("account", account)
                .query((row, n) -> new KeptFilter(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        DeskFilter.of(row.getString("unit_code"), row.getString("queue")),
                        row.getBoolean("opens")))
                .list();
    }

    /** One of the same name becomes this one. */
    void keep(UUID account, KeptFilter kept) {
        sql.sql("""
                INSERT INTO petition.kept_filter (id, account_id, name, unit_code, queue)
                VALUES (:id, :account, :name, :unit, :queue)
                ON CONFLICT (account_id, name) DO UPDATE SET unit_code = :unit, queue = :queue""")
                .param("id", kept.id())
                .param("account", account)
                .param("name", kept.name())
                .param("unit", kept.filter().unit(), Types.VARCHAR)
                .param("queue", kept.filter().state())
                .update();
    }

    /** The list opens with no other from now on; with none of that name it opens as it is. */
    void opens(UUID account, String name) {
        sql.sql("UPDATE petition.kept_filter SET opens = false WHERE account_id = :account AND opens")
                .param("account", account)
                .update();
        sql.sql("UPDATE petition.kept_filter SET opens = true WHERE account_id = :account AND name = :name")
                .param("account", account)
                .param("name", name)
                .update();
    }

    void remove(UUID account, UUID id) {
        sql.sql("DELETE FROM petition.kept_filter WHERE account_id = :account AND id = :id")
                .param("account", account)
                .param("id", id)
                .update();
    }
}
