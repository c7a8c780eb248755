package io.huiyin.engine.survey;

/** Weights fitted to population totals (权数校准): post-stratification, raking or calibration. */
public sealed interface Fit permits PostStratification, Raking, Calibration {

    /**
     * Fits the weights.
     *
     * @throws Refused if no weights reach the totals
     */
    Fitted to(double[] weights);

    /** Fitted weights, and what the fitting leaves of a linear statistic. */
    record Fitted(double[] weights, Projection projection) {}
}
