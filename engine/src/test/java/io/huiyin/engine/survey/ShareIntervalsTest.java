package io.huiyin.engine.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huiyin.engine.Figure;
import io.huiyin.engine.Interval;
import io.huiyin.engine.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShareIntervalsTest {
    private static final Path REFERENCE =
            Path.of("..", "..", "shared", "data", "stats", "ref", "methods_reference.json");

    /** methods_reference.json, small.intervals: n = 1 to 30 answers of a simple random sample, R 4.2.2. */
    @Test
    void few_answers_have_the_textbook_intervals() {
        assumeTrue(Files.exists(REFERENCE), () -> "skipped: there is no " + REFERENCE + " beside the repository");
        JsonNode expected = JsonMapper.shared().readTree(REFERENCE.toFile()).get("small.intervals");
        for (Map.Entry<String, IntervalKind> kind : Map.of(
                        "wilson", IntervalKind.WILSON, "cp", IntervalKind.CLOPPER_PEARSON)
                .entrySet()) {
            JsonNode intervals = expected.get(kind.getKey());
            for (int i = 0; i < intervals.size(); i++) {
                int n = expected.get("n").get(i).asInt();
                double p = expected.get("y").get(i).asDouble() / n;
                double variance = n == 1 ? 0 : p * (1 - p) / (n - 1);
                Interval ours = kind.getValue().around(basis(p, variance, n, n - 1));
                assertThat(ours.low().value()).isCloseTo(intervals.get(i).get(0).asDouble(), within(1e-9));
                assertThat(ours.high().value())
                        .isCloseTo(intervals.get(i).get(1).asDouble(), within(1e-9));
            }
        }
    }

    @Test
    void shares_of_0_and_1_have_a_beta_interval_and_no_logit_one() {
        // Clopper and Pearson: (0.025)^(1/10)
        Interval one = IntervalKind.BETA.around(basis(1, 0, 10, 9));
        assertThat(one.low().value()).isCloseTo(Math.pow(0.025, 0.1), within(1e-12));
        assertThat(one.high().value()).isEqualTo(1);
        assertThat(IntervalKind.BETA.around(basis(0, 0, 10, 9)).high().value())
                .isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-12));
        assertThat(IntervalKind.LOGIT.around(basis(1, 0, 10, 9)).low()).isEqualTo(Figure.missing(Reason.SHARE_AT_EDGE));
    }

    @Test
    void what_has_no_degrees_of_freedom_has_no_interval() {
        for (IntervalKind kind : new IntervalKind[] {IntervalKind.T, IntervalKind.LOGIT, IntervalKind.BETA}) {
            assertThat(kind.around(basis(0.5, 0.1, 3, 0)).low())
                    .isEqualTo(Figure.missing(Reason.NO_DEGREES_OF_FREEDOM));
        }
        assertThat(IntervalKind.WILSON.around(basis(1.5, 0.1, 3, 2)).low())
                .isEqualTo(Figure.missing(Reason.NOT_A_SHARE));
    }

    private static IntervalKind.Basis basis(double share, double variance, int n, int df) {
        return new IntervalKind.Basis(share, variance, n, df, 1, 0.95);
    }
}
