package io.huiyin.engine;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Critical values of intervals around shrunken estimates that hold whatever the shape of the true differences
 * (Armstrong, Kolesar and Plagborg-Moller 2022, Econometrica 90: "Robust empirical Bayes confidence intervals").
 *
 * <p>The bias of a shrunken estimate, in units of its standard error, is a draw b with E b^2 = m2 and kurtosis E b^4 /
 * m2^2. With t = b^2 the interval +-x misses with probability r(t) = Phi(-sqrt t - x) + Phi(sqrt t - x). The critical
 * value is the x for which the largest possible mean of r is alpha: without a bound on the kurtosis at two points 0 and
 * t0, where r(t0) - t0 r'(t0) = r(0), or at m2 alone when m2 is at least t0; with a bound at two points found by search.
 */
public final class RobustCritical {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GRID = 16;

    private RobustCritical() {}

    /**
     * The critical value.
     *
     * @param m2 second moment of the standardised bias, at least 0 (psi/A for an estimate shrunken by A/(A+psi))
     * @param kurtosis at least 1; infinite when nothing is known
     * @param alpha probability to miss, between 0 and 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double value(double m2, double kurtosis, double alpha) {
        if (!(m2 >= 0 && kurtosis >= 1 && alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("m2 " + m2 + ", kurtosis " + kurtosis + ", alpha " + alpha);
        }
        double low = NORMAL.inverseSurvivalProbability(alpha / 2);
        if (m2 == 0) {
            return low;
        }
        // Chebyshev: P(|b + Z| > x) <= (1 + m2)/x^2
        double high = Math.max(low, Math.sqrt((1 + m2) / alpha));
        return falling(x -> missing(m2, kurtosis, x) - alpha, low, high);
    }

    /** Largest mean of r over all b with the given moments. */
    static double missing(double m2, double kurtosis, double x) {
        double t0 = t0(x);
        if (m2 >= t0 || kurtosis == 1) {
            return r(m2, x);
        }
        if (t0 <= kurtosis * m2) {
            return r(0, x) + m2 / t0 * (r(t0, x) - r(0, x));
        }
        // points t1 < m2 < t2 with mean m2 and (m2 - t1)(t2 - m2) = (kurtosis - 1) m2^2
        return largest(
                t1 -> {
                    double below = m2 - t1;
                    double above = (kurtosis - 1) * m2 * m2 / below;
                    return (above * r(t1, x) + below * r(m2 + above, x)) / (above + below);
                },
                0,
                m2 * (1 - 1e-9));
    }

    /** r(t) = Phi(-sqrt t - x) + Phi(sqrt t - x). */
    static double r(double t, double x) {
        double b = Math.sqrt(t);
        return NORMAL.survivalProbability(b + x) + NORMAL.survivalProbability(x - b);
    }

    /**
     * Where the line from r(0) touches r; 0 when r is concave from the start (x^2 < 3). What is read off there changes
     * with the square of its error, so seven digits give fourteen.
     */
    static double t0(double x) {
        if (x * x < 3) {
            return 0;
        }
        double start = r(0, x);
        DoubleUnaryOperator gap = t -> {
            double b = Math.sqrt(t);
            double slope = (NORMAL.density(b - x) - NORMAL.density(b + x)) / (2 * b);
            return r(t, x) - t * slope - start;
        };
        // below the inflection the gap is negative, beyond (x + 3)^2 it is positive
        double low = 1e-6;
        double high = (x + 3) * (x + 3);
        for (double middle = (low + high) / 2; high - low > 1e-7 * high; middle = (low + high) / 2) {
            if (gap.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The largest value of a function over an interval: a grid, then a golden section around its best point. */
    private static double largest(DoubleUnaryOperator f, double from, double to) {
        double step = (to - from) / GRID;
        int best = 0;
        double bestValue = f.applyAsDouble(from);
        for (int i = 1; i <= GRID; i++) {
            double value = f.applyAsDouble(from + i * step);
            if (value > bestValue) {
                best = i;
                bestValue = value;
            }
        }
        double a = from + Math.max(0, best - 1) * step;
        double b = from + Math.min(GRID, best + 1) * step;
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        double fc = f.applyAsDouble(c);
        double fd = f.applyAsDouble(d);
        while (b - a > 1e-6 * to) {
            if (fc > fd) {
                b = d;
                d = c;
                fd = fc;
                c = b - GOLDEN * (b - a);
                fc = f.applyAsDouble(c);
            } else {
                a = c;
                c = d;
                fc = fd;
                d = a + GOLDEN * (b - a);
                fd = f.applyAsDouble(d);
            }
        }
        return Math.max(bestValue, Math.max(fc, fd));
    }

    /** The root of a falling function that is at least 0 at {@code low} and at most 0 at {@code high} (Illinois). */
    static double falling(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa <= 0) {
            return a;
        }
        int side = 0;
        for (int i = 0; i < 200 && b - a > 1e-13 * b && fb < 0; i++) {
            double c = (a * fb - b * fa) / (fb - fa);
            if (!(c > a && c < b)) {
                c = (a + b) / 2;
            }
            double fc = f.applyAsDouble(c);
            if (Math.abs(fc) < 1e-15) {
                return c;
            }
            if (fc > 0) {
                a = c;
                fa = fc;
                fb = side > 0 ? fb / 2 : fb;
                side = 1;
            } else {
                b = c;
                fb = fc;
                fa = side < 0 ? fa / 2 : fa;
                side = -1;
            }
        }
        return fb == 0 ? b : (a + b) / 2;
    }
}
