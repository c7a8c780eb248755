package io.huiyin.engine;

/**
 * Mean of a value over all matters of a unit, estimated from its interviews (分层估计; METHODS 2.1).
 *
 * <p>mean = sum W_h ybar_h and V = sum W_h^2 (1 - r_h/N_h) s2_h / r_h with W_h = N_h/N; equal to R's svymean with
 * strata and fpc. A pool with one interview that is not complete adds {@code lonelySpread} in place of s2.
 *
 * @param mean in the unit of the value
 * @param variance of the mean
 */
record StratifiedMean(double mean, double variance) {

    static StratifiedMean of(Pools unit, CellValue value, double lonelySpread) {
        double all = unit.matters();
        ExactSum mean = new ExactSum();
        ExactSum variance = new ExactSum();
        for (StratumCounts pool : unit.pools()) {
            Moments moments = Moments.of(pool, value);
            double spread = moments.interviews() > 1 ? moments.variance() : lonelySpread;
            double share = pool.matters() / all;
            mean.add(share * moments.mean());
            variance.add(share * share * pool.correction() * spread / moments.interviews());
        }
        return new StratifiedMean(mean.value(), variance.value());
    }

    /** k = sum W_h^2 (1 - r_h/N_h) / r_h: what a common variance is multiplied by; 0 for a complete count. */
    static double designFactor(Pools unit) {
        double all = unit.matters();
        ExactSum factor = new ExactSum();
        for (StratumCounts pool : unit.pools()) {
            double share = pool.matters() / all;
            factor.add(share * share * pool.correction() / pool.interviews());
        }
        return factor.value();
    }
}
