package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code serve} as an operator runs it: on the machine's own PostgreSQL, with the accounts of docs/operations.md. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock("servers of their own")
class ExternalPostgresTest {

    @TempDir
    static Path folder;

    private static OperatorsPostgres postgres;

    @BeforeAll
    static void the_operator_starts_postgresql_and_creates_the_accounts() throws IOException, SQLException {
        Optional<Path> programs = OperatorsPostgres.installed();
        assumeTrue(
                programs.isPresent(),
                "no PostgreSQL 15 or newer under /usr/lib/postgresql: not tested on an external one");
        postgres = OperatorsPostgres.start(programs.get());
        try (Connection superuser = postgres.superuser("postgres");
                Statement sql = superuser.createStatement()) {
            for (String statement : documented()) sql.execute(statement);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) postgres.close();
    }

    /** What the operators' manual tells them to run. */
    private static List<String> documented() throws IOException {
        String manual = Files.readString(Path.of("../docs/operations.md"));
        Matcher block = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL).matcher(manual);
        assertThat(block.find()).isTrue();
        return List.of(block.group(1).strip().split(";\\s*"));
    }

    @Test
    @Order(1)
    void it_serves_and_prints_the_link_that_sets_the_first_administrator_and_a_session_outlives_the_server()
            throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String printed;
        try (Serving server = Serving.start(data(), settings())) {
            printed = server.printedUntil("/desk/first#");
            String secret = secret(printed);
            HttpResponse<String> set = post(
                    browser,
                    server,
                    "/desk/first",
                    Map.of(
                            "secret",
                            secret,
                            "username",
                            "root",
                            "name",
                            "李主任",
                            "password",
                            Staff.PASSWORD,
                            "again",
                            Staff.PASSWORD));
            assertThat(set.uri().getPath()).isEqualTo("/desk/sign-in");
            HttpResponse<String> in =
                    post(browser, server, "/desk/sign-in", Map.of("username", "root", "password", Staff.PASSWORD));
            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(in.uri().getPath()).isEqualTo("/desk");
            assertThat(in.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(in.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(csp ->
                            assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));
        }
        assertThat(printed)
                .doesNotContain("security password")
                .doesNotContain("WARN")
                .doesNotContain("ERROR");
        try (Serving again = Serving.start(data(), settings())) {
            awaitHealth(browser, again);
            assertThat(get(browser, again, "/desk").uri().getPath()).isEqualTo("/desk");
            assertThat(again.printed()).doesNotContain("/desk/first");
            disable("root");
            assertThat(get(browser, again, "/desk").uri().getPath()).isEqualTo("/desk/sign-in");
        }
    }

    @Test
    @Order(2)
    void every_migration_ran_under_the_owner() throws SQLException {
        try (Connection superuser = postgres.superuser("huiyin")) {
            assertThat(texts(superuser, "SELECT count(*)::text FROM public.migration WHERE success"))
                    .containsExactly(String.valueOf(Sources.migrations().size()));
            assertThat(texts(
                            superuser,
                            "SELECT DISTINCT tableowner::text FROM pg_tables"
                                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
                    .containsExactly("huiyin_owner");
        }
    }

    @Test
    @Order(3)
    void the_application_rewrites_nothing_there_either() throws SQLException {
        try (Connection application = DriverManager.getConnection(postgres.url("huiyin"), "huiyin", "change-me-app")) {
            Rights.assertNothingIsRewritten(application);
            Rights.assertAnOrdinaryAccount(application, "huiyin_owner");
        }
    }

    @Test
    @Order(4)
    void it_refuses_an_application_that_owns_tables() throws Exception {
        assertRefused(Map.of("HUIYIN_DB_USER", "huiyin_owner", "HUIYIN_DB_PASSWORD", "change-me-owner"), "owns");
    }

    @Test
    @Order(5)
    void it_refuses_a_superuser() throws Exception {
        assertRefused(
                Map.of("HUIYIN_DB_USER", postgres.superuser(), "HUIYIN_DB_PASSWORD", postgres.password()), "superuser");
    }

    @Test
    @Order(6)
    void it_refuses_keys_of_another_database() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        assertRefused(Map.of("HUIYIN_DATA", other.toString()), "put the backup");
    }

    @Test
    @Order(6)
    void it_refuses_a_port_that_is_no_number() throws Exception {
        assertRefused(Map.of("HUIYIN_PORT", "abc"), "HUIYIN_PORT is 'abc'");
    }

    @Test
    @Order(7)
    void the_demo_refuses_a_database_that_somebody_uses() throws Exception {
        assertRefused("demo", Map.of(), "not the demo county's");
        try (Connection superuser = postgres.superuser("huiyin")) {
            assertThat(texts(superuser, "SELECT count(*)::text FROM demo.county"))
                    .containsExactly("0");
        }
    }

    @Test
    @Order(8)
    void it_refuses_a_database_in_which_the_demo_county_was_begun() throws Exception {
        execute("INSERT INTO demo.county (seed, today, scale, started_at) VALUES (1, '2026-10-14', 1, now())");
        assertRefused(Map.of(), "published password");
        execute("DELETE FROM demo.county");
    }

    @Test
    @Order(9)
    void it_refuses_a_database_that_may_forget() throws Exception {
        try (Connection superuser = postgres.superuser("postgres");
                Statement sql = superuser.createStatement()) {
            sql.execute("ALTER SYSTEM SET fsync = off");
            sql.execute("SELECT pg_reload_conf()");
            assertRefused(Map.of(), "fsync=off");
        }
    }

    private static void assertRefused(Map<String, String> other, String because) throws Exception {
        assertRefused("serve", other, because);
    }

    private static void assertRefused(String command, Map<String, String> other, String because) throws Exception {
        Map<String, String> settings = settings();
        settings.putAll(other);
        try (Serving server = Serving.start(command, data(), settings)) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.printed().strip()).contains(because).doesNotContain("\n");
        }
    }

    private static Path data() throws IOException {
        return Files.createDirectories(folder.resolve("data"));
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "HUIYIN_DB_URL", postgres.url("huiyin"),
                "HUIYIN_DB_USER", "huiyin",
                "HUIYIN_DB_PASSWORD", "change-me-app",
                "HUIYIN_DB_OWNER_USER", "huiyin_owner",
                "HUIYIN_DB_OWNER_PASSWORD", "change-me-owner"));
    }

    private static void disable(String username) throws SQLException {
        execute("UPDATE identity.account SET disabled_at = now(), version = version + 1 WHERE username = '" + username
                + "'");
    }

    private static void execute(String statement) throws SQLException {
        try (Connection superuser = postgres.superuser("huiyin");
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String secret(String printed) {
        Matcher link = Pattern.compile("/desk/first#([a-z0-9-]+)").matcher(printed);
        assertThat(link.find()).as(printed).isTrue();
        return link.group(1);
    }

    private static void awaitHealth(HttpClient browser, Serving server) throws Exception {
        for (int tries = 0; tries < 1_800 && server.alive(); tries++) {
            try {
                if (get(browser, server, "/actuator/health").body().contains("UP")) return;
            } catch (IOException notYet) {
                // the port is not open yet
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("it did not start: " + server.printed());
    }

    private static HttpResponse<String> get(HttpClient browser, Serving server, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(server.at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Fills in the form that the path shows, its token included. */
    private static HttpResponse<String> post(HttpClient browser, Serving server, String path, Map<String, String> typed)
            throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(browser, server, path).body());
        assertThat(token.find()).isTrue();
        StringBuilder form = new StringBuilder("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        typed.forEach((name, value) ->
                form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new java.util.ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
