package io.huiyin.server;

import io.huiyin.server.sql.Refusal;
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
import java.util.concurrent.locks.LockSupport;
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
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** The name of the lock: any number that nobody else uses in the database {@code postgres}. */
    private static final long PRESENCE = 4875697969L;

    private final Path cluster;
    private final Path program;
    private final Path passwords;
    private final Properties secrets = new Properties();
    /** Null if another process on the same folder started the server. */
    private @Nullable EmbeddedPostgres process;

    private @Nullable Connection presence;
    private int port;
    private boolean closed;

    private LocalPostgres(Path data) {
        this.cluster = cluster(data);
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
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::closeAtTheEnd));
        postgres.createAccounts();
        return postgres;
    }

    /** The server that runs in a data folder now, whoever started it. */
    static Optional<Postmaster> running(Path data) {
        return Postmaster.of(cluster(data));
    }

    private static Path cluster(Path data) {
        return data.resolve("postgresql");
    }

    private void closeAtTheEnd() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop cleanly: " + e.getMessage());
        }
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

    /** Stops the server, unless another process uses it, which then stops it. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) return;
        closed = true;
        boolean last = isLast();
        Optional<Postmaster> running = Postmaster.of(cluster).filter(postmaster -> postmaster.port() == port);
        if (last && running.isPresent()) {
            if (process != null) process.close();
            else running.get().stop();
        }
        leave();
    }

    private void leave() {
        try {
            if (presence != null) presence.close();
        } catch (SQLException e) {
            // the server is gone, and the lock with it
        }
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

    /** A server of this folder that another process started, or that outlived its process. */
    private boolean join() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<Postmaster> running = Postmaster.of(cluster);
        while (running.isPresent() && System.nanoTime() < until) {
            port = running.get().port();
            if (enter()) return true;
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos()); // it is just starting, or stopping
            running = Postmaster.of(cluster);
        }
        if (running.isPresent())
            throw new Refusal("PostgreSQL runs in " + cluster + " as process "
                    + running.get().process().pid() + " but lets nobody in: stop that process, then start again.");
        return false;
    }

    /**
     * Everybody who uses the server holds a lock there for as long, which ends with its process however that ends. Whoever leaves
     * and can have the lock alone is the last, and stops the server; nobody enters meanwhile.
     */
    private boolean enter() {
        leave();
        try {
            presence = superuser(SUPERUSER);
            return ask(presence, "SELECT pg_try_advisory_lock_shared(" + PRESENCE + ")");
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean isLast() {
        try {
            if (presence == null || !presence.isValid(5)) presence = superuser(SUPERUSER);
            else ask(presence, "SELECT pg_advisory_unlock_shared(" + PRESENCE + ")");
            return ask(presence, "SELECT pg_try_advisory_lock(" + PRESENCE + ")");
        } catch (SQLException e) {
            return true; // nobody is connected to what does not answer
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
                    .setRegisterShutdownHook(false) // it would stop the server under others
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
        if (!enter()) throw new IOException("PostgreSQL was stopped while it was being started");
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

    private static boolean ask(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
