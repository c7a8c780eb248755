package io.huiyin.engine;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An estimate with its standard error, both in the unit of the value (points 0 to 100 for scores, 0 to 1 for shares).
 *
 * @param value the estimate
 * @param standardError the plain design-based standard error (R's); 0 when all answers of every stratum agree
 */
public record Estimate(Figure value, Figure standardError) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * value -+ z standard errors: for the county as a whole, whose degrees of freedom are many; a unit's interval is the moderated
     * one.
     *
     * @param level between 0 and 1
     */
    public Interval normalInterval(double level) {
        if (!value.isKnown()) return new Interval(value, value);
        if (!standardError.isKnown()) return new Interval(standardError, standardError);
        double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        return Interval.around(value.value(), z * standardError.value());
    }

    static Estimate of(double value, double variance) {
        return new Estimate(Figure.of(value), Figure.of(Math.sqrt(variance)));
    }

    static Estimate missing(Reason reason) {
        return new Estimate(Figure.missing(reason), Figure.missing(reason));
    }
}
