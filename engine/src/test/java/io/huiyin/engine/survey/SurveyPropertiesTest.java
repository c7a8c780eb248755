package io.huiyin.engine.survey;

import static io.huiyin.engine.survey.Drawings.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for any data: bit-equal in any order, and unmoved by a mean of 1e9. */
class SurveyPropertiesTest {
    private static final int ROWS = 120;

    /** Rows of a stratified two-stage sample: stratum, unit, place in the unit, cell, y, x. */
    private static List<double[]> drawn(Random random) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new double[] {
                    i / 40, i / 8, i % 8, random.nextInt(3), random.nextGaussian(), 1 + random.nextDouble()
                })
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    private static Codes column(List<double[]> data, int place) {
        return Drawings.codes(data.stream().mapToInt(row -> (int) row[place]).toArray());
    }

    private static double[] numbers(List<double[]> data, int place) {
        return data.stream().mapToDouble(row -> row[place]).toArray();
    }

    private static Design design(List<double[]> data) {
        return Design.of(new Drawing(
                ROWS,
                List.of(column(data, 1), column(data, 2)),
                column(data, 0),
                List.of(Drawings.filled(ROWS, 30), Drawings.filled(ROWS, 11)),
                new double[0]));
    }

    private static List<Figure> everything(List<double[]> data, double shift) {
        double[] y = numbers(data, 4);
        double[] x = numbers(data, 5);
        Codes cells = column(data, 3);
        int[] domain =
                Arrays.stream(rows(ROWS)).filter(row -> cells.place()[row] == 1).toArray();
        List<Statistic> statistics = List.of(
                Statistic.mean(rows(ROWS), row -> shift + y[row]),
                Statistic.mean(domain, row -> shift + y[row]),
                new Statistic.Ratio(domain, row -> x[row] + y[row] / 9, row -> x[row]));
        Margin margin = Margin.of("c", cells, Map.of("l0", 300.0, "l1", 400.0, "l2", 500.0));
        double[][] terms = {Drawings.filled(ROWS, 1), x};
        Calibration calibration = new Calibration(
                List.of("1", "x"),
                terms,
                new double[] {1000, 1520},
                new Distance(Distance.Method.RAKING, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                new double[0]);
        DrawnSample plain = DrawnSample.of(design(data), Lonely.COLLAPSE, false);
        List<Figure> all = new java.util.ArrayList<>();
        for (Sample sample : List.of(
                plain,
                plain.fitted(new PostStratification(margin)),
                plain.fitted(calibration),
                ReplicateSample.of(Replicates.of(design(data), Replicates.Type.JKN, false)))) {
            statistics.forEach(s -> all.add(s.value(sample.weights())));
            Arrays.stream(sample.covariance(statistics)).forEach(row -> all.addAll(List.of(row)));
        }
        return all;
    }

    @Test
    void shuffled_rows_give_the_same_bits() {
        Random random = new Random(9);
        List<double[]> data = drawn(random);
        List<Figure> before = everything(data, 0);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(data, random);
            assertThat(everything(data, 0)).isEqualTo(before);
        }
    }

    @Test
    void relabelled_units_give_the_same_bits() {
        List<double[]> data = drawn(new Random(10));
        List<Figure> before = everything(data, 0);
        data.forEach(row -> row[1] = 50 - row[1]);
        data.forEach(row -> row[2] = 7 - row[2]);
        assertThat(everything(data, 0)).isEqualTo(before);
    }

    @Test
    void a_mean_of_1e9_keeps_the_error_of_a_spread_of_1() {
        List<double[]> data = drawn(new Random(11));
        // what is left of the spread once 1e9 has been added in the file
        data.forEach(row -> row[4] = (1e9 + row[4]) - 1e9);
        List<Figure> small = everything(data, 0);
        List<Figure> large = everything(data, 1e9);
        // variances of the two means in the plain and the post-stratified sample
        for (int place : new int[] {3, 7, 15, 19}) {
            assertThat(large.get(place).value() / small.get(place).value()).isCloseTo(1, within(2e-8));
        }
    }

    @Test
    void a_domain_without_a_lonely_unit_is_never_missing() {
        everything(drawn(new Random(12)), 3)
                .forEach(figure -> assertThat(figure.isKnown()).isTrue());
    }

    @Test
    void an_estimate_that_a_replicate_lacks_has_no_error() {
        List<double[]> data = drawn(new Random(13));
        Replicates replicates = Replicates.of(design(data), Replicates.Type.JKN, false);
        Statistic oneUnit = Statistic.mean(IntStream.range(0, 8).toArray(), row -> row);
        assertThat(ReplicateSample.of(replicates).covariance(List.of(oneUnit))[0][0])
                .isEqualTo(Figure.missing(Reason.REPLICATE_UNDEFINED));
    }
}
