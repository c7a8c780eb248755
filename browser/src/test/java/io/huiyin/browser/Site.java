package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo county, a small one, started once for all journeys by {@code ./huiyin demo} and stopped at the end. */
final class Site {

    /** A tenth of the county: fast to load, large enough for intervals. */
    private static final String SCALE = "0.1";

    private static final String TODAY = "2026-11-18";
    private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4} \\d{4} \\d{4}\\b");
    private static final Site SITE = new Site();

    private final Process server;
    private final Path data;
    private final int port;
    private final List<String> output = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    private Site() {
        try {
            port = freePort();
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo")
                    .toAbsolutePath();
            ProcessBuilder demo = command(
                            "demo", "--port", Integer.toString(port), "--data", data.toString(), "--today", TODAY)
                    .redirectErrorStream(true);
            demo.environment().put("HUIYIN_JAVA_OPTS", "-Dhuiyin.demo.scale=" + SCALE);
            server = demo.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            readUntilReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Site site() {
        return SITE;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Path data() {
        return data;
    }

    /** The three unused rating codes that {@code demo} prints. */
    String code(int which) {
        return codes.get(which);
    }

    /** Everything that {@code demo} printed before it was ready. */
    String output() {
        return String.join("\n", output);
    }

    /** The launcher with these arguments, in the repository's root. */
    static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./huiyin"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(Path.of("..").toFile());
    }

    private void readUntilReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line;
        boolean ready = false;
        while (!ready && (line = lines.readLine()) != null) {
            output.add(line);
            ready = line.contains("Ctrl-C");
            Matcher code = CODE.matcher(line);
            while (code.find()) codes.add(code.group());
        }
        assertThat(codes).as("codes printed by demo; it said:\n" + output()).hasSizeGreaterThanOrEqualTo(3);
        Thread rest = new Thread(() -> lines.lines().forEach(text -> {}));
        rest.setDaemon(true);
        rest.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void stop() {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }
}
