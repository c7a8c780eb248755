package io.huiyin.server.demo;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoOnly
class GreetingStore {

    private final JdbcClient sql;

    GreetingStore(JdbcClient sql) {
        this.sql = sql;
    }

    LocalDate today() {
        return sql.sql("SELECT today FROM demo.county").query(LocalDate.class).single();
    }
}
