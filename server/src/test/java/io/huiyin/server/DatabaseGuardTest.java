package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.sql.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@HuiyinTest
class DatabaseGuardTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource application;

    @Test
    void an_acknowledged_row_is_on_disk() {
        assertThat(sql.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
        assertThat(sql.sql("SHOW full_page_writes").query(String.class).single())
                .isEqualTo("on");
        assertThat(sql.sql("SHOW synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    void the_database_listens_on_loopback_and_asks_for_a_password() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            assertThat(JdbcClient.create(new SingleConnectionDataSource(superuser, true))
                            .sql("SELECT DISTINCT auth_method FROM pg_hba_file_rules")
                            .query(String.class)
                            .list())
                    .containsExactly("scram-sha-256");
        }
        assertThat(sql.sql("SHOW listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void the_application_rewrites_nothing_and_cannot_give_itself_the_right() throws SQLException {
        try (Connection connection = application.getConnection()) {
            Rights.assertNothingIsRewritten(connection);
            Rights.assertAnOrdinaryAccount(connection, LocalPostgres.OWNER);
        }
    }

    @Test
    void a_superuser_is_refused() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            assertRefused(superuser, "superuser");
        }
    }

    @Test
    void the_owner_of_tables_is_refused() throws SQLException {
        try (Connection owner = TestDatabase.owner()) {
            assertRefused(owner, "owns");
        }
    }

    @Test
    void an_account_whose_commits_may_be_lost_is_refused() throws SQLException {
        try (Connection connection = application.getConnection();
                Statement forgetful = connection.createStatement()) {
            forgetful.execute("SET synchronous_commit = off");
            assertRefused(connection, "synchronous_commit=off");
            forgetful.execute("RESET synchronous_commit");
        }
    }

    static void assertRefused(Connection connection, String because) {
        var guard = new DatabaseGuard(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        assertThatThrownBy(guard::afterPropertiesSet)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(because);
    }
}
