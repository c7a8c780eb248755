package io.huiyin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The demo as a process of its own on loopback, to be killed as power failures kill: without a word. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the demo, of 14 October 2026, on a data folder and waits until it answers. */
    static ServerProcess start(Path data, List<String> properties) {
        ServerProcess server = launch(data, properties);
        server.await(() -> server.printed().contains("Stop with Ctrl-C") && server.answers());
        return server;
    }

    /** Starts the demo and kills it as soon as it has printed something. */
    static void killedWhenItPrints(String text, Path data, List<String> properties) {
        ServerProcess server = launch(data, properties);
        server.await(() -> server.printed().contains(text));
        server.kill();
    }

    private static ServerProcess launch(Path data, List<String> properties) {
        try {
            int port = freePort();
            Path log = Files.createTempFile(Files.createDirectories(data.getParent()), "server", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path")));
            command.add("-Dhuiyin.postgresql="
                    + Path.of("target", "postgresql-program").toAbsolutePath());
            properties.forEach(property -> command.add("-D" + property));
            command.addAll(List.of(Huiyin.class.getName(), "demo", "--today", "2026-10-14"));
            command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            return new ServerProcess(builder.redirectOutput(log.toFile()).start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What the process has printed. */
    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill() {
        kill(process.toHandle());
    }

    static void kill(ProcessHandle handle) {
        handle.destroyForcibly();
        handle.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** SIGKILL to the postmaster of a data folder and to all its children. */
    static void killPostgres(Path cluster) {
        postmaster(cluster).ifPresent(postmaster -> {
            List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
            kill(postmaster);
            all.forEach(ServerProcess::kill);
        });
    }

    private static Optional<ProcessHandle> postmaster(Path cluster) {
        try {
            String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean answers() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(at("/actuator/health")).build();
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void await(BooleanSupplier ready) {
        long until = System.nanoTime() + Duration.ofSeconds(600).toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (ready.getAsBoolean()) return;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not get as far as that: " + printed());
    }

    private static int freePort() throws IOException {
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
