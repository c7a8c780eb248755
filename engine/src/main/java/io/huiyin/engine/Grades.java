package io.huiyin.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Grades that only separate what the data can separate (分档; Kline, Rose and Walters 2024, American Economic Review 114;
 * METHODS 2.8).
 *
 * <p>Posterior mean e and variance v of each unit; pi_ij = Phi((e_i - e_j)/sqrt(v_i + v_j)); putting i above j gains (1 +
 * lambda) pi_ij - 1. In the order of e, contiguous blocks minimise the gain forgone within blocks, by dynamic programme;
 * of equal solutions the one with fewer grades.
 */
public final class Grades {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double TIE = 1e-12;

    private Grades() {}

    /**
     * Grade of each unit, 1 for the highest.
     *
     * @param means posterior means
     * @param variances posterior variances, at least 0
     * @param lambda how much a wrong order weighs less than a right one gains, 0 to 1: at 0.1 a split asks for pi above
     *     0.909
     */
    public static int[] of(double[] means, double[] variances, double lambda) {
        int p = means.length;
        Integer[] order = IntStream.range(0, p).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> -means[i]).thenComparingDouble(i -> variances[i]));
        double[][] forgone = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int k = i + 1; k < p; k++) {
                forgone[i][k] = forgone[i][k - 1] + gain(means, variances, order[i], order[k], lambda);
            }
        }
        double[] best = new double[p + 1];
        int[] grades = new int[p + 1];
        int[] from = new int[p + 1];
        for (int j = 1; j <= p; j++) {
            double within = 0;
            best[j] = Double.POSITIVE_INFINITY;
            // the block i..j grows upwards: unit i joins those below it
            for (int i = j; i >= 1; i--) {
                within += forgone[i - 1][j - 1];
                double cost = best[i - 1] + within;
                double tie = TIE * Math.max(1, Math.abs(cost));
                if (cost < best[j] - tie || cost <= best[j] + tie && grades[i - 1] + 1 < grades[j]) {
                    best[j] = cost;
                    from[j] = i - 1;
                    grades[j] = grades[i - 1] + 1;
                }
            }
        }
        int[] grade = new int[p];
        for (int j = p; j > 0; j = from[j]) {
            for (int i = from[j]; i < j; i++) {
                grade[order[i]] = grades[j];
            }
        }
        return grade;
    }

    private static double gain(double[] means, double[] variances, int above, int below, double lambda) {
        double distance = means[above] - means[below];
        double spread = Math.sqrt(variances[above] + variances[below]);
        double pi = distance == 0 ? 0.5 : NORMAL.cumulativeProbability(distance / spread);
        return (1 + lambda) * pi - 1;
    }
}
