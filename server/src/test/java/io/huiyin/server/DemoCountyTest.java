package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The demo as somebody starts it: twice on two machines, once more after a crash, and again the next day. */
@ResourceLock("servers of their own")
class DemoCountyTest {

    private static final List<String> SMALL = List.of("huiyin.demo.scale=0.02");
    private static final String CYCLE = "2025Q4-2026Q3";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Timeout(1500)
    void two_machines_show_the_same_results_even_if_one_was_killed_while_it_loaded() throws Exception {
        Path one = folder("one");
        Path other = folder("other");
        try {
            ServerProcess.killedWhenItPrints("spot check", other, SMALL);
            String results;
            String printed;
            try (ServerProcess server = ServerProcess.start(one, SMALL)) {
                results = get(server, "/data/" + CYCLE + "/results.csv");
                assertThat(results.lines().count()).isGreaterThan(8);
                printed = server.printed();
            }
            assertThat(printed).contains("administrator").containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");
            try (ServerProcess server = ServerProcess.start(other, SMALL)) {
                assertThat(get(server, "/data/" + CYCLE + "/results.csv")).isEqualTo(results);
            }
            try (ServerProcess server = ServerProcess.start(one, SMALL)) {
                assertThat(server.printed()).doesNotContain("Loading the demo county");
                assertThat(get(server, "/data/" + CYCLE + "/results.csv")).isEqualTo(results);
            }
        } finally {
            ServerProcess.killPostgres(one.resolve("postgresql"));
            ServerProcess.killPostgres(other.resolve("postgresql"));
        }
    }

    private String get(ServerProcess server, String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(server.at(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static Path folder(String name) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "demo-test"));
        return Files.createTempDirectory(target, name).toAbsolutePath().resolve("data");
    }
}
