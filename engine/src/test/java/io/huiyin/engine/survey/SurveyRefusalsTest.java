package io.huiyin.engine.survey;

import static io.huiyin.engine.survey.Drawings.codes;
import static io.huiyin.engine.survey.Drawings.filled;
import static io.huiyin.engine.survey.Drawings.rows;
import static io.huiyin.engine.survey.Drawings.simple;
import static io.huiyin.engine.survey.Drawings.stratified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SurveyRefusalsTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final Distance LINEAR = new Distance(Distance.Method.LINEAR, NONE, -NONE);

    @Test
    void bad_designs() {
        assertRefused(Problem.NO_ROWS, () -> Design.of(simple(0, 1)));
        assertRefused(Problem.POPULATION_TOO_SMALL, () -> Design.of(simple(4, 3)));
        assertRefused(Problem.POPULATION_TOO_SMALL, () -> Design.of(simple(4, Double.NaN)));
        assertRefused(
                Problem.POPULATION_DIFFERS,
                () -> Design.of(new Drawing(2, List.of(), null, List.of(new double[] {5, 6}), new double[0])));
        assertRefused(Problem.BAD_WEIGHT, () -> Design.of(weighted(1, -1)));
        assertRefused(Problem.BAD_WEIGHT, () -> Design.of(weighted(1, Double.NaN)));
        assertRefused(Problem.NO_WEIGHT, () -> Design.of(weighted(0, 0)));
        assertRefused(
                Problem.LONELY_STRATUM,
                () -> DrawnSample.of(Design.of(stratified(codes(0, 0, 1), 9, 9)), Lonely.FAIL, false)
                        .covariance(List.of(Statistic.mean(rows(3), row -> row))));
    }

    @Test
    void bad_margins() {
        Codes cells = codes(0, 0, 1, 1);
        assertRefused(
                Problem.CELL_WITHOUT_SAMPLE, () -> Margin.of("c", cells, Map.of("l0", 1.0, "l1", 1.0, "l2", 1.0)));
        assertRefused(Problem.LEVEL_WITHOUT_TOTAL, () -> Margin.of("c", cells, Map.of("l0", 1.0)));
        assertRefused(Problem.BAD_TOTAL, () -> Margin.of("c", cells, Map.of("l0", 1.0, "l1", 0.0)));
        assertRefused(Problem.MISSING_AUXILIARY, () -> Margin.of("c", codes(0, -1), Map.of("l0", 1.0)));
        Margin one = Margin.of("c", cells, Map.of("l0", 1.0, "l1", 2.0));
        Margin other = Margin.of("d", codes(0, 1, 0, 1), Map.of("l0", 1.0, "l1", 2.1));
        assertRefused(Problem.MARGINS_DISAGREE, () -> new Raking(List.of(one, other)));
        assertRefused(Problem.CELL_WITHOUT_SAMPLE, () -> new PostStratification(one).to(new double[] {0, 0, 1, 1}));
        // levels 0 of both variables stand in the same rows, so their totals cannot differ
        Margin same = Margin.of("d", cells, Map.of("l0", 2.0, "l1", 1.0));
        assertRefused(Problem.NOT_CONVERGED, () -> new Raking(List.of(one, same)).to(filled(4, 1)));
    }

    @Test
    void bad_calibrations() {
        double[] x = {1, 2, 3, 4};
        double[] ones = filled(4, 1);
        assertRefused(Problem.COLLINEAR, () -> fit(LINEAR, new double[][] {x, x}, 10, 10));
        assertRefused(Problem.COLLINEAR, () -> fit(LINEAR, new double[][] {new double[4]}, 10));
        Distance narrow = new Distance(Distance.Method.LINEAR, 0.9, 1.1);
        assertRefused(Problem.CALIBRATION_INFEASIBLE, () -> fit(narrow, new double[][] {ones}, 8));
        assertRefused(
                Problem.CALIBRATION_INFEASIBLE,
                () -> fit(new Distance(Distance.Method.LOGIT, 0.5, 1.5), new double[][] {ones, x}, 4, 40));
        assertRefused(
                Problem.CALIBRATION_INFEASIBLE,
                () -> fit(new Distance(Distance.Method.RAKING, NONE, -NONE), new double[][] {ones}, -4));
        assertRefused(Problem.BAD_BOUNDS, () -> new Distance(Distance.Method.LINEAR, 1.1, 2));
        assertRefused(Problem.BAD_BOUNDS, () -> new Distance(Distance.Method.LOGIT, NONE, 2));
        assertThat(fit(LINEAR, new double[][] {ones}, 8).weights()).containsExactly(filled(4, 2));
    }

    @Test
    void bad_replicates_and_phases() {
        Design design = Design.of(stratified(codes(0, 0, 0, 1), 9, 9));
        assertRefused(Problem.NOT_PAIRED, () -> Replicates.of(design, Replicates.Type.BRR, false));
        assertRefused(Problem.NOT_ONE_STRATUM, () -> Replicates.of(design, Replicates.Type.JK1, false));
        assertRefused(
                Problem.REPLICATES_DIFFER,
                () -> Replicates.given(
                        design, new double[][] {{1, 2}, {2, 1}}, Replicates.Type.BRR, false, null, false));
        Drawing plain = new Drawing(2, List.of(), null, List.of(), new double[0]);
        assertRefused(
                Problem.NOBODY_IN_PHASE_TWO, () -> TwoPhaseSample.of(plain, plain, new boolean[2], Lonely.FAIL, false));
        Drawing strata = new Drawing(2, List.of(), codes(0, 1), List.of(), new double[0]);
        assertRefused(
                Problem.CELL_WITHOUT_SAMPLE,
                () -> TwoPhaseSample.of(plain, strata, new boolean[] {true, false}, Lonely.FAIL, false));
    }

    @Test
    void every_problem_stands_in_the_document() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "reasons.md"));
        for (Problem problem : Problem.values()) {
            assertThat(document)
                    .contains("| `" + problem.word() + "` | " + problem.chinese() + " | " + problem.english() + " |");
        }
    }

    private static Fit.Fitted fit(Distance distance, double[][] columns, double... totals) {
        List<String> terms = List.of("a", "b").subList(0, columns.length);
        return new Calibration(terms, columns, totals, distance, new double[0]).to(filled(4, 1));
    }

    private static Drawing weighted(double... weights) {
        return new Drawing(weights.length, List.of(), null, List.of(), weights);
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        Refused refused = catchThrowableOfType(Refused.class, call);
        assertThat(refused).as(problem.word()).isNotNull();
        assertThat(refused.problem()).isEqualTo(problem);
    }
}
