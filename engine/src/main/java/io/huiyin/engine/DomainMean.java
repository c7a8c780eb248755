package io.huiyin.engine;

import java.util.List;
import java.util.function.Function;

/**
 * Weighted mean of a value over the interviews of a domain, by linearisation.
 *
 * <p>m = sum w v / sum w over the domain, z = w (v - m) / sum w in it and 0 outside, and the variance of sum z as the
 * draw has it (METHODS 2.1).
 */
final class DomainMean {

    private DomainMean() {}

    /** Over the rated matters (classes 1 to 5), or the reason {@link Reason#NO_PAIR} when there is none. */
    static Estimate ofRated(List<? extends UnitSample> units, CellValue value) {
        return of(units, UnitSample::rated, value, Reason.NO_PAIR);
    }

    /** Over all interviews, or the reason {@link Reason#NO_INTERVIEW} when there is none. */
    static Estimate ofAll(List<? extends UnitSample> units, CellValue value) {
        return of(units, UnitSample::everybody, value, Reason.NO_INTERVIEW);
    }

    /** Over a domain of one unit, or {@code empty} when nobody in it was interviewed. */
    static Estimate of(UnitSample unit, long[][] domain, CellValue value, Reason empty) {
        return of(List.of(unit), u -> domain, value, empty);
    }

    /** Variance of the mean over the rated matters minus that over the others; only where both have an interview. */
    static double differenceVariance(UnitSample unit, CellValue value) {
        double[] of = {totals(unit, unit.unrated(), value), totals(unit, unit.rated(), value)};
        double[] weights = {totals(unit, unit.unrated(), (c, y) -> 1), totals(unit, unit.rated(), (c, y) -> 1)};
        CellValue z = (c, y) -> {
            int domain = c == 0 ? 0 : 1;
            double deviation = (value.of(c, y) - of[domain] / weights[domain]) / weights[domain];
            return domain == 0 ? -deviation : deviation;
        };
        ExactSum variance = new ExactSum();
        unit.addVariance(unit.everybody(), z, 1, variance);
        return Math.max(0, variance.value());
    }

    private static double totals(UnitSample unit, long[][] domain, CellValue value) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < domain.length; i++) {
            double inside = Moments.sum(domain[i], value);
            sum.add(inside == 0 ? 0 : unit.weight(i) * inside);
        }
        return sum.value();
    }

    private static Estimate of(
            List<? extends UnitSample> units, Function<UnitSample, long[][]> domains, CellValue value, Reason empty) {
        ExactSum weights = new ExactSum();
        ExactSum values = new ExactSum();
        for (UnitSample unit : units) {
            long[][] domain = domains.apply(unit);
            for (int i = 0; i < domain.length; i++) {
                double inside = Moments.sum(domain[i], (c, y) -> 1);
                if (inside > 0) {
                    weights.add(unit.weight(i) * inside);
                    values.add(unit.weight(i) * Moments.sum(domain[i], value));
                }
            }
        }
        double weight = weights.value();
        if (weight == 0) {
            return Estimate.missing(empty);
        }
        double mean = values.value() / weight;
        ExactSum variance = new ExactSum();
        for (UnitSample unit : units) {
            unit.addVariance(domains.apply(unit), (c, y) -> value.of(c, y) - mean, weight, variance);
        }
        return Estimate.of(mean, variance.value());
    }
}
