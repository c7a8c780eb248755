package io.huiyin.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * For charts only (Goldstein and Healy 1995, JRSS A 158): whiskers of score -+ multiplier times error, of which two
 * units' overlap as often as a test at 1 - level finds no difference, on average over the pairs.
 */
public final class GoldsteinHealy {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private GoldsteinHealy() {}

    /**
     * The z with mean over pairs of 2 Phi(-z (s_i + s_j)/sqrt(s_i^2 + s_j^2)) = 1 - level; 1.385904 for equal errors at
     * 0.95.
     *
     * @param errors at least two, above 0
     */
    public static double multiplier(double[] errors, double level) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            for (int j = 0; j < i; j++) {
                ratios.add((errors[i] + errors[j]) / Math.hypot(errors[i], errors[j]));
            }
        }
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("fewer than two errors");
        }
        return RobustCritical.falling(
                z -> {
                    ExactSum sum = new ExactSum();
                    ratios.forEach(ratio -> sum.add(2 * NORMAL.survivalProbability(z * ratio)));
                    return sum.value() / ratios.size() - (1 - level);
                },
                0,
                40);
    }
}
