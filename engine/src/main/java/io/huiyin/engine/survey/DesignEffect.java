package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;

/**
 * Design effect (设计效应): the variance over that of a simple random sample of as many rows. R: deff = TRUE (without
 * replacement) and deff = "replace".
 *
 * <p>Mean: S2 (N-n)/(N n), total: S2 N (N-n)/n, with S2 = n/(n-1) sum w (y - mean)^2 / sum w over the domain, N = sum w,
 * n rows with a weight; a ratio is the total of (y - R x)/X. With replacement the factor (N-n)/N is left out.
 */
public enum DesignEffect {
    WITHOUT_REPLACEMENT,
    WITH_REPLACEMENT;

    /** The design effect of an estimate, or {@link Reason#NO_DESIGN_EFFECT}. */
    Figure of(Statistic statistic, double[] weights, Figure variance) {
        Figure value = statistic.value(weights);
        if (!variance.isKnown() || !value.isKnown() || statistic instanceof Statistic.Difference) {
            return variance.isKnown() ? Figure.missing(Reason.NO_DESIGN_EFFECT) : variance;
        }
        Influence z = statistic.influence(weights);
        ExactSum all = new ExactSum();
        ExactSum sum = new ExactSum();
        int n = 0;
        for (int i = 0; i < z.rows().length; i++) {
            double w = weights[z.rows()[i]];
            all.add(w);
            sum.add(z.values()[i]);
            n += w == 0 ? 0 : 1;
        }
        double population = all.value();
        double spread = spread(z, weights, sum.value() / population) / population * n / (n - 1);
        double open = this == WITH_REPLACEMENT ? 1 : (population - n) / population;
        double simple = spread * population * population * open / n;
        double effect = variance.value() / simple;
        return simple > 0 && Double.isFinite(effect) ? Figure.of(effect) : Figure.missing(Reason.NO_DESIGN_EFFECT);
    }

    /** sum w (u - mean)^2, where z = w u. */
    private static double spread(Influence z, double[] weights, double mean) {
        ExactSum squares = new ExactSum();
        for (int i = 0; i < z.rows().length; i++) {
            double w = weights[z.rows()[i]];
            double deviation = w == 0 ? 0 : z.values()[i] / w - mean;
            squares.add(w * deviation * deviation);
        }
        return squares.value();
    }
}
