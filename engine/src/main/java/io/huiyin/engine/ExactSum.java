package io.huiyin.engine;

/**
 * A sum that does not depend on the order of its terms: the exact sum, rounded once.
 *
 * <p>The terms are kept as a few doubles that do not overlap and whose exact sum is the sum of everything added
 * (Shewchuk 1997, "Adaptive precision floating-point arithmetic", grow-expansion), so a mean near 1e9 keeps a spread of
 * 1. Terms must be finite and the sum must not overflow.
 */
public final class ExactSum {
    private double[] parts = new double[8];
    private int size;

    /**
     * Adds one term.
     *
     * @throws IllegalArgumentException if {@code term} is NaN or infinite
     */
    public void add(double term) {
        if (!Double.isFinite(term)) {
            throw new IllegalArgumentException("not a finite term: " + term);
        }
        double carried = term;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double sum = carried + parts[i];
            double error = roundingError(carried, parts[i], sum);
            if (error != 0) {
                parts[kept++] = error;
            }
            carried = sum;
        }
        if (kept == parts.length) {
            parts = java.util.Arrays.copyOf(parts, 2 * kept);
        }
        if (carried != 0) {
            parts[kept++] = carried;
        }
        size = kept;
    }

    /** Adds all terms of another sum. */
    void add(ExactSum other) {
        for (int i = 0; i < other.size; i++) {
            add(other.parts[i]);
        }
    }

    /**
     * The exact sum rounded to the nearest double; 0 without terms. The parts grow in size and do not overlap, so adding
     * from the largest down is exact until the first remainder; what is below it only matters when it is half of the last
     * place, where it decides the direction.
     */
    public double value() {
        if (size == 0) {
            return 0;
        }
        int i = size - 1;
        double sum = parts[i];
        double rest = 0;
        while (i > 0 && rest == 0) {
            double larger = sum;
            double part = parts[--i];
            sum = larger + part;
            rest = part - (sum - larger);
        }
        if (i > 0 && (rest < 0) == (parts[i - 1] < 0)) {
            double twice = 2 * rest;
            double beyond = sum + twice;
            sum = twice == beyond - sum ? beyond : sum;
        }
        return sum;
    }

    /** The sum of {@code terms}. */
    public static double of(double... terms) {
        ExactSum sum = new ExactSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }

    /** What {@code sum = fl(a + b)} lost, exactly (Knuth's two-sum). */
    private static double roundingError(double a, double b, double sum) {
        double bOfSum = sum - a;
        double aOfSum = sum - bOfSum;
        return (a - aOfSum) + (b - bOfSum);
    }
}
