package io.huiyin.engine.survey;

import io.huiyin.engine.Figure;
import java.util.List;

/** A sample (样本) that has weights and knows how sure its estimates are. */
public sealed interface Sample permits DrawnSample, ReplicateSample, TwoPhaseSample {

    /** One weight a row; rows of no second phase have 0. */
    double[] weights();

    /** The rows that estimates may use, ascending. */
    int[] rows();

    /** Covariances of the estimates; missing where a value or its error is. */
    Figure[][] covariance(List<Statistic> statistics);

    /** Degrees of freedom of the whole sample (R's degf). */
    long degreesOfFreedom();

    /** Degrees of freedom of a domain alone. */
    long degreesOfFreedom(int[] domain);

    /** Was everything that these rows stand for asked, so that there is no sampling error? */
    boolean isComplete(int[] domain);
}
