package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * {@code kill -9} of the server and of PostgreSQL while people rate. The truth is each client's own journal, on disk before the
 * client sends the next rating; never the server's log.
 */
@ResourceLock("servers of their own")
class CrashTest {

    private static final int CYCLES = 6;
    private static final int CLIENTS = 4;
    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final List<String> SMALL = List.of("huiyin.demo.scale=0.01", "huiyin.demo.codes=" + CLIENTS);

    private final Path folder = folder();
    private final Path data = folder.resolve("data");
    private final List<Client> clients = new ArrayList<>();

    @Test
    @Timeout(1500)
    void whatever_was_acknowledged_is_there_once_after_every_crash() throws Exception {
        ServerProcess server = ServerProcess.start(data, SMALL);
        try {
            List<String> codes = codes(server.printed());
            assertThat(codes).hasSize(CLIENTS);
            long before = count("SELECT count(*) FROM rating.rating");
            for (int i = 0; i < CLIENTS; i++)
                clients.add(new Client(opened(server, codes.get(i)), new Journal(folder.resolve("journal" + i))));
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                List<Thread> load = load(server);
                Thread.sleep(LOAD.plusMillis(ThreadLocalRandom.current().nextInt(1000)));
                if (cycle % 2 == 1) ServerProcess.killPostgres(data.resolve("postgresql"));
                if (cycle % 3 == 2) Thread.sleep(500); // the server lives on without its database for a moment
                server.kill();
                for (Thread client : load) client.join();
                server = ServerProcess.start(data, SMALL);
                everything_acknowledged_is_stored_once();
                retry(server);
                the_log_says_the_same(before);
            }
            System.out.println(
                    "CrashTest: " + CYCLES + " crashes, " + acknowledged().size() + " ratings acknowledged, "
                            + "0 lost, 0 twice, "
                            + clients.stream().mapToInt(client -> client.unsure).sum()
                            + " unacknowledged ones sent again");
        } finally {
            server.close();
            ServerProcess.killPostgres(data.resolve("postgresql"));
        }
    }

    /** One person's browser that rates one matter again and again, and sends again what was not acknowledged. */
    private static final class Client {
        private final String key;
        private final Journal journal;
        private UUID submission = UUID.randomUUID();
        private int unsure;

        Client(String key, Journal journal) {
            this.key = key;
            this.journal = journal;
        }

        /** Until the server is gone. */
        void rate(HttpClient http, URI at) {
            try {
                while (true) send(http, at);
            } catch (IOException gone) {
                unsure++;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** An answer that is not the receipt's page leaves the submission as it is, to be sent again. */
        void send(HttpClient http, URI at) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(at)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            form(Map.of("key", key, "submission", submission.toString(), "overall", "4"))))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400) throw new IOException("answered " + status);
            journal.write(submission.toString());
            submission = UUID.randomUUID();
        }
    }

    private List<Thread> load(ServerProcess server) {
        HttpClient http = HttpClient.newHttpClient();
        return clients.stream()
                .map(client -> Thread.startVirtualThread(() -> client.rate(http, server.at("/rate"))))
                .toList();
    }

    /** What was in flight when the crash came is sent again, twice: it must be one row. */
    private void retry(ServerProcess server) throws IOException, InterruptedException, SQLException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Client client : clients) {
                UUID again = client.submission;
                client.send(http, server.at("/rate"));
                client.submission = again;
                client.send(http, server.at("/rate"));
            }
        }
        everything_acknowledged_is_stored_once();
    }

    private void everything_acknowledged_is_stored_once() throws SQLException {
        Map<String, Long> stored = new java.util.HashMap<>();
        query("SELECT submission::text FROM rating.rating", row -> stored.merge(row.getString(1), 1L, Long::sum));
        assertThat(stored.keySet()).containsAll(acknowledged());
        assertThat(stored.values()).allMatch(times -> times == 1);
    }

    /** Every rating stands in the log, nothing else stands there as a rating, and the positions have no gap. */
    private void the_log_says_the_same(long before) throws SQLException, InterruptedException {
        long ratings = count("SELECT count(*) FROM rating.rating");
        assertThat(ratings).isEqualTo(before + acknowledged().size());
        assertThat(count("SELECT count(*) FROM ledger.entry WHERE kind = 'rating'"))
                .isEqualTo(ratings);
        assertThat(count("""
                SELECT count(*) FROM rating.rating r
                 WHERE NOT EXISTS (SELECT 1 FROM ledger.entry e WHERE e.leaf_hash = r.leaf_hash)""")).isZero();
        for (int wait = 0; wait < 50 && count("SELECT count(*) FROM ledger.waiting") > 0; wait++) Thread.sleep(100);
        assertThat(count("SELECT count(*) FROM ledger.waiting")).isZero();
        assertThat(count("SELECT count(*) FROM ledger.place")).isEqualTo(count("SELECT count(*) FROM ledger.entry"));
        assertThat(count("SELECT coalesce(max(position) + 1, 0) FROM ledger.place"))
                .isEqualTo(count("SELECT count(*) FROM ledger.place"));
    }

    private Set<String> acknowledged() {
        return clients.stream()
                .flatMap(client -> client.journal.read().stream())
                .collect(Collectors.toSet());
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String statement, RowReader reader) throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.open(data);
                Connection connection = postgres.superuser(LocalPostgres.DATABASE);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(statement)) {
            while (rows.next()) reader.read(rows);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String statement) throws SQLException {
        long[] count = {0};
        query(statement, row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** The page of an opened invitation carries its secret in a hidden field. */
    private static String opened(ServerProcess server, String code) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.at("/rate/open"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(Map.of("key", code))))
                    .build();
            String page =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
            assertThat(key.find()).isTrue();
            return key.group(1);
        }
    }

    private static List<String> codes(String printed) {
        return Pattern.compile("\\b\\d{4} \\d{4} \\d{4} \\d{4}\\b")
                .matcher(printed)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Path folder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "crash-test"));
            return Files.createTempDirectory(target, "run").toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
