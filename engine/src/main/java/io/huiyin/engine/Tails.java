package io.huiyin.engine;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Upper tails and how to combine them: how surprising a number is, and which of many surprises are worth a look. */
public final class Tails {
    private static final double LEAST = 1e-300;

    private Tails() {}

    /**
     * P(X >= x) when X of n trials has a share that varies like a beta distribution with mean p and intra-class
     * correlation rho: a = p (1 - rho)/rho, b = (1 - p)(1 - rho)/rho.
     *
     * @param x from 0 to n
     * @param p strictly between 0 and 1
     * @param rho strictly between 0 and 1
     */
    public static double betaBinomial(long x, long n, double p, double rho) {
        if (x < 0 || x > n || !(p > 0 && p < 1) || !(rho > 0 && rho < 1)) {
            throw new IllegalArgumentException(x + " of " + n + ", share " + p + ", correlation " + rho);
        }
        if (x == 0) {
            return 1;
        }
        double a = p * (1 - rho) / rho;
        double b = (1 - p) * (1 - rho) / rho;
        double log = 0;
        for (long j = 0; j < n; j++) {
            log += Math.log((b + j) / (a + b + j));
        }
        double tail = 0;
        for (long k = 0; k <= n; k++) {
            if (k >= x) {
                double term = Math.exp(log);
                tail += term;
                if (k > n * p && term < 1e-17 * tail) {
                    break;
                }
            }
            log += k == n ? 0 : Math.log((n - k) * (k + a) / ((k + 1) * (n - k - 1 + b)));
        }
        return Math.min(1, tail);
    }

    /**
     * Fisher's combination of independent p-values: the upper tail of -2 sum log p under chi-square with twice as many
     * degrees of freedom, e^-h sum h^j/j! with h = -sum log p. Without any it is 1.
     */
    public static double fisher(double... p) {
        double h = 0;
        for (double one : p) {
            h -= Math.log(Math.max(LEAST, one));
        }
        double term = Math.exp(-h);
        double tail = 0;
        for (int j = 0; j < p.length; j++) {
            tail += term;
            term *= h / (j + 1);
        }
        return p.length == 0 ? 1 : Math.min(1, tail);
    }

    /**
     * Benjamini and Hochberg (1995): which p-values to call, so that on average at most a share {@code rate} of those
     * called are called wrongly.
     */
    public static boolean[] benjaminiHochberg(double[] p, double rate) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double limit = -1;
        for (int i = 0; i < order.length; i++) {
            if (p[order[i]] <= rate * (i + 1) / order.length) {
                limit = p[order[i]];
            }
        }
        boolean[] called = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            called[i] = p[i] <= limit;
        }
        return called;
    }
}
