package io.huiyin.engine;

import java.util.Arrays;

/**
 * Half-widths of robust intervals around the shrunken estimates of one level (METHODS 2.6): cva(psi/A, kurtosis) A/(A +
 * psi) sqrt psi.
 *
 * <p>A and the kurtosis come from the level's own members. Where the members do not seem to differ at all (A near 0) the
 * interval still uses the least A that the data cannot exclude, 2 / sum 1/psi, so that it never shrinks to a point.
 * Critical values of more than {@value #EXACT} members are taken from a table over log(psi/A) with {@value #NODES}
 * nodes, by cubic interpolation.
 */
final class RobustInterval {
    private static final int EXACT = 150;
    private static final int NODES = 160;

    private final double between;
    private final double kurtosis;
    private final double alpha;
    private final double[] table;
    private final double first;
    private final double step;

    private RobustInterval(double between, double kurtosis, double alpha, double[] psi) {
        this.between = between;
        this.kurtosis = kurtosis;
        this.alpha = alpha;
        double[] logs = Arrays.stream(psi)
                .filter(p -> p > 0)
                .map(p -> Math.log(p / between))
                .sorted()
                .toArray();
        boolean tabled = logs.length > EXACT && logs[logs.length - 1] > logs[0];
        step = tabled ? (logs[logs.length - 1] - logs[0]) / (NODES - 3) : 0;
        first = tabled ? logs[0] - step : 0;
        table = new double[tabled ? NODES : 0];
        for (int i = 0; i < table.length; i++) {
            table[i] = RobustCritical.value(Math.exp(first + i * step), kurtosis, alpha);
        }
    }

    /**
     * Intervals of one level.
     *
     * @param between A, in squared points, as it was used for shrinking
     */
    static RobustInterval of(double[] theta, double[] target, double[] psi, double between, double alpha) {
        double[] eps = new double[theta.length];
        double[] weights = new double[theta.length];
        int counted = 0;
        double[] variances = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            if (psi[i] > 0) {
                eps[counted] = theta[i] - target[i];
                variances[counted] = psi[i];
                weights[counted++] = 1 / psi[i];
            }
        }
        if (counted == 0) {
            return new RobustInterval(1, 1, alpha, psi);
        }
        RobustShrinkage.Shape shape = RobustShrinkage.Shape.of(
                Arrays.copyOf(eps, counted), Arrays.copyOf(variances, counted), Arrays.copyOf(weights, counted));
        double least = 2 / ExactSum.of(Arrays.copyOf(weights, counted));
        return new RobustInterval(Math.max(between, least), shape.kurtosis(), alpha, psi);
    }

    /** Half-width for a member with sampling variance {@code psi}; 0 for a complete count. */
    double half(double psi) {
        return psi == 0 ? 0 : critical(psi / between) * between / (between + psi) * Math.sqrt(psi);
    }

    private double critical(double m2) {
        if (table.length == 0) {
            return RobustCritical.value(m2, kurtosis, alpha);
        }
        double place = (Math.log(m2) - first) / step;
        int i = Math.clamp((int) place, 1, NODES - 3);
        double u = place - i;
        double before = table[i - 1];
        double a = table[i];
        double b = table[i + 1];
        double after = table[i + 2];
        return a
                + u
                        * ((b - before) / 2
                                + u
                                        * (before
                                                - 2.5 * a
                                                + 2 * b
                                                - after / 2
                                                + u * ((3 * a - before - 3 * b + after) / 2)));
    }
}
