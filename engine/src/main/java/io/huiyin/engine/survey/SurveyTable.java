package io.huiyin.engine.survey;

import io.huiyin.engine.Estimate;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Interval;
import io.huiyin.engine.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates of a survey with their errors (调查估计结果): parallel lists, one entry an estimate. */
public record SurveyTable(
        List<String> names,
        List<Estimate> estimates,
        List<Interval> intervals,
        List<Long> degreesOfFreedom,
        Figure[][] covariance,
        List<Figure> designEffects,
        List<Integer> rows) {

    /**
     * What is to be estimated.
     *
     * @param share whether it lies between 0 and 1
     * @param whole the same over the whole sample, for the design effect of a domain without spread
     */
    public record Wanted(
            String name,
            Statistic statistic,
            boolean share,
            @Nullable Statistic whole) {}

    /** How intervals and design effects are given. */
    public record Manner(IntervalKind interval, double level, DesignEffect designEffect) {}

    /** Estimates all wanted statistics with their joint covariance. */
    public static SurveyTable of(Sample sample, List<Wanted> wanted, Manner manner) {
        double[] weights = sample.weights();
        Figure[][] covariance =
                sample.covariance(wanted.stream().map(Wanted::statistic).toList());
        SurveyTable table = new SurveyTable(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                covariance,
                new ArrayList<>(),
                new ArrayList<>());
        long df = sample.degreesOfFreedom();
        for (int i = 0; i < covariance.length; i++) {
            Wanted one = wanted.get(i);
            Figure value = one.statistic.value(weights);
            Figure variance = covariance[i][i];
            long own = manner.interval.isForShares() ? sample.degreesOfFreedom(one.statistic.rows()) : df;
            table.names.add(one.name);
            table.estimates.add(new Estimate(value, root(variance)));
            table.intervals.add(interval(sample, one, manner, own, variance));
            table.degreesOfFreedom.add(own);
            table.designEffects.add(manner.designEffect.of(one.statistic, weights, variance));
            table.rows.add(one.statistic.rows().length);
        }
        return table;
    }

    static Figure root(Figure variance) {
        return variance.isKnown() ? Figure.of(Math.sqrt(Math.max(0, variance.value()))) : variance;
    }

    private static Interval interval(Sample sample, Wanted one, Manner manner, long df, Figure variance) {
        if (variance instanceof Figure.Missing missing) {
            return new Interval(missing, missing);
        }
        double value = one.statistic.value(sample.weights()).value();
        if (manner.interval.isForShares() && !one.share) {
            return new Interval(Figure.missing(Reason.NOT_A_SHARE), Figure.missing(Reason.NOT_A_SHARE));
        }
        if (variance.value() == 0 && sample.isComplete(one.statistic.rows())) {
            return new Interval(Figure.of(value), Figure.of(value));
        }
        return manner.interval.around(new IntervalKind.Basis(
                value,
                Math.max(0, variance.value()),
                one.statistic.rows().length,
                df,
                wholeEffect(sample, one),
                manner.level));
    }

    private static double wholeEffect(Sample sample, Wanted one) {
        Statistic whole = one.whole;
        if (whole == null || !one.share) {
            return 1;
        }
        Figure variance = sample.covariance(List.of(whole))[0][0];
        Figure effect = DesignEffect.WITH_REPLACEMENT.of(whole, sample.weights(), variance);
        return effect.isKnown() ? Math.max(1, effect.value()) : 1;
    }
}
