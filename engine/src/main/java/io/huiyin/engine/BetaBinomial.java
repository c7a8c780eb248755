package io.huiyin.engine;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Shares of persons or districts that vary like a beta distribution (METHODS 2.6): y_i of n_i, maximum likelihood for a
 * and b; posterior Beta(y + a, n - y + b).
 *
 * <p>Without more spread than the binomial has, likelihood grows for ever with a + b; then {@code pooled} is true, every
 * posterior is the pooled share, and a and b are missing.
 *
 * @param mean a/(a+b), or the pooled share
 * @param a first parameter
 * @param b second parameter
 */
public record BetaBinomial(double mean, Figure a, Figure b) {
    private static final int STEPS = 200;

    /**
     * Fits the model.
     *
     * @param y successes, 0 to n
     * @param n trials, at least 0
     * @throws IllegalArgumentException if lengths differ, a number is out of range or there is no trial
     */
    public static BetaBinomial fit(long[] y, long[] n) {
        long successes = 0;
        long trials = 0;
        for (int i = 0; i < y.length; i++) {
            if (n.length != y.length || y[i] < 0 || y[i] > n[i]) {
                throw new IllegalArgumentException("place " + (i + 1) + ": " + y[i] + " of " + n[i]);
            }
            successes += y[i];
            trials += n[i];
        }
        if (trials == 0) {
            throw new IllegalArgumentException("there is no trial");
        }
        double pooled = (double) successes / trials;
        if (successes == 0 || successes == trials || score(y, n, pooled) <= 0) {
            Figure none = Figure.missing(Reason.NO_SPREAD);
            return new BetaBinomial(pooled, none, none);
        }
        double[] at = newton(y, n, Math.log(10 * pooled), Math.log(10 * (1 - pooled)));
        double a = Math.exp(at[0]);
        double b = Math.exp(at[1]);
        return new BetaBinomial(a / (a + b), Figure.of(a), Figure.of(b));
    }

    /** Is there no spread beyond the binomial? */
    public boolean isPooled() {
        return !a.isKnown();
    }

    /** Posterior mean of a share with {@code y} of {@code n}. */
    public double posterior(long y, long n) {
        return isPooled() ? mean : (y + a.value()) / (n + a.value() + b.value());
    }

    /** Intra-class correlation 1/(a+b+1); 0 without spread beyond the binomial. */
    public double correlation() {
        return isPooled() ? 0 : 1 / (a.value() + b.value() + 1);
    }

    /**
     * Equal-tailed interval of the posterior of a share with {@code y} of {@code n}; both ends are the pooled share when
     * there is no spread beyond the binomial.
     *
     * @param level between 0 and 1
     */
    public Interval interval(long y, long n, double level) {
        if (isPooled()) {
            return Interval.around(mean, 0);
        }
        BetaDistribution posterior = BetaDistribution.of(y + a.value(), n - y + b.value());
        double tail = (1 - level) / 2;
        return new Interval(
                Figure.of(posterior.inverseCumulativeProbability(tail)),
                Figure.of(posterior.inverseSurvivalProbability(tail)));
    }

    /** Slope of the log-likelihood at no extra spread, in 1/(a+b): positive when there is some. */
    private static double score(long[] y, long[] n, double p) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < y.length; i++) {
            long m = n[i] - y[i];
            sum.add(y[i] * (y[i] - 1.0) / p);
            sum.add(m * (m - 1.0) / (1 - p));
            sum.add(-n[i] * (n[i] - 1.0));
        }
        return sum.value();
    }

    /** Newton's steps in (log a, log b), halved until the likelihood does not fall. */
    private static double[] newton(long[] y, long[] n, double logA, double logB) {
        double u = logA;
        double v = logB;
        double likelihood = likelihood(y, n, u, v);
        for (int step = 0; step < STEPS; step++) {
            double a = Math.exp(u);
            double b = Math.exp(v);
            double[] da = slopes(y, a);
            double[] db = slopes(minus(n, y), b);
            double[] dn = slopes(n, a + b);
            double gu = a * (da[0] - dn[0]);
            double gv = b * (db[0] - dn[0]);
            double huu = gu + a * a * (da[1] - dn[1]);
            double hvv = gv + b * b * (db[1] - dn[1]);
            double huv = -a * b * dn[1];
            double determinant = huu * hvv - huv * huv;
            boolean peak = determinant > 0 && huu < 0;
            double du = peak ? -(hvv * gu - huv * gv) / determinant : gu / (1 + Math.abs(huu));
            double dv = peak ? -(huu * gv - huv * gu) / determinant : gv / (1 + Math.abs(hvv));
            double share = 1;
            double next = likelihood(y, n, u + du, v + dv);
            while (!(next >= likelihood) && share > 1e-10) {
                share /= 2;
                next = likelihood(y, n, u + share * du, v + share * dv);
            }
            u += share * du;
            v += share * dv;
            likelihood = Math.max(likelihood, next);
            if (Math.abs(du) + Math.abs(dv) < 1e-13) {
                break;
            }
        }
        return new double[] {u, v};
    }

    private static long[] minus(long[] n, long[] y) {
        long[] rest = new long[n.length];
        java.util.Arrays.setAll(rest, i -> n[i] - y[i]);
        return rest;
    }

    /** sum over places of sum_{k < count} 1/(c+k), and its derivative. */
    private static double[] slopes(long[] counts, double c) {
        ExactSum first = new ExactSum();
        ExactSum second = new ExactSum();
        for (long count : counts) {
            for (long k = 0; k < count; k++) {
                first.add(1 / (c + k));
                second.add(-1 / ((c + k) * (c + k)));
            }
        }
        return new double[] {first.value(), second.value()};
    }

    private static double likelihood(long[] y, long[] n, double u, double v) {
        double a = Math.exp(u);
        double b = Math.exp(v);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < y.length; i++) {
            for (long k = 0; k < n[i]; k++) {
                sum.add(-Math.log(a + b + k));
                sum.add(k < y[i] ? Math.log(a + k) : Math.log(b + k - y[i]));
            }
        }
        return sum.value();
    }
}
