package io.huiyin.engine;

import java.util.Arrays;

/** Small regressions over areas, with sums that do not depend on the areas' order. */
final class Areas {
    private static final double DEPENDENT = 1e-12;

    private Areas() {}

    static void check(double[] theta, double[] psi, double[][] x) {
        if (theta.length == 0 || theta.length != psi.length || theta.length != x.length) {
            throw new IllegalArgumentException(
                    theta.length + " estimates, " + psi.length + " variances, " + x.length + " rows of covariates");
        }
        for (int i = 0; i < psi.length; i++) {
            if (!(psi[i] > 0) || x[i].length == 0 || x[i].length != x[0].length || !Double.isFinite(theta[i])) {
                throw new IllegalArgumentException("area " + (i + 1) + " has no use: estimate " + theta[i]
                        + ", variance " + psi[i] + ", " + x[i].length + " covariates");
            }
        }
    }

    /** (X'WX)^-1 in factored form. */
    static Cholesky normal(double[][] x, double[] weights) {
        int k = x[0].length;
        double[][] matrix = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                ExactSum sum = new ExactSum();
                for (int i = 0; i < x.length; i++) {
                    sum.add(weights[i] * x[i][a] * x[i][b]);
                }
                matrix[a][b] = sum.value();
            }
        }
        return new Cholesky(matrix, DEPENDENT);
    }

    /** Weighted least squares. */
    static double[] regression(double[] theta, double[][] x, double[] weights) {
        double[] right = new double[x[0].length];
        Arrays.setAll(right, a -> {
            ExactSum sum = new ExactSum();
            for (int i = 0; i < x.length; i++) {
                sum.add(weights[i] * x[i][a] * theta[i]);
            }
            return sum.value();
        });
        return normal(x, weights).solve(right);
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
