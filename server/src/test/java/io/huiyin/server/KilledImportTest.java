package io.huiyin.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The small version of {@code bench/import}: an import that is killed half-way and run again. */
@ResourceLock("servers of their own")
class KilledImportTest {

    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    @Test
    void no_row_is_there_twice_and_none_is_missing() throws IOException, SQLException, InterruptedException {
        Path file = matters();
        Path data = Files.createDirectory(folder.resolve("data"));
        System.setProperty(
                "huiyin.postgresql",
                Path.of("target", "postgresql-program").toAbsolutePath().toString());
        try (LocalPostgres postgres = LocalPostgres.open(data)) {
            Process first = start(file, data);
            while (first.isAlive() && rows(postgres, "matter.matter") < ROWS / 3) Thread.sleep(20);
            boolean halfWay = first.isAlive();
            first.destroyForcibly().waitFor();
            assertThat(halfWay).as("killed before its end: " + printed()).isTrue();

            Process second = start(file, data);
            assertThat(second.waitFor(300, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).as(printed()).isZero();
            Matcher summary = Pattern.compile("read 30000 = taken (\\d+) \\+ unchanged (\\d+) \\+ rejected 0")
                    .matcher(printed());
            assertThat(summary.find()).as(printed()).isTrue();
            assertThat(Long.parseLong(summary.group(2))).isBetween(ROWS / 3L, ROWS - 1L);
            for (String each : new String[] {
                "matter.matter",
                "(SELECT DISTINCT matter_no FROM matter.matter) m",
                "ledger.entry WHERE kind = 'matter-closed'", // an import of minutes also sweeps, and writes of seeds
                "rating.invitation"
            }) assertThat(rows(postgres, each)).as(each).isEqualTo(ROWS);
        }
    }

    private Path matters() throws IOException {
        Path file = folder.resolve("matters.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("matter_id,service_code,unit_code,opened_at,closed_at,outcome,recipient_key,recipient_contact\n");
            for (int i = 0; i < ROWS; i++)
                out.write("M" + i + ",S" + i % 20 + ",单位" + i % 75 + ",2026-09-01 09:00,2026-09-03 10:00,done,K"
                        + i % 9_000 + ",139" + (10_000_000 + i % 9_000) + "\n");
        }
        return file;
    }

    private Process start(Path file, Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Huiyin.class.getName(),
                        "import",
                        "matters",
                        file.toString(),
                        "--create-units",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("import.log").toFile())
                .start();
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("import.log"), UTF_8);
    }

    private static long rows(LocalPostgres postgres, String table) throws SQLException {
        try (Connection connection = postgres.superuser(LocalPostgres.DATABASE);
                Statement sql = connection.createStatement()) {
            try (ResultSet count = sql.executeQuery("SELECT count(*) FROM " + table)) {
                count.next();
                return count.getLong(1);
            } catch (SQLException e) {
                return 0; // the tables are not there yet
            }
        }
    }
}
