package io.huiyin.engine;

import java.util.function.DoubleUnaryOperator;

/**
 * The common mean of a group of units and how much they truly differ (METHODS 2.6, root level).
 *
 * <p>mu = sum theta/(A+psi) / sum 1/(A+psi); A by Paule and Mandel (1982): the root of sum (theta-mu)^2/(A+psi) = m - 1,
 * or 0 when the left side is already at most m - 1 at A = 0. Values with psi = 0 (complete counts) are left out, unless
 * all are: then mu is the plain mean and A the plain variance.
 *
 * @param between A: variance between units, in squared points
 * @param mean mu, in points
 * @param units how many values it rests on
 */
public record RootLevel(double between, double mean, int units) {

    /**
     * Fits the root level; the result does not depend on the order of the values.
     *
     * @param theta direct estimates, in points
     * @param psi their sampling variances, at least 0, in squared points
     * @throws IllegalArgumentException if there is no value, the lengths differ, or a variance is negative
     */
    public static RootLevel of(double[] theta, double[] psi) {
        if (theta.length == 0 || theta.length != psi.length) {
            throw new IllegalArgumentException(theta.length + " estimates and " + psi.length + " variances");
        }
        int counted = 0;
        double[] values = new double[theta.length];
        double[] variances = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            if (!(psi[i] >= 0)) {
                throw new IllegalArgumentException("a variance must be at least 0: " + psi[i]);
            }
            if (psi[i] > 0) {
                values[counted] = theta[i];
                variances[counted++] = psi[i];
            }
        }
        return counted == 0
                ? exact(theta)
                : noisy(java.util.Arrays.copyOf(values, counted), java.util.Arrays.copyOf(variances, counted));
    }

    private static RootLevel exact(double[] theta) {
        double mean = ExactSum.of(theta) / theta.length;
        ExactSum squares = new ExactSum();
        for (double value : theta) {
            squares.add((value - mean) * (value - mean));
        }
        return new RootLevel(squares.value() / Math.max(1, theta.length - 1), mean, theta.length);
    }

    private static RootLevel noisy(double[] theta, double[] psi) {
        double between = root(a -> excess(theta, psi, a), theta.length - 1);
        return new RootLevel(between, mean(theta, psi, between), theta.length);
    }

    /**
     * A of a lower level, whose members lie around targets that are given: the root of sum (theta-target)^2/(A+psi) =
     * m, or 0. Members with psi = 0 are left out; without others A is 0.
     */
    static double around(double[] theta, double[] target, double[] psi) {
        int counted = 0;
        double[] squares = new double[theta.length];
        double[] variances = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            if (psi[i] > 0) {
                squares[counted] = (theta[i] - target[i]) * (theta[i] - target[i]);
                variances[counted++] = psi[i];
            }
        }
        int members = counted;
        return root(
                a -> {
                    ExactSum sum = new ExactSum();
                    for (int i = 0; i < members; i++) {
                        sum.add(squares[i] / (a + variances[i]));
                    }
                    return sum.value();
                },
                members);
    }

    /** Where a function that falls with A meets {@code freedom}; 0 when it is not above it at A = 0. */
    static double root(DoubleUnaryOperator excess, int freedom) {
        if (excess.applyAsDouble(0) <= freedom) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (excess.applyAsDouble(high) > freedom) {
            low = high;
            high *= 2;
        }
        // bisection down to neighbouring doubles
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (excess.applyAsDouble(middle) > freedom) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double mean(double[] theta, double[] psi, double between) {
        ExactSum values = new ExactSum();
        ExactSum weights = new ExactSum();
        for (int i = 0; i < theta.length; i++) {
            values.add(theta[i] / (between + psi[i]));
            weights.add(1 / (between + psi[i]));
        }
        return values.value() / weights.value();
    }

    private static double excess(double[] theta, double[] psi, double between) {
        double mean = mean(theta, psi, between);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < theta.length; i++) {
            sum.add((theta[i] - mean) * (theta[i] - mean) / (between + psi[i]));
        }
        return sum.value();
    }
}
