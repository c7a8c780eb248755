package io.huiyin.engine.survey;

/** What fitting leaves of influence values (残差投影): z = s r becomes s (r - x'b), b from a weighted regression on x. */
interface Projection {

    /** The new influence values, for all rows. */
    double[] residual(double[] z);
}
