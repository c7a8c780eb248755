package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class DatabaseGuardTest {

    @Autowired
    JdbcClient sql;

    @Test
    void an_acknowledged_row_is_on_disk() {
        assertThat(sql.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
        assertThat(sql.sql("SHOW synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }
}
