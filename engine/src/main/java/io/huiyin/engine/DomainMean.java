package io.huiyin.engine;

import java.util.List;

/**
 * Weighted mean of a value over those interviewed matters that were also rated (classes 1 to 5), by linearisation.
 *
 * <p>m = sum w v / sum w over the domain, z = w (v - m) / sum w in it and 0 outside, V = sum (1 - r/N) r/(r-1) [sum z^2
 * - (sum z)^2 / r] over all interviews of a pool (METHODS 2.1). Pools with one interview add nothing.
 *
 * @param mean in the unit of the value
 * @param variance of the mean
 */
record DomainMean(double mean, double variance) {

    /** Estimate over the given pools, or the reason {@link Reason#NO_PAIR} when the domain is empty. */
    static Estimate ofRated(List<StratumCounts> pools, CellValue value) {
        ExactSum weights = new ExactSum();
        ExactSum values = new ExactSum();
        for (StratumCounts pool : pools) {
            if (pool.interviews() > 0) {
                weights.add(pool.weight() * (pool.interviews() - pool.interviews(0)));
                values.add(pool.weight() * Moments.sum(pool, (c, y) -> c == 0 ? 0 : value.of(c, y)));
            }
        }
        double weight = weights.value();
        if (weight == 0) {
            return Estimate.missing(Reason.NO_PAIR);
        }
        double mean = values.value() / weight;
        return Estimate.of(mean, variance(pools, value, mean, weight));
    }

    private static double variance(List<StratumCounts> pools, CellValue value, double mean, double weight) {
        ExactSum variance = new ExactSum();
        for (StratumCounts pool : pools) {
            long r = pool.interviews();
            if (r > 1) {
                double w = pool.weight() / weight;
                Moments z = Moments.of(pool, (c, y) -> c == 0 ? 0 : w * (value.of(c, y) - mean));
                variance.add(pool.correction() * r * z.variance());
            }
        }
        return variance.value();
    }
}
