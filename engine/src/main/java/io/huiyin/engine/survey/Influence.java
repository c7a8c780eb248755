package io.huiyin.engine.survey;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Influence values z of one statistic (影响值; METHODS 2.1): on the rows of its domain, 0 elsewhere.
 *
 * @param rows ascending
 * @param values one for each of {@code rows}
 */
record Influence(int[] rows, double[] values) {

    /** Is a value so large that its square could not be held? */
    boolean isHuge() {
        return !Arrays.stream(values).allMatch(z -> Math.abs(z) < Statistic.HUGE);
    }

    /** z as an array over all rows. */
    double[] dense(int length) {
        double[] all = new double[length];
        for (int i = 0; i < rows.length; i++) {
            all[rows[i]] = values[i];
        }
        return all;
    }

    /** The part on rows that pass. */
    Influence on(IntPredicate wanted) {
        int[] kept = IntStream.range(0, rows.length)
                .filter(i -> wanted.test(rows[i]))
                .toArray();
        return new Influence(
                Arrays.stream(kept).map(i -> rows[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }

    /** z minus another z; 0 where a row is in neither. */
    Influence minus(Influence other) {
        int[] union = IntStream.concat(Arrays.stream(rows), Arrays.stream(other.rows))
                .sorted()
                .distinct()
                .toArray();
        double[] difference = new double[union.length];
        for (int i = 0, a = 0, b = 0; i < union.length; i++) {
            if (a < rows.length && rows[a] == union[i]) {
                difference[i] += values[a++];
            }
            if (b < other.rows.length && other.rows[b] == union[i]) {
                difference[i] -= other.values[b++];
            }
        }
        return new Influence(union, difference);
    }
}
