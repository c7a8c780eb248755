package io.huiyin.engine.survey;

import io.huiyin.engine.Figure;
import io.huiyin.engine.Interval;
import io.huiyin.engine.Reason;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Kinds of confidence intervals (置信区间的种类). Those from {@link #LOGIT} on are for shares; they never leave 0 to 1.
 *
 * <p>At a share of 0 or 1, or without any variance, n answers count as n / max(1, design effect of the whole sample)
 * (METHODS 2.2); R gives NaN there.
 */
public enum IntervalKind {
    /** estimate +- t(df) se. */
    T {
        @Override
        Interval of(Basis b) {
            return b.df < 1 ? missing(Reason.NO_DEGREES_OF_FREEDOM) : plusMinus(b.estimate, b.t(b.df) * b.error());
        }
    },
    /** estimate +- z se. */
    NORMAL {
        @Override
        Interval of(Basis b) {
            return plusMinus(b.estimate, b.z() * b.error());
        }
    },
    /** t interval of log(p/(1-p)), turned back; not defined at 0 and 1. R: svyciprop xlogit. */
    LOGIT {
        @Override
        Interval of(Basis b) {
            double p = b.estimate;
            if (p <= 0 || p >= 1) {
                return missing(Reason.SHARE_AT_EDGE);
            }
            if (b.df < 1) {
                return missing(Reason.NO_DEGREES_OF_FREEDOM);
            }
            double half = b.t(b.df) * b.error() / (p * (1 - p));
            double centre = Math.log(p / (1 - p));
            return new Interval(Figure.of(logistic(centre - half)), Figure.of(logistic(centre + half)));
        }
    },
    /** Korn and Graubard 1998: Clopper-Pearson on n* = p(1-p)/V (t(n-1)/t(df))^2 answers. R: svyciprop beta. */
    BETA {
        @Override
        Interval of(Basis b) {
            if (b.df < 1 || b.n < 2) {
                return missing(Reason.NO_DEGREES_OF_FREEDOM);
            }
            double ratio = b.t(b.n - 1) / b.t(b.df);
            double plain = b.hasSpread() ? b.estimate * (1 - b.estimate) / b.variance : b.n / b.wholeDesignEffect;
            return exact(b, plain * ratio * ratio);
        }
    },
    /** Wilson 1927 on n / (design effect) answers. */
    WILSON {
        @Override
        Interval of(Basis b) {
            double n = b.effective();
            double p = b.estimate;
            double z = b.z();
            double below = 1 + z * z / n;
            double centre = (p + z * z / (2 * n)) / below;
            double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / below;
            return plusMinus(centre, half).within(0, 1);
        }
    },
    /** Clopper and Pearson 1934 on n / (design effect) answers. */
    CLOPPER_PEARSON {
        @Override
        Interval of(Basis b) {
            return exact(b, b.effective());
        }
    };

    /**
     * What an interval is made of.
     *
     * @param variance of the estimate
     * @param n rows of the domain
     * @param df degrees of freedom
     * @param wholeDesignEffect design effect (with replacement) of the same share over the whole sample, at least 1
     * @param level such as 0.95
     */
    public record Basis(double estimate, double variance, long n, long df, double wholeDesignEffect, double level) {

        /** An error this small beside the estimate is nothing but rounding. */
        private static final double ROUNDING = 1e-13;

        double error() {
            return Math.sqrt(variance);
        }

        double t(long degrees) {
            return TDistribution.of(degrees).inverseSurvivalProbability((1 - level) / 2);
        }

        double z() {
            return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        }

        boolean hasSpread() {
            return estimate > 0 && estimate < 1 && error() > ROUNDING * estimate;
        }

        /** n over the design effect V (n-1) / (p(1-p)); n itself for a simple random sample. */
        double effective() {
            return hasSpread() && n > 1 ? n * estimate * (1 - estimate) / ((n - 1) * variance) : n / wholeDesignEffect;
        }
    }

    abstract Interval of(Basis basis);

    /** Is it for shares only? */
    public boolean isForShares() {
        return compareTo(LOGIT) >= 0;
    }

    /**
     * The interval of an estimate.
     *
     * @return missing with {@link Reason#NOT_A_SHARE} if the estimate must lie between 0 and 1 and does not
     */
    public Interval around(Basis basis) {
        boolean fits = !isForShares() || basis.estimate >= 0 && basis.estimate <= 1;
        return fits ? of(basis) : missing(Reason.NOT_A_SHARE);
    }

    /** Beta quantiles around n p of n answers. */
    static Interval exact(Basis b, double n) {
        double yes = n * b.estimate;
        double no = n - yes;
        double tail = (1 - b.level) / 2;
        double low = b.estimate <= 0 ? 0 : BetaDistribution.of(yes, no + 1).inverseCumulativeProbability(tail);
        double high = b.estimate >= 1 ? 1 : BetaDistribution.of(yes + 1, no).inverseSurvivalProbability(tail);
        return new Interval(Figure.of(low), Figure.of(high));
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static Interval plusMinus(double centre, double half) {
        return new Interval(Figure.of(centre - half), Figure.of(centre + half));
    }

    static Interval missing(Reason reason) {
        return new Interval(Figure.missing(reason), Figure.missing(reason));
    }
}
