package io.huiyin.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that Huiyin brings along: its files, its passwords and its three accounts (superuser, owner of the tables,
 * application) live in the data folder. It listens on loopback only and asks everybody for a password.
 */
final class LocalPostgres implements AutoCloseable {

    static final String DATABASE = "huiyin";
    static final String OWNER = "huiyin_owner";
    static final String APPLICATION = "huiyin";
    private static final String SUPERUSER = "postgres";
    private static final String HOST = "127.0.0.1";

    private final Path cluster;
    private final Path program;
    private final Path passwords;
    private final Properties secrets = new Properties();
    /** Null while the server belongs to another process that runs on the same folder. */
    private @Nullable EmbeddedPostgres process;

    private int port;

    private LocalPostgres(Path data) {
        this.cluster = data.resolve("postgresql");
        this.program = Path.of(System.getProperty(
                "huiyin.postgresql", data.resolve("postgresql-program").toString()));
        this.passwords = data.resolve("database.properties");
    }

    /** Starts the server of a data folder, or joins the one that already runs there. */
    static LocalPostgres open(Path data) throws IOException, SQLException {
        LocalPostgres postgres = new LocalPostgres(data.toAbsolutePath());
        Files.createDirectories(data);
        postgres.readSecrets();
        if (!postgres.join()) postgres.start();
        postgres.createAccounts();
        return postgres;
    }

    String url() {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + DATABASE;
    }

    String password(String account) {
        return secrets.getProperty(account);
    }

    /** A connection with all rights, for tests and for what only a superuser can ask. */
    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + HOST + ":" + port + "/" + database, SUPERUSER, password(SUPERUSER));
    }

    @Override
    public void close() throws IOException {
        if (process != null) process.close();
    }

    private void readSecrets() throws IOException {
        if (Files.exists(passwords)) {
            try (var in = Files.newBufferedReader(passwords)) {
                secrets.load(in);
            }
            return;
        }
        SecureRandom random = new SecureRandom();
        for (String account : List.of(SUPERUSER, OWNER, APPLICATION)) {
            byte[] secret = new byte[24];
            random.nextBytes(secret);
            secrets.setProperty(account, HexFormat.of().formatHex(secret));
        }
        var readableByOwnerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(passwords, readableByOwnerOnly);
        try (var out = Files.newBufferedWriter(passwords)) {
            secrets.store(out, "Passwords of this data folder's own PostgreSQL");
        }
    }

    /** A server of this folder that another process started, or that outlived its process, says its port in its own file. */
    private boolean join() {
        Optional<Integer> running = runningPort();
        if (running.isEmpty()) return false;
        port = running.get();
        try (Connection connection = superuser(SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private Optional<Integer> runningPort() {
        try {
            // postmaster.pid: process id, data folder, start time, port, ...
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            boolean alive =
                    ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
            return alive ? Optional.of(Integer.valueOf(lines.get(3).strip())) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void start() throws IOException {
        port = freePort();
        Path passwordFile = Files.createTempFile("huiyin", ".pw"); // made readable by its owner only
        try {
            Files.writeString(passwordFile, password(SUPERUSER));
            process = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setOverrideWorkingDirectory(program.toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(120))
                    // read by initdb, on the first start only: nobody is trusted, not even for a moment
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password(SUPERUSER))
                    .setServerConfig("listen_addresses", HOST)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("random_page_cost", "1.1") // no disk of today turns
                    .setServerConfig("timezone", "UTC")
                    .start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void createAccounts() throws SQLException {
        try (Connection connection = superuser(SUPERUSER);
                Statement sql = connection.createStatement()) {
            for (String account : List.of(OWNER, APPLICATION)) {
                if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + account + "'"))
                    sql.execute("CREATE ROLE " + account + " LOGIN PASSWORD '" + password(account) + "'");
            }
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'"))
                sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
