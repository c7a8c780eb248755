package io.huiyin.engine.survey;

import io.huiyin.engine.Estimate;
import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Interval;
import io.huiyin.engine.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles (分位数): the smallest value whose weighted share of rows at or below it reaches p. R: {@code svyquantile}
 * with qrule "math" and interval type "mean".
 *
 * <p>The interval is Woodruff's (1952): the t interval of the share at or below the quantile, read back as quantiles;
 * se = its width / (2 t). An end beyond 0 or 1 is missing. Below the first value's share R 4.1-1 returns the second
 * value; here it is the first.
 */
public final class Quantiles {
    private final Sample sample;
    private final double level;
    private final SurveyTable table = new SurveyTable(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new Figure[0][0],
            new ArrayList<>(),
            new ArrayList<>());
    private final List<Statistic> shares = new ArrayList<>();
    private final List<Figure> stretch = new ArrayList<>();

    /**
     * A quantile to be estimated.
     *
     * @param rows of the domain
     * @param p between 0 and 1
     */
    public record Wanted(String name, int[] rows, IntToDoubleFunction y, double p) {}

    private Quantiles(Sample sample, double level) {
        this.sample = sample;
        this.level = level;
    }

    /** Estimates quantiles; their covariance is that of the shares, stretched as each interval was. */
    public static SurveyTable of(Sample sample, List<Wanted> wanted, double level) {
        Quantiles quantiles = new Quantiles(sample, level);
        wanted.forEach(quantiles::add);
        SurveyTable t = quantiles.table;
        return new SurveyTable(
                t.names(),
                t.estimates(),
                t.intervals(),
                t.degreesOfFreedom(),
                quantiles.covariance(),
                t.designEffects(),
                t.rows());
    }

    private void add(Wanted one) {
        Steps steps = Steps.of(one, sample.weights());
        Figure value = steps.at(one.p);
        long df = sample.degreesOfFreedom(one.rows);
        Statistic share =
                Statistic.mean(one.rows, row -> value.isKnown() && one.y.applyAsDouble(row) <= value.value() ? 1 : 0);
        Figure variance = value.isKnown() ? sample.covariance(List.of(share))[0][0] : value;
        Interval interval = interval(steps, share, variance, df, one);
        Figure error = error(interval, df);
        shares.add(share);
        stretch.add(
                error.isKnown() && variance.isKnown() && variance.value() > 0
                        ? Figure.of(error.value() / Math.sqrt(variance.value()))
                        : error.isKnown() ? Figure.of(0) : error);
        table.names().add(one.name);
        table.estimates().add(new Estimate(value, error));
        table.intervals().add(interval);
        table.degreesOfFreedom().add(df);
        table.designEffects().add(Figure.missing(Reason.NO_DESIGN_EFFECT));
        table.rows().add(one.rows.length);
    }

    private Interval interval(Steps steps, Statistic share, Figure variance, long df, Wanted one) {
        if (variance instanceof Figure.Missing missing) {
            return new Interval(missing, missing);
        }
        if (df < 1) {
            return missing(Reason.NO_DEGREES_OF_FREEDOM);
        }
        boolean complete = sample.isComplete(one.rows);
        if (variance.value() <= 0 && !complete) {
            return missing(Reason.BEYOND_DATA);
        }
        double centre = share.value(sample.weights()).value();
        double half = quantileOfT(df) * Math.sqrt(Math.max(0, variance.value()));
        return new Interval(steps.at(centre - half), steps.at(centre + half));
    }

    private static Interval missing(Reason reason) {
        return new Interval(Figure.missing(reason), Figure.missing(reason));
    }

    private Figure error(Interval interval, long df) {
        return interval.isKnown()
                ? Figure.of((interval.high().value() - interval.low().value()) / (2 * quantileOfT(df)))
                : interval.low().isKnown() ? interval.high() : interval.low();
    }

    private double quantileOfT(long df) {
        return TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2);
    }

    private Figure[][] covariance() {
        Figure[][] covariance = sample.covariance(shares);
        for (int a = 0; a < covariance.length; a++) {
            for (int b = 0; b < covariance.length; b++) {
                Figure left = stretch.get(a);
                Figure right = stretch.get(b);
                Figure both = covariance[a][b];
                covariance[a][b] = !left.isKnown()
                        ? left
                        : !right.isKnown()
                                ? right
                                : both.isKnown() ? Figure.of(both.value() * left.value() * right.value()) : both;
            }
        }
        return covariance;
    }

    /** The weighted distribution: distinct values and the share of weight at or below each. */
    private record Steps(double[] values, double[] shares) {

        static Steps of(Wanted one, double[] weights) {
            int[] rows = Arrays.stream(one.rows)
                    .filter(row -> weights[row] != 0)
                    .boxed()
                    .sorted((a, b) -> Double.compare(one.y.applyAsDouble(a), one.y.applyAsDouble(b)))
                    .mapToInt(row -> row)
                    .toArray();
            double[] values = Arrays.stream(rows).mapToDouble(one.y).distinct().toArray();
            double[] sums = new double[values.length];
            Running running = new Running();
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                ExactSum tied = new ExactSum();
                while (at < rows.length && one.y.applyAsDouble(rows[at]) == values[i]) {
                    tied.add(weights[rows[at++]]);
                }
                running.add(tied.value());
                sums[i] = running.sum;
            }
            double all = running.sum;
            Arrays.setAll(sums, i -> sums[i] / all);
            return new Steps(values, sums);
        }

        Figure at(double p) {
            if (values.length == 0) {
                return Figure.missing(Reason.EMPTY_DOMAIN);
            }
            if (p < 0 || p > 1) {
                return Figure.missing(Reason.BEYOND_DATA);
            }
            int i = 0;
            while (shares[i] < p && i < shares.length - 1) {
                i++;
            }
            return Figure.of(values[i]);
        }
    }

    /** A running sum that carries what rounding lost. */
    private static final class Running {
        private double sum;
        private double lost;

        void add(double term) {
            double corrected = term + lost;
            double next = sum + corrected;
            lost = corrected - (next - sum);
            sum = next;
        }
    }
}
