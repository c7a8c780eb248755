package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The survey calculator on each unit of a county with collapsed strata, against what R made of them: Korn and Graubard's
 * interval of the share of good answers, and the separate regression estimator G.
 */
class UnitSurveysReferenceTest extends CommandTest {
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");

    private final Map<String, List<String>> interviews = new HashMap<>();
    private final Map<String, int[]> totals = new HashMap<>();
    private JsonNode units = JsonMapper.shared().createObjectNode();

    private void read(String set) throws IOException {
        Path frame = STATS.resolve("county_" + set + "_small.csv.gz");
        assumeTrue(Files.exists(frame), () -> "skipped: there is no " + frame + " beside the repository");
        units = JsonMapper.shared()
                .readTree(STATS.resolve("ref/county_" + set + "_small.json").toFile())
                .get("units");
        Map<String, String> pools = new HashMap<>();
        // unit,type,N_h,r,g,Ng,rg
        Files.readAllLines(STATS.resolve("ref/county_" + set + "_small_strata.csv"))
                .forEach(line -> {
                    String[] f = line.split(",");
                    pools.put(f[0] + "/" + f[1], f[4] + "," + f[5]);
                });
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(frame)), StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split(","));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] f = line.split(",", -1);
                row(name -> f[header.indexOf(name)], pools);
            }
        }
    }

    private void row(Function<String, String> cell, Map<String, String> pools) {
        String unit = cell.apply("unit");
        boolean rated = !cell.apply("x").isEmpty();
        int beyond = rated ? Integer.parseInt(cell.apply("x")) - 3 : 0;
        int[] total = totals.computeIfAbsent(unit, u -> new int[3]);
        total[0]++;
        total[1] += rated ? 1 : 0;
        total[2] += beyond;
        if (cell.apply("resp").equals("1")) {
            int y = Integer.parseInt(cell.apply("y"));
            interviews
                    .computeIfAbsent(unit, u -> new ArrayList<>(List.of("g,Ng,good,s,rated,x3")))
                    .add(pools.get(unit + "/" + cell.apply("type")) + "," + (y >= 4 ? 1 : 0) + "," + 25 * (y - 1) + ","
                            + (rated ? 1 : 0) + "," + beyond);
        }
    }

    private Path interviewsOf(String unit) throws IOException {
        return file("u.csv", interviews.getOrDefault(unit, List.of()).toArray(String[]::new));
    }

    @Test
    void intervals_of_the_share_of_good_answers_equal_svyciprop() throws IOException {
        read("A");
        int compared = 0;
        for (int i = 0; i < units.get("unit").size(); i++) {
            JsonNode low = units.get("good_beta_lo").get(i);
            JsonNode high = units.get("good_beta_hi").get(i);
            // where all answers are good R has none, or both ends at the middle of its search
            if (low.isNull() || low.asDouble() == high.asDouble()) {
                continue;
            }
            Outcome ours = run(
                    "survey",
                    interviewsOf(units.get("unit").get(i).asString()),
                    "--strata",
                    "g",
                    "--fpc",
                    "Ng",
                    "--of",
                    "good",
                    "--statistic",
                    "share",
                    "--interval",
                    "beta");
            JsonNode ci = JsonMapper.shared().readTree(ours.out()).get("ci").get(0);
            assertThat(ci.get(0).asDouble()).as("low, place %d", i).isCloseTo(low.asDouble(), within(1e-8));
            assertThat(ci.get(1).asDouble()).as("high, place %d", i).isCloseTo(high.asDouble(), within(1e-8));
            compared++;
        }
        assertThat(compared).isGreaterThan(80);
    }

    @Test
    void the_separate_regression_estimator_equals_calibrate_or_is_refused_where_r_finds_it_singular()
            throws IOException {
        read("A");
        int compared = 0;
        for (int i = 0; i < units.get("unit").size(); i++) {
            String unit = units.get("unit").get(i).asString();
            int[] total = totals.getOrDefault(unit, new int[3]);
            Path terms = file("t.csv", "term,total", "(Intercept)," + total[0], "rated," + total[1], "x3," + total[2]);
            Outcome ours = run(
                    "survey", interviewsOf(unit), "--strata", "g", "--fpc", "Ng", "--of", "s", "--calibrate", terms);
            if (units.get("G").get(i).isNull()) {
                assertThat(ours.code()).as("unit %s: %s", unit, ours.out()).isEqualTo(2);
                continue;
            }
            assertThat(ours.err()).as("unit %s", unit).isEmpty();
            JsonNode json = JsonMapper.shared().readTree(ours.out());
            near("G of " + unit, json.get("est").get(0), units.get("G").get(i), 1e-9);
            near("G_se of " + unit, json.get("se").get(0), units.get("G_se").get(i), 1e-8);
            compared++;
        }
        assertThat(compared).isGreaterThan(90);
    }

    private static void near(String what, JsonNode ours, JsonNode expected, double tolerance) {
        assertThat(ours.asDouble())
                .as(what)
                .isCloseTo(expected.asDouble(), within(tolerance * Math.max(1e-3, Math.abs(expected.asDouble()))));
    }
}
