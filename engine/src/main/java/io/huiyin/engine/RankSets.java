package io.huiyin.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which places in the order each unit may truly have (名次区间; METHODS 2.7), 1 for the highest score.
 *
 * <p>L = 1 + number of units significantly better, U = p - number significantly worse. With probability at least
 * {@code level} all sets hold at once.
 *
 * @param low L of each unit
 * @param high U of each unit
 * @param toldApart pairs whose order is certain
 */
public record RankSets(int[] low, int[] high, int toldApart) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Variance of the difference between two scores. */
    @FunctionalInterface
    public interface PairVariance {
        double of(int i, int j);
    }

    /**
     * From Holm's test of all pairs of independent scores.
     *
     * @param scores in points, finite
     * @param errors standard errors, at least 0; two scores without error are told apart when they differ
     * @param level confidence level, between 0 and 1
     */
    public static RankSets holm(double[] scores, double[] errors, double level) {
        return holm(scores, (i, j) -> errors[i] * errors[i] + errors[j] * errors[j], level);
    }

    /** From Holm's test of all pairs, whatever the variances of their differences. */
    public static RankSets holm(double[] scores, PairVariance variance, double level) {
        int p = scores.length;
        int pairs = p * (p - 1) / 2;
        int[] first = new int[pairs];
        int[] second = new int[pairs];
        double[] miss = new double[pairs];
        int pair = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                first[pair] = i;
                second[pair] = j;
                double distance = Math.abs(scores[i] - scores[j]);
                double z = distance == 0 ? 0 : distance / Math.sqrt(variance.of(i, j));
                miss[pair++] = Math.min(1, 2 * NORMAL.survivalProbability(z));
            }
        }
        Integer[] order = IntStream.range(0, pairs).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> miss[i]));
        boolean[][] better = new boolean[p][p];
        int step = 0;
        while (step < pairs && miss[order[step]] * (pairs - step) <= 1 - level) {
            int i = first[order[step]];
            int j = second[order[step++]];
            better[i][j] = scores[i] > scores[j];
            better[j][i] = !better[i][j];
        }
        return of(better);
    }

    /** From a table of who is certainly better than whom. */
    static RankSets of(boolean[][] better) {
        int p = better.length;
        int[] low = new int[p];
        int[] high = new int[p];
        int pairs = 0;
        Arrays.fill(low, 1);
        Arrays.fill(high, p);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                if (better[i][j]) {
                    low[j]++;
                    high[i]--;
                    pairs++;
                }
            }
        }
        return new RankSets(low, high, pairs);
    }
}
