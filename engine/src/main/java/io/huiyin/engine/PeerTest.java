package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Three-way comparison of units with the mean of their kind (METHODS 2.8).
 *
 * <p>t = (score - mu)/se, two-sided p by Student's or the normal distribution, Holm's step-down over the units compared: with probability at least
 * {@code level} no unit that equals the mean is flagged. With a shift the score is first moved by that many points
 * towards the mean. An error of 0 (complete count) is flagged unless the score equals the mean.
 */
public final class PeerTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private PeerTest() {}

    /**
     * One unit of a comparison.
     *
     * @param score in points
     * @param error its standard error, at least 0, in points
     * @param df degrees of freedom of the error, above 0; infinite for the normal distribution
     * @param shift how far the score may be off towards the mean, at least 0, in points
     */
    public record Contender(double score, double error, double df, double shift) {
        double statistic(double mean) {
            double distance = Math.max(0, Math.abs(score - mean) - shift);
            return distance == 0 ? 0 : distance / error;
        }
    }

    /**
     * Flags for all contenders, in their order; they do not depend on that order.
     *
     * @param mean the mean of the kind, in points
     * @param level confidence level, between 0 and 1
     */
    public static List<Flag> flags(List<Contender> contenders, double mean, double level) {
        double[] p = contenders.stream()
                .mapToDouble(c -> Surprise.of(c.statistic(mean), c.df()))
                .toArray();
        List<Integer> byP = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            byP.add(i);
        }
        byP.sort(Comparator.comparingDouble(i -> p[i]));
        List<Flag> flags = new ArrayList<>(java.util.Collections.nCopies(p.length, Flag.NOT_DISTINGUISHABLE));
        int step = 0;
        while (step < p.length && p[byP.get(step)] * (p.length - step) <= 1 - level) {
            int unit = byP.get(step++);
            flags.set(unit, contenders.get(unit).score() > mean ? Flag.ABOVE : Flag.BELOW);
        }
        return flags;
    }

    /**
     * Units that are remarkable even among units that truly differ (Spiegelhalter's overdispersed limits): (score -
     * mean)/sqrt(V + A) beyond the two-sided normal limit, each unit by itself. Never a flag: it says where to look first.
     *
     * @param scores in points
     * @param variances of the scores, at least 0
     * @param level such as 0.95 or 0.998
     */
    public static List<Flag> remarkable(double[] scores, double[] variances, RootLevel root, double level) {
        double limit = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            double distance = scores[i] - root.mean();
            boolean beyond = Math.abs(distance) > limit * Math.sqrt(variances[i] + root.between());
            flags.add(!beyond ? Flag.NOT_DISTINGUISHABLE : distance > 0 ? Flag.ABOVE : Flag.BELOW);
        }
        return flags;
    }
}
