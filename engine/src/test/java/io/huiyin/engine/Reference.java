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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference data beside the repository; tests that need it are skipped where it is absent. */
final class Reference {
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");

    private Reference() {}

    /** One matter of a reference county. */
    record Row(DrawnMatter matter, boolean drawn) {
        Stratum stratum() {
            return matter.stratum();
        }

        int ratingClass() {
            return matter.ratingClass();
        }

        int answer() {
            return matter.answer();
        }
    }

    /** A reference county: its matters and, if sections were drawn first, their numbers. */
    record County(List<Row> rows, Map<String, int[]> sections) {}

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(existing("ref/" + name).toFile());
    }

    static List<String[]> csv(String name) throws IOException {
        return Files.readAllLines(existing("ref/" + name)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    /** Rows of a data file without its header, quotes taken off. */
    static List<String[]> data(String name) throws IOException {
        return Files.readAllLines(existing(name)).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }

    static County county(String set) throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<String, int[]> sections = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(existing("county_" + set + "_small.csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split(","));
            Map<String, Integer> columns = new HashMap<>();
            header.forEach(name -> columns.put(name, columns.size()));
            boolean twoStage = header.contains("M_u");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] f = line.split(",", -1);
                Function<String, String> cell = name -> f[columns.get(name)];
                Place place =
                        new Place(cell.apply("unit"), cell.apply("section"), cell.apply("post"), cell.apply("person"));
                DrawnMatter matter = new DrawnMatter(
                        Stratum.of(place.unit(), twoStage ? place.section() : cell.apply("type")),
                        place,
                        new Circumstances(
                                cell.apply("type"), cell.apply("channel"), cell.apply("complexity"), cell.apply("age")),
                        level(cell.apply("x")),
                        level(cell.apply("y")),
                        "");
                rows.add(new Row(matter, cell.apply("sampled").equals("1")));
                if (twoStage) {
                    sections.put(place.unit(), new int[] {level(cell.apply("M_u")), level(cell.apply("m_u"))});
                }
            }
        }
        return new County(rows, sections);
    }

    static Cells cells(County county) {
        Cells cells = cells(county.rows);
        county.sections.forEach((unit, numbers) -> cells.sections(unit, numbers[0], numbers[1]));
        return cells;
    }

    static Cells cells(Iterable<Row> rows) {
        Cells cells = new Cells();
        for (Row row : rows) {
            cells.add(row.matter, row.drawn, 1);
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
