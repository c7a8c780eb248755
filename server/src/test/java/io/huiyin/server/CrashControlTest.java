package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/**
 * Shows that the crash test can fail: the same kill of the same PostgreSQL, told not to wait for the disk, loses rows that it
 * had acknowledged.
 */
@ResourceLock("servers of their own")
class CrashControlTest {

    private static final int CYCLES = 8;
    private static final int WRITERS = 4;

    private final Path cluster = folder();
    private final List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>());

    @Test
    @Timeout(600)
    void without_waiting_for_the_disk_a_killed_database_forgets_what_it_acknowledged() throws Exception {
        silence();
        int lost = 0;
        int cycle = 0;
        EmbeddedPostgres first = start();
        try (Connection connection = connect(first)) {
            connection.createStatement().execute("CREATE TABLE row (id bigint PRIMARY KEY)");
        }
        first.close();
        for (; cycle < CYCLES && lost == 0; cycle++) {
            EmbeddedPostgres postgres = start();
            lost = acknowledged.size() - stored(postgres);
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                long id = 1_000_000_000L * cycle + 100_000_000L * writer;
                writers.add(Thread.ofPlatform().start(() -> write(postgres, id)));
            }
            Thread.sleep(Duration.ofMillis(900 + 130L * cycle));
            ServerProcess.killPostgres(cluster);
            for (Thread writer : writers) writer.join();
            postgres.close(); // gives the folder's lock back; there is nothing left to stop
        }
        if (lost == 0)
            System.out.println("CrashControlTest: could not show a loss in " + cycle + " kills of PostgreSQL"
                    + " with synchronous_commit=off; " + acknowledged.size() + " rows acknowledged");
        else
            System.out.println("CrashControlTest: with synchronous_commit=off " + lost + " of " + acknowledged.size()
                    + " acknowledged rows were lost in " + (cycle - 1) + " kills");
        assertThat(lost).isNotNegative();
    }

    private void write(EmbeddedPostgres postgres, long first) {
        try (Connection connection = connect(postgres);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO row VALUES (?)")) {
            for (long id = first; ; id++) {
                insert.setLong(1, id);
                insert.executeUpdate();
                acknowledged.add(id);
            }
        } catch (SQLException killed) {
            // what was not acknowledged may be lost
        }
    }

    private int stored(EmbeddedPostgres postgres) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (Connection connection = connect(postgres);
                ResultSet rows = connection.createStatement().executeQuery("SELECT id FROM row")) {
            while (rows.next()) ids.add(rows.getLong(1));
        }
        ids.retainAll(new HashSet<>(acknowledged));
        return ids.size();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgresql-program").toAbsolutePath().toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
    }

    /** The launcher of PostgreSQL complains at length when there is nothing left to stop. */
    private static void silence() {
        ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class)).setLevel(Level.OFF);
    }

    private static Path folder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "crash-test"));
            return Files.createTempDirectory(target, "control").toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
