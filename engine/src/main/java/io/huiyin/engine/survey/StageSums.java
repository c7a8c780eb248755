package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import java.util.Arrays;

/**
 * Influence values of one statistic summed over the units of one stage, stratum by stratum; units without a row of the
 * statistic's domain are left out, though they count in the stratum's n.
 *
 * @param unit ascending, so that units of one stratum stand together
 * @param sum of z over each unit
 * @param stratum the strata met, ascending
 * @param start where each stratum's units begin, and one last entry for the end
 * @param mean of z over all n units drawn in the stratum
 */
record StageSums(int[] unit, double[] sum, int[] stratum, int[] start, double[] mean) {

    static StageSums of(Stage stage, Influence z) {
        long[] keys = new long[z.rows().length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) stage.unitOfRow()[z.rows()[i]] << 32) | i;
        }
        Arrays.sort(keys);
        int[] unit = new int[keys.length];
        double[] sum = new double[keys.length];
        int units = 0;
        for (int from = 0; from < keys.length; units++) {
            int to = from;
            while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
                to++;
            }
            unit[units] = (int) (keys[from] >> 32);
            sum[units] = sum(keys, from, to, z.values());
            from = to;
        }
        return byStratum(stage, Arrays.copyOf(unit, units), Arrays.copyOf(sum, units));
    }

    private static double sum(long[] keys, int from, int to, double[] values) {
        if (to == from + 1) {
            return values[(int) keys[from]];
        }
        ExactSum sum = new ExactSum();
        for (int i = from; i < to; i++) {
            sum.add(values[(int) keys[i]]);
        }
        return sum.value();
    }

    private static StageSums byStratum(Stage stage, int[] unit, double[] sum) {
        int[] strata = Arrays.stream(unit)
                .map(u -> stage.stratumOfUnit()[u])
                .distinct()
                .toArray();
        int[] start = new int[strata.length + 1];
        double[] mean = new double[strata.length];
        int at = 0;
        for (int s = 0; s < strata.length; s++) {
            ExactSum total = new ExactSum();
            start[s] = at;
            while (at < unit.length && stage.stratumOfUnit()[unit[at]] == strata[s]) {
                total.add(sum[at++]);
            }
            int n = stage.drawn()[strata[s]];
            boolean equal = at - start[s] == n && isConstant(sum, start[s], at);
            mean[s] = equal ? sum[start[s]] : total.value() / n;
        }
        start[strata.length] = at;
        return new StageSums(unit, sum, strata, start, mean);
    }

    /** Equal values have themselves as mean, without rounding: their variance is exactly 0. */
    private static boolean isConstant(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] != values[from]) {
                return false;
            }
        }
        return true;
    }
}
