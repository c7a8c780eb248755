package io.huiyin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code serve}, or another command, as a process of its own, with its settings by environment; it may refuse to start. */
final class Serving implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;

    private Serving(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Serving start(Path data, Map<String, String> settings) throws IOException {
        return start("serve", data, settings);
    }

    static Serving start(String command, Path data, Map<String, String> settings) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(data.getParent(), "serve", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Huiyin.class.getName(),
                command));
        builder.environment().put("HUIYIN_PORT", String.valueOf(port));
        builder.environment().put("HUIYIN_DATA", data.toString());
        builder.environment().putAll(settings);
        return new Serving(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port, log);
    }

    /** Waits for a text that it prints or for its end, and answers what it printed. */
    String printedUntil(String text) {
        long until = System.nanoTime() + Duration.ofSeconds(180).toNanos();
        while (System.nanoTime() < until && process.isAlive() && !printed().contains(text))
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        return printed();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The exit code of a server that refuses to start. */
    int exitCode() throws InterruptedException {
        if (process.waitFor(180, TimeUnit.SECONDS)) return process.exitValue();
        throw new IllegalStateException("it neither started nor refused: " + printed());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
