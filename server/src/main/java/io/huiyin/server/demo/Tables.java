package io.huiyin.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The county's made-up names and texts, kept as small tables beside the program. */
final class Tables {

    private Tables() {}

    /** The rows of {@code demo/NAME.csv}: cells are separated by one character, lines with # are for the reader. */
    static List<List<String>> rows(String name, char separator) {
        return read("/demo/" + name + ".csv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split(String.valueOf(separator), -1)))
                .toList();
    }

    private static String read(String path) {
        try (InputStream in = Tables.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException(path + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
