package io.huiyin.engine.survey;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small designs for tests. */
final class Drawings {

    private Drawings() {}

    static Codes codes(int... places) {
        int most = Arrays.stream(places).max().orElse(0);
        return new Codes(
                places, IntStream.rangeClosed(0, most).mapToObj(i -> "l" + i).toList());
    }

    static Drawing simple(int rows, double population) {
        return new Drawing(rows, List.of(), null, List.of(filled(rows, population)), new double[0]);
    }

    static Drawing stratified(Codes strata, double... populations) {
        double[] each =
                Arrays.stream(strata.place()).mapToDouble(h -> populations[h]).toArray();
        return new Drawing(strata.rows(), List.of(), strata, List.of(each), new double[0]);
    }

    static double[] filled(int rows, double value) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return values;
    }

    static int[] rows(int count) {
        return IntStream.range(0, count).toArray();
    }

    static double variance(Sample sample, Statistic statistic) {
        return sample.covariance(List.of(statistic))[0][0].value();
    }
}
