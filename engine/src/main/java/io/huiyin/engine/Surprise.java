package io.huiyin.engine;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** How often chance alone brings a score as far off as it is: two-sided tails. */
final class Surprise {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Surprise() {}

    /**
     * P(|T| >= distance).
     *
     * @param distance in standard errors, at least 0; may be infinite
     * @param df degrees of freedom of the error, above 0; infinite for an error that is certain (normal distribution)
     */
    static double of(double distance, double df) {
        double tail = Double.isInfinite(df)
                ? NORMAL.survivalProbability(distance)
                : TDistribution.of(df).survivalProbability(distance);
        return Math.min(1, 2 * tail);
    }
}
