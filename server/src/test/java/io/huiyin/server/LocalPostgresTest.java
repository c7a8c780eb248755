package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.sql.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One data folder's PostgreSQL, used by several. */
@ResourceLock("servers of their own")
class LocalPostgresTest {

    @TempDir
    Path folder;

    private LocalPostgres starter;

    @BeforeEach
    void somebody_starts_it() throws IOException, SQLException {
        System.setProperty(
                "huiyin.postgresql",
                Path.of("target", "postgresql-program").toAbsolutePath().toString());
        starter = LocalPostgres.open(folder);
    }

    @AfterEach
    void nothing_is_left() {
        ServerProcess.killPostgres(folder.resolve("postgresql"));
    }

    @Test
    void the_last_to_leave_stops_it_not_the_one_who_started_it() throws IOException, SQLException {
        LocalPostgres second = LocalPostgres.open(folder);
        LocalPostgres third = LocalPostgres.open(folder);
        starter.close();
        assertAnswers(second);
        second.close();
        assertAnswers(third);
        third.close();
        assertThat(LocalPostgres.running(folder)).isEmpty();
    }

    @Test
    void its_starter_stops_it_when_it_is_the_last() throws IOException, SQLException {
        LocalPostgres.open(folder).close();
        assertAnswers(starter);
        starter.close();
        assertThat(LocalPostgres.running(folder)).isEmpty();
    }

    @Test
    void its_folder_is_not_thrown_away_under_it() throws IOException, SQLException {
        assertThatThrownBy(() -> new Commands().demo(0, folder, true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is in use");
        assertAnswers(starter);
        starter.close();
    }

    private static void assertAnswers(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.superuser(LocalPostgres.DATABASE)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
