package io.huiyin.server.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoOnly
class LoadStore {

    private final JdbcClient sql;

    LoadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The ids of matters, by the platforms' numbers. */
    Map<String, UUID> ids(Collection<String> numbers) {
        Map<String, UUID> ids = new HashMap<>();
        sql.sql("SELECT id, matter_no FROM matter.shared_matter WHERE matter_no = ANY (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("matter_no"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    /** The platforms' numbers of matters, by id. */
    Map<UUID, String> numbers(Collection<UUID> matters) {
        Map<UUID, String> numbers = new HashMap<>();
        sql.sql("SELECT id, matter_no FROM matter.shared_matter WHERE id = ANY (:ids)")
                .param("ids", matters.toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), row.getString("matter_no"));
                });
        return numbers;
    }
}
