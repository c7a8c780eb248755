package io.huiyin.engine.survey;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calibration (校准; Deville and Särndal 1992): weights w = d F(x'l / v), as near to d as the method's distance says, with
 * sum w x = totals. Solved by Newton's method on exactly summed equations, with halved steps, until the misfit cannot
 * be made smaller; the residual of z is that of a regression on x with weights d/v. R: {@code calibrate}.
 *
 * @param terms names of x
 * @param columns of x, one array a term
 * @param totals one a term
 * @param distance which weights are allowed
 * @param variance v, one a row; empty for 1
 */
public record Calibration(List<String> terms, double[][] columns, double[] totals, Distance distance, double[] variance)
        implements Fit {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double REACHED = 1e-9;

    @Override
    public Fitted to(double[] weights) {
        double[] v = variance.length == 0 ? ones(weights.length) : variance;
        check(weights, v);
        double[] multipliers = new double[columns.length];
        double[] fitted = weights;
        double off = size(misfit(fitted));
        for (int step = 0; step < MOST_STEPS && off > 0; step++) {
            double[] move = Matrices.solve(slope(weights, v, multipliers), unscaled(misfit(fitted)));
            boolean nearer = false;
            for (int halving = 0; halving < MOST_HALVINGS && !nearer; halving++) {
                double[] next = moved(multipliers, move, Math.scalb(1.0, -halving));
                double[] tried = weighted(weights, v, next);
                double size = size(misfit(tried));
                if (size < off) {
                    multipliers = next;
                    fitted = tried;
                    off = size;
                    nearer = true;
                }
            }
            if (!nearer) {
                break;
            }
        }
        if (!(off <= REACHED)) {
            throw new Refused(Problem.CALIBRATION_INFEASIBLE, worst(misfit(fitted)));
        }
        double[] q = new double[v.length];
        Arrays.setAll(q, row -> weights[row] / v[row]);
        return new Fitted(fitted, new Regression(columns, q, fitted));
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void check(double[] weights, double[] v) {
        for (int row = 0; row < v.length; row++) {
            if (!(v[row] > 0)) {
                throw new Refused(Problem.BAD_WEIGHT, "calibration variance in row " + (row + 2) + ": " + v[row]);
            }
        }
        int dependent = Matrices.factor(scaled(Matrices.normal(columns, weights)));
        if (dependent >= 0) {
            throw new Refused(Problem.COLLINEAR, terms.get(dependent));
        }
    }

    private double[] weighted(double[] weights, double[] v, double[] multipliers) {
        double[] fitted = new double[weights.length];
        for (int row = 0; row < fitted.length; row++) {
            fitted[row] = weights[row] == 0
                    ? 0
                    : weights[row] * distance.factor(Matrices.row(columns, row, multipliers) / v[row]);
        }
        return fitted;
    }

    /** totals - sum w x, each in units of its column's size. */
    private double[] misfit(double[] fitted) {
        if (!Arrays.stream(fitted).allMatch(Double::isFinite)) {
            return new double[] {Double.POSITIVE_INFINITY};
        }
        double[] sums = Matrices.transposed(columns, fitted);
        return IntStream.range(0, sums.length)
                .mapToDouble(c -> (totals[c] - sums[c]) / scale(c))
                .toArray();
    }

    private double scale(int c) {
        return Math.max(
                Math.abs(totals[c]),
                1e-3 * Arrays.stream(columns[c]).map(Math::abs).max().orElse(1));
    }

    private double[] unscaled(double[] misfit) {
        return IntStream.range(0, misfit.length)
                .mapToDouble(c -> misfit[c] * scale(c))
                .toArray();
    }

    private static double size(double[] misfit) {
        return Arrays.stream(misfit).map(Math::abs).max().orElse(0);
    }

    private String worst(double[] misfit) {
        int worst = IntStream.range(0, misfit.length)
                .reduce(0, (a, b) -> Math.abs(misfit[b]) > Math.abs(misfit[a]) ? b : a);
        return terms.get(worst) + " " + totals[worst] + ", nearest "
                + (float) (totals[worst] - misfit[worst] * scale(worst));
    }

    /** Cholesky factor of sum d F' x x' / v, made regular where all weights of a direction stand at a bound. */
    private double[][] slope(double[] weights, double[] v, double[] multipliers) {
        double[] q = new double[weights.length];
        for (int row = 0; row < q.length; row++) {
            q[row] = weights[row] * distance.slope(Matrices.row(columns, row, multipliers) / v[row]) / v[row];
        }
        double[][] normal = Matrices.normal(columns, q);
        double[][] factor = copy(normal);
        for (double ridge = 1e-12; Matrices.factor(factor) >= 0; ridge *= 100) {
            factor = copy(normal);
            for (int c = 0; c < factor.length; c++) {
                double[] column = columns[c];
                factor[c][c] += ridge
                        * IntStream.range(0, weights.length)
                                .mapToDouble(row -> weights[row] * column[row] * column[row])
                                .max()
                                .orElse(1);
            }
        }
        return factor;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] scaled(double[][] normal) {
        double[][] scaled = copy(normal);
        for (int a = 0; a < scaled.length; a++) {
            for (int b = 0; b < scaled.length; b++) {
                scaled[a][b] = normal[a][b] / Math.sqrt(normal[a][a] * normal[b][b]);
            }
        }
        return scaled;
    }

    private static double[] moved(double[] from, double[] move, double by) {
        return IntStream.range(0, from.length)
                .mapToDouble(i -> from[i] + by * move[i])
                .toArray();
    }
}
