package io.huiyin.server.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.huiyin.server.csv.Imports.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Small files for import tests: written, imported, and what was rejected read back. */
public final class CsvText {

    private CsvText() {}

    public static Path file(Path folder, String name, String... lines) {
        return file(folder, name, UTF_8, String.join("\n", lines) + "\n");
    }

    public static Path file(Path folder, String name, Charset charset, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a file of real data that stands beside the repository; where it is absent, the test is skipped. */
    public static Path shared(String name, Path folder) {
        Path original = Path.of("..", "..", "shared", "data", name);
        Assumptions.assumeTrue(Files.exists(original), "the real data are not here: " + original);
        try {
            return Files.copy(original, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Summary run(Imports imports, ImportOptions options) {
        return imports.run(options, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }

    /** What stands in FILE.rejected.csv; empty when there is none. */
    public static String rejected(Path file) {
        Path rejected = file.resolveSibling(file.getFileName().toString().replace(".csv", ".rejected.csv"));
        try {
            return Files.exists(rejected) ? Files.readString(rejected) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
