package io.huiyin.server.assessment;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units are called now. */
@Repository
class UnitNames {

    private final JdbcClient sql;

    UnitNames(JdbcClient sql) {
        this.sql = sql;
    }

    private record Named(String code, String name) {}

    Map<String, String> all() {
        return sql.sql("SELECT code, name FROM organization.shared_unit").query(Named.class).list().stream()
                .collect(Collectors.toMap(Named::code, Named::name));
    }
}
