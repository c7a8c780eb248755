package io.huiyin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's own PostgreSQL, 15 or newer, on a folder and port of its own; as another user when the tests run as root. */
final class OperatorsPostgres implements AutoCloseable {

    private static final String SUPERUSER = "operator";
    private static final String PASSWORD = "operators-own";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final Process server;

    private OperatorsPostgres(Path programs, Path folder, int port, Process server) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.server = server;
    }

    /** Where the newest PostgreSQL's programs are, if there is one of 15 or newer. */
    static Optional<Path> installed() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) return Optional.empty();
        try (Stream<Path> all = Files.list(versions)) {
            return all.filter(folder -> folder.getFileName().toString().matches("1[5-9]|[2-9]\\d"))
                    .map(folder -> folder.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OperatorsPostgres start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("huiyin-operator");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) run(List.of("chown", "-R", user(), folder.toString()));
        Path cluster = folder.resolve("cluster");
        run(as(
                programs.resolve("initdb"),
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8"));
        int port = Serving.freePort();
        Process server = new ProcessBuilder(as(
                        programs.resolve("postgres"),
                        "-D",
                        cluster.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        OperatorsPostgres postgres = new OperatorsPostgres(programs, folder, port, server);
        postgres.await();
        return postgres;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, PASSWORD);
    }

    String superuser() {
        return SUPERUSER;
    }

    String password() {
        return PASSWORD;
    }

    @Override
    public void close() throws IOException {
        run(as(programs.resolve("pg_ctl"), "-D", folder.resolve("cluster").toString(), "-m", "fast", "stop"));
        run(List.of("rm", "-rf", folder.toString()));
        server.destroy();
    }

    private void await() throws IOException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until && server.isAlive()) {
            try (Connection connection = superuser("postgres")) {
                if (connection.isValid(5)) return;
            } catch (SQLException e) {
                pause();
            }
        }
        throw new IllegalStateException("PostgreSQL did not start: " + Files.readString(folder.resolve("log")));
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> as(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) command.addAll(List.of("runuser", "-u", user(), "--"));
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String user() {
        try {
            return Files.readString(Path.of("/etc/passwd")).contains("\npostgres:") ? "postgres" : "nobody";
        } catch (IOException e) {
            return "nobody";
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IllegalStateException(String.join(" ", command) + ": " + printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
