package io.huiyin.engine.survey;

import static io.huiyin.engine.survey.Drawings.codes;
import static io.huiyin.engine.survey.Drawings.filled;
import static io.huiyin.engine.survey.Drawings.rows;
import static io.huiyin.engine.survey.Drawings.simple;
import static io.huiyin.engine.survey.Drawings.stratified;
import static io.huiyin.engine.survey.Drawings.variance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small surveys whose every number can be checked with pencil. */
class SurveyByHandTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final double[] Y = {1, 3, 5, 10};

    @Test
    void mean_and_total_of_a_simple_random_sample() {
        DrawnSample sample = DrawnSample.of(Design.of(simple(4, 40)), Lonely.FAIL, false);
        Statistic mean = Statistic.mean(rows(4), row -> Y[row]);
        // mean 4.75, s2 = (14.0625 + 3.0625 + 0.0625 + 27.5625)/3 = 44.75/3, V = (1 - 4/40) s2/4
        assertThat(mean.value(sample.weights()).value()).isEqualTo(4.75);
        assertThat(variance(sample, mean)).isCloseTo(0.9 * 44.75 / 12, EXACT);
        assertThat(variance(sample, new Statistic.Total(rows(4), row -> Y[row])))
                .isCloseTo(1600 * 0.9 * 44.75 / 12, within(1e-9));
        assertThat(sample.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void a_domain_keeps_the_units_outside_it_as_zeros() {
        DrawnSample sample = DrawnSample.of(Design.of(simple(4, 40)), Lonely.FAIL, false);
        Statistic total = new Statistic.Total(new int[] {0, 1}, row -> Y[row]);
        // z = 10, 30, 0, 0 with mean 10: squares 0 + 400 + 100 + 100; V = 0.9 * 4/3 * 600
        assertThat(variance(sample, total)).isCloseTo(720, within(1e-9));
    }

    @Test
    void lonely_strata_by_every_mode() {
        // stratum 0: 2 of 10 with 1 and 3; stratum 1: 1 of 5 with 10
        Drawing drawing = stratified(codes(0, 0, 1), 10, 5);
        double[] y = {1, 3, 10};
        Statistic total = new Statistic.Total(rows(3), row -> y[row]);
        // stratum 0: z = 5, 15: 0.8 * 2 * 50 = 80; stratum 1: z = 50: 0.8 * 2500 = 2000
        assertThat(variance(DrawnSample.of(Design.of(drawing), Lonely.REMOVE, false), total))
                .isCloseTo(80, EXACT);
        assertThat(variance(DrawnSample.of(Design.of(drawing), Lonely.CERTAINTY, false), total))
                .isCloseTo(80, EXACT);
        assertThat(variance(DrawnSample.of(Design.of(drawing), Lonely.ADJUST, false), total))
                .isCloseTo(2080, EXACT);
        assertThat(variance(DrawnSample.of(Design.of(drawing), Lonely.AVERAGE, false), total))
                .isCloseTo(160, EXACT);
        // pooled: z = 5, 15, 50, mean 70/3, squares 10150/9 = 1127.8 ; 3 of 15
        DrawnSample pooled = DrawnSample.of(Design.of(drawing), Lonely.COLLAPSE, false);
        double squares = 25 + 225 + 2500 - 4900.0 / 3;
        assertThat(variance(pooled, total)).isCloseTo(0.8 * 1.5 * squares, within(1e-9));
        assertThat(pooled.collapsedStrata()).isEqualTo(2);
        assertThat(pooled.degreesOfFreedom()).isEqualTo(2);
        assertThat(total.value(pooled.weights()).value()).isEqualTo(70);
    }

    @Test
    void a_stratum_asked_completely_is_not_lonely() {
        Drawing drawing = stratified(codes(0, 0, 1), 10, 1);
        double[] y = {1, 3, 10};
        DrawnSample sample = DrawnSample.of(Design.of(drawing), Lonely.FAIL, false);
        assertThat(variance(sample, new Statistic.Total(rows(3), row -> y[row])))
                .isCloseTo(80, EXACT);
    }

    @Test
    void second_stage_is_multiplied_by_the_first_stages_fraction() {
        // 2 of 4 units; in each 2 of 6 rows: weights 2 * 3 = 6
        Drawing drawing = new Drawing(
                4,
                List.of(codes(0, 0, 1, 1), codes(0, 1, 0, 1)),
                null,
                List.of(filled(4, 4), filled(4, 6)),
                new double[0]);
        DrawnSample sample = DrawnSample.of(Design.of(drawing), Lonely.FAIL, false);
        Statistic total = new Statistic.Total(rows(4), row -> Y[row]);
        // z = 6, 18 | 30, 60; units 24, 90: 0.5 * 2 * 2178; within: 0.5 * (2/3) * 2 * (72 + 450)
        assertThat(variance(sample, total)).isCloseTo(2178 + 348, within(1e-9));
    }

    @Test
    void post_stratification_weighs_cells_to_their_population() {
        Codes cells = codes(0, 0, 1, 1);
        Margin margin = Margin.of("c", cells, Map.of("l0", 30.0, "l1", 10.0));
        DrawnSample sample =
                DrawnSample.of(Design.of(simple(4, 40)), Lonely.FAIL, false).fitted(new PostStratification(margin));
        Statistic mean = Statistic.mean(rows(4), row -> Y[row]);
        // 0.75 * 2 + 0.25 * 7.5
        assertThat(mean.value(sample.weights()).value()).isCloseTo(3.375, EXACT);
        // residuals -1, 1 | -2.5, 2.5 with weights 15 and 5, over 40
        double squares = 2 * 0.375 * 0.375 + 2 * 0.3125 * 0.3125;
        assertThat(variance(sample, mean)).isCloseTo(0.9 * 4 / 3 * squares, EXACT);
        assertThat(variance(sample, Statistic.mean(rows(4), row -> cells.place()[row])))
                .isCloseTo(0, within(1e-30));
    }

    @Test
    void one_unit_has_no_error() {
        DrawnSample sample = DrawnSample.of(Design.of(simple(4, 40)), Lonely.FAIL, false);
        Figure[][] v = sample.covariance(List.of(Statistic.mean(new int[] {2}, row -> Y[row])));
        assertThat(v[0][0]).isEqualTo(Figure.missing(Reason.ONE_UNIT));
    }

    @Test
    void a_domain_without_rows_and_a_denominator_of_0_are_reasons() {
        DrawnSample sample = DrawnSample.of(Design.of(simple(4, 40)), Lonely.FAIL, false);
        Statistic nobody = Statistic.mean(new int[0], row -> Y[row]);
        Statistic zero = new Statistic.Ratio(rows(4), row -> Y[row], row -> 0);
        Statistic huge = new Statistic.Total(rows(4), row -> 1e300);
        Figure[][] v = sample.covariance(List.of(nobody, zero, huge, Statistic.mean(rows(4), row -> Y[row])));
        assertThat(v[0][0]).isEqualTo(Figure.missing(Reason.EMPTY_DOMAIN));
        assertThat(v[1][1]).isEqualTo(Figure.missing(Reason.ZERO_DENOMINATOR));
        assertThat(v[2][2]).isEqualTo(Figure.missing(Reason.OVERFLOW));
        assertThat(v[0][3]).isEqualTo(Figure.missing(Reason.EMPTY_DOMAIN));
        assertThat(v[3][3].isKnown()).isTrue();
    }

    @Test
    void half_samples_and_the_jackknife_of_two_units_give_the_same_error_of_a_mean() {
        Drawing drawing = new Drawing(4, List.of(), codes(0, 0, 1, 1), List.of(), filled(4, 1));
        Design design = Design.of(drawing);
        Statistic mean = Statistic.mean(rows(4), row -> Y[row]);
        double linear = variance(DrawnSample.of(design, Lonely.FAIL, false), mean);
        for (Replicates.Type type : List.of(Replicates.Type.JKN, Replicates.Type.BRR)) {
            assertThat(variance(ReplicateSample.of(Replicates.of(design, type, false)), mean))
                    .isCloseTo(linear, EXACT);
        }
    }

    @Test
    void a_quantile_is_the_first_value_that_reaches_its_share() {
        DrawnSample sample = DrawnSample.of(Design.of(simple(4, 40)), Lonely.FAIL, false);
        for (double[] pair : new double[][] {{0.01, 1}, {0.25, 1}, {0.26, 3}, {0.5, 3}, {0.75, 5}, {0.76, 10}}) {
            SurveyTable table =
                    Quantiles.of(sample, List.of(new Quantiles.Wanted("y", rows(4), row -> Y[row], pair[0])), 0.95);
            assertThat(table.estimates().getFirst().value().value()).isEqualTo(pair[1]);
        }
    }
}
