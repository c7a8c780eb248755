package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import java.util.Arrays;
import java.util.List;

/** Small dense matrices. */
final class Matrices {
    /** A pivot this much smaller than its diagonal entry means that the rows depend on each other. */
    private static final double SINGULAR = 1e-11;

    private Matrices() {}

    /** A full matrix from the one of the known statistics; a missing one takes its row and column. */
    static Figure[][] spread(Figure[][] small, List<Integer> known, Figure[] missing) {
        Figure[][] full = new Figure[missing.length][missing.length];
        for (int i = 0; i < missing.length; i++) {
            for (int j = 0; j < missing.length; j++) {
                full[i][j] = missing[i].isKnown() ? missing[j] : missing[i];
            }
        }
        for (int a = 0; a < small.length; a++) {
            for (int b = 0; b < small.length; b++) {
                full[known.get(a)][known.get(b)] = small[a][b];
            }
        }
        return full;
    }

    /** X' diag(weights) X with exact sums; {@code columns} are the columns of X. */
    static double[][] normal(double[][] columns, double[] weights) {
        double[][] normal = new double[columns.length][columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = a; b < columns.length; b++) {
                normal[a][b] = weighted(columns[a], columns[b], weights);
                normal[b][a] = normal[a][b];
            }
        }
        return normal;
    }

    private static double weighted(double[] a, double[] b, double[] weights) {
        ExactSum sum = new ExactSum();
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] != 0) {
                sum.add(weights[row] * a[row] * b[row]);
            }
        }
        return sum.value();
    }

    /** X' v with exact sums. */
    static double[] transposed(double[][] columns, double[] v) {
        return Arrays.stream(columns)
                .mapToDouble(column -> {
                    ExactSum sum = new ExactSum();
                    for (int row = 0; row < v.length; row++) {
                        sum.add(column[row] * v[row]);
                    }
                    return sum.value();
                })
                .toArray();
    }

    /** X b for one row. */
    static double row(double[][] columns, int row, double[] b) {
        double sum = 0;
        for (int c = 0; c < columns.length; c++) {
            sum += columns[c][row] * b[c];
        }
        return sum;
    }

    /**
     * The place of the first row of a symmetric non-negative matrix that depends on those before it, or -1. On return
     * the lower triangle of {@code a} holds its Cholesky factor.
     */
    static int factor(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            double diagonal = a[i][i];
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < j; k++) {
                    a[i][j] -= a[i][k] * a[j][k];
                }
                a[i][j] /= a[j][j];
                a[i][i] -= a[i][j] * a[i][j];
            }
            if (!(a[i][i] > SINGULAR * diagonal)) {
                return i;
            }
            a[i][i] = Math.sqrt(a[i][i]);
        }
        return -1;
    }

    /** Solves L L' x = b for a factor from {@link #factor}. */
    static double[] solve(double[][] factor, double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
