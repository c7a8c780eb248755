package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command assess on the reference counties, against numbers that R computed. */
class AssessReferenceTest extends CommandTest {
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");

    /** Every key of the reference that the output has too, down to each element; see the engine's tests for the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void recomputes_the_reference_counties(String set) throws IOException {
        Path frame = STATS.resolve("county_" + set + "_small.csv.gz");
        assumeTrue(Files.exists(frame), () -> "skipped: there is no " + frame + " beside the repository");
        JsonNode ours = JsonMapper.shared().readTree(run("assess", frame).out());
        JsonNode reference = JsonMapper.shared()
                .readTree(STATS.resolve("ref/county_" + set + "_small.json").toFile());
        for (String part : List.of("units", "kappa", "casemix", "county", "section", "chain")) {
            assertAgree(part, ours.get(part), reference.get(part));
        }
        JsonNode ranks = JsonMapper.shared()
                .readTree(STATS.resolve("ref/ranks_" + set + "_small.json").toFile());
        assertAgree("ranks.holm", ours.get("ranks").get("holm"), ranks.get("holm"));
        assertAgree("ranks.post", ours.get("ranks").get("post"), ranks.get("post"));
        for (String lambda : List.of("0.1", "0.25", "0.5")) {
            assertAgree(lambda, ours.get("grades").get("lambda_" + lambda), ranks.get("grade_" + lambda));
        }
        assertAgree("flags", ours.get("flags"), ranks.get("threeway").get("clear"));
    }

    private static void assertAgree(String what, JsonNode ours, JsonNode reference) {
        if (reference.isObject()) {
            reference.properties().stream()
                    .filter(entry -> ours.has(entry.getKey()))
                    .forEach(entry ->
                            assertAgree(what + "." + entry.getKey(), ours.get(entry.getKey()), entry.getValue()));
        } else if (reference.isArray()) {
            assertThat(ours.size()).as(what).isEqualTo(reference.size());
            for (int i = 0; i < reference.size(); i++) {
                assertAgree(what + "[" + i + "]", ours.get(i), reference.get(i));
            }
        } else if (reference.isNull()) {
            // R has no count of ratings where nobody rated; we count 0
            assertThat(ours.isString() || ours.asInt() == 0).as(what).isTrue();
        } else if (reference.isNumber() && ours.isNumber()) {
            double expected = reference.asDouble();
            assertThat(ours.asDouble()).as(what).isCloseTo(expected, within(1e-8 * Math.max(1e-3, Math.abs(expected))));
        } else {
            assertThat(ours.asString()).as(what).isEqualTo(reference.asString());
        }
    }
}
