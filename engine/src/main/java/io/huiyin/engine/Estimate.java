package io.huiyin.engine;

/**
 * An estimate with its standard error, both in the unit of the value (points 0 to 100 for scores, 0 to 1 for shares).
 *
 * @param value the estimate
 * @param standardError the plain design-based standard error (R's); 0 when all answers of every stratum agree
 */
public record Estimate(Figure value, Figure standardError) {

    static Estimate of(double value, double variance) {
        return new Estimate(Figure.of(value), Figure.of(Math.sqrt(variance)));
    }

    static Estimate missing(Reason reason) {
        return new Estimate(Figure.missing(reason), Figure.missing(reason));
    }
}
