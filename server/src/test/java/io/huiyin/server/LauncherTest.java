package io.huiyin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./huiyin} on a machine that has no JDK 25: a copy of it that looks where there is none. */
class LauncherTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "import matters file.csv", "assess frame.csv", "test"})
    void without_a_jdk_25_every_command_says_so_before_anything_is_built(String command) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash: the launcher is not tried");
        for (boolean built : new boolean[] {false, true}) {
            if (built) jars();
            Process launched = new ProcessBuilder(("/bin/bash " + launcher() + " " + command).split(" "))
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(launched.getInputStream().readAllBytes());
            assertThat(launched.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(printed.strip()).startsWith("Huiyin needs a JDK 25").doesNotContain("\n");
            assertThat(launched.exitValue()).isEqualTo(2);
        }
    }

    private Path launcher() throws IOException {
        String text = Files.readString(Path.of("../huiyin"));
        String places = text.replaceFirst("for candidate in .*; do", "for candidate in /nowhere/*; do");
        assertThat(places).isNotEqualTo(text);
        return Files.writeString(home.resolve("huiyin"), places);
    }

    private void jars() throws IOException {
        for (String jar : new String[] {"server/target/server-1-SNAPSHOT-exec.jar", "audit/target/huiyin-audit.jar"}) {
            Path file = home.resolve(jar);
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) Files.createFile(file);
        }
    }
}
