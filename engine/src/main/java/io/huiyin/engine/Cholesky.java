package io.huiyin.engine;

/**
 * A = L L' of a symmetric matrix, leaving out columns that depend on those before them (Cholesky). For up to some fifty
 * columns; the lower triangle is read.
 */
final class Cholesky {
    private final double[][] factor;
    private final boolean[] dependent;

    /**
     * Factors a matrix.
     *
     * @param matrix lower triangle, row by row
     * @param tolerance a column whose remaining diagonal is at most this share of its own is left out
     */
    Cholesky(double[][] matrix, double tolerance) {
        int k = matrix.length;
        factor = new double[k][k];
        dependent = new boolean[k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                double rest = matrix[a][b];
                for (int c = 0; c < b; c++) {
                    rest -= factor[a][c] * factor[b][c];
                }
                factor[a][b] = dependent[b] ? 0 : rest / factor[b][b];
            }
            double rest = matrix[a][a];
            for (int c = 0; c < a; c++) {
                rest -= factor[a][c] * factor[a][c];
            }
            dependent[a] = !(rest > tolerance * Math.abs(matrix[a][a]));
            factor[a][a] = dependent[a] ? 0 : Math.sqrt(rest);
        }
    }

    /** L: rows of the lower triangle; the row and column of what was left out are 0, but for its products with others. */
    double[][] factor() {
        return factor;
    }

    /** Was the column left out? Its solution is 0. */
    boolean isDependent(int column) {
        return dependent[column];
    }

    /** x with A x = right, over the columns kept; 0 elsewhere. */
    double[] solve(double[] right) {
        int k = factor.length;
        double[] x = new double[k];
        for (int a = 0; a < k; a++) {
            double rest = right[a];
            for (int c = 0; c < a; c++) {
                rest -= factor[a][c] * x[c];
            }
            x[a] = dependent[a] ? 0 : rest / factor[a][a];
        }
        for (int a = k - 1; a >= 0; a--) {
            double rest = x[a];
            for (int c = a + 1; c < k; c++) {
                rest -= factor[c][a] * x[c];
            }
            x[a] = dependent[a] ? 0 : rest / factor[a][a];
        }
        return x;
    }

    /** x'A^-1 x over the columns kept. */
    double inverseForm(double[] x) {
        double[] solved = solve(x);
        double form = 0;
        for (int a = 0; a < x.length; a++) {
            form += x[a] * solved[a];
        }
        return form;
    }
}
