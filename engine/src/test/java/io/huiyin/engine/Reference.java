package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference data beside the repository; tests that need it are skipped where it is absent. */
final class Reference {
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");

    private Reference() {}

    /** One matter of a reference county. */
    record Row(Stratum stratum, int ratingClass, boolean drawn, int answer) {}

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(existing("ref/" + name).toFile());
    }

    static List<String[]> csv(String name) throws IOException {
        return Files.readAllLines(existing("ref/" + name)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    static List<Row> county(String set) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(existing("county_" + set + "_small.csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split(","));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] f = line.split(",", -1);
                rows.add(new Row(
                        Stratum.of(f[header.indexOf("unit")], f[header.indexOf("type")]),
                        level(f[header.indexOf("x")]),
                        f[header.indexOf("sampled")].equals("1"),
                        level(f[header.indexOf("y")])));
            }
        }
        return rows;
    }

    static Cells cells(Iterable<Row> rows) {
        Cells cells = new Cells();
        for (Row row : rows) {
            cells.add(row.stratum, row.ratingClass, row.answer, 1);
            if (row.drawn) {
                cells.drawn(row.stratum, 1);
            }
        }
        return cells;
    }

    /** Each value equals the reference within a relative tolerance; a reference of null asks for a reason. */
    static void assertClose(String what, List<Figure> ours, JsonNode reference, double tolerance) {
        assertThat(ours).as(what).hasSize(reference.size());
        for (int i = 0; i < ours.size(); i++) {
            JsonNode expected = reference.get(i);
            if (expected.isNull()) {
                assertThat(ours.get(i).isKnown()).as("%s, place %d", what, i).isFalse();
            } else if (!(expected.isString())) {
                assertClose(what + ", place " + i, ours.get(i).value(), expected.asDouble(), tolerance);
            }
        }
    }

    static void assertClose(String what, double ours, double reference, double tolerance) {
        assertThat(Math.abs(ours - reference))
                .as("%s: %s against %s", what, ours, reference)
                .isLessThanOrEqualTo(tolerance * Math.max(Math.abs(reference), 1e-3));
    }

    private static int level(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    private static Path existing(String name) {
        Path file = STATS.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file + " beside the repository");
        return file;
    }
}
