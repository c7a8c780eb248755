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
