package io.huiyin.engine;

import java.util.List;

/**
 * The interviews of one unit, in groups of one weight, and what the way they were drawn says about variances: strata
 * ({@link Pools}) or sections drawn before matters ({@link Stages}).
 */
sealed interface UnitSample permits Pools, Stages {

    /** Groups of interviews that share one weight. */
    List<StratumCounts> pools();

    /** How many matters each interview of a group speaks for; only for groups with an interview. */
    double weight(int pool);

    /** How many matters each drawn matter of a group speaks for; only for groups with a draw. */
    double drawnWeight(int pool);

    /** The group a stratum went into, or -1 if it has none. */
    int poolOf(Stratum stratum);

    /** N: all matters of the unit, in the sample's reach or not. */
    long matters();

    /** Matters of one rating class. */
    long matters(int ratingClass);

    /** n: interviews. */
    long interviews();

    /** Matters drawn. */
    long drawn();

    /** Strata, or sections drawn. */
    int strata();

    /** Strata that were pooled because they had fewer than two interviews. */
    int collapsed();

    /** Degrees of freedom as R counts them: interviews minus strata, or sections minus 1. */
    long df();

    /**
     * Mean of a value over all matters of the unit, with its plain variance.
     *
     * @param lonelySpread stands for the variance within a group whose own cannot be known
     */
    StratifiedMean mean(CellValue value, double lonelySpread);

    /**
     * Adds the variance of sum z over the interviews of a domain, z = weight(pool) v / total (METHODS 2.1); interviews
     * outside the domain count as zeros.
     *
     * @param domain interviews of the domain by group, rating class and answer, as in {@link StratumCounts}
     */
    void addVariance(long[][] domain, CellValue value, double total, ExactSum variance);

    /**
     * Adds the covariances of sums of several z over all interviews, z with its weight.
     *
     * @param sums of each z, by group
     * @param products of each two z, by group: lower triangles
     * @param into lower triangle
     */
    void addCovariance(double[][] sums, double[][][] products, ExactSum[][] into);

    /** What the variance of a mean is made of: one part per stage of the draw, the first stage first. */
    List<Spread> spreads(CellValue value);

    /** Share of the drawn who answered, weighted by the matters they stand for; only when somebody was drawn. */
    double response();

    /** Is there a single interview that speaks for others? Its spread cannot be known. */
    default boolean isLonely() {
        return interviews() == 1 && matters() > 1;
    }

    /** All interviews as a domain. */
    default long[][] everybody() {
        return pools().stream().map(StratumCounts::cells).toArray(long[][]::new);
    }

    /** The domain of the rated matters. */
    default long[][] rated() {
        return pools().stream()
                .map(pool -> {
                    long[] cells = pool.cells().clone();
                    java.util.Arrays.fill(cells, 0, 6, 0);
                    return cells;
                })
                .toArray(long[][]::new);
    }

    /** The domain of the matters without a linkable rating. */
    default long[][] unrated() {
        return pools().stream()
                .map(pool -> java.util.Arrays.copyOf(java.util.Arrays.copyOf(pool.cells(), 6), StratumCounts.CELLS))
                .toArray(long[][]::new);
    }

    /**
     * A part of a variance: factor times s2, where s2 = squares / df is to be estimated.
     *
     * @param factor how much of s2 goes into the variance; 0 when this stage was complete
     * @param squares sum of squared deviations
     * @param df their degrees of freedom
     */
    record Spread(double factor, double squares, long df) {}
}
