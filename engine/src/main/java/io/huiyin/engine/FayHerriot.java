package io.huiyin.engine;

import java.util.Arrays;

/**
 * Area-level model of Fay and Herriot (1979): theta_i = x_i'beta + v_i + e_i with Var v = A unknown and Var e = psi_i
 * known (METHODS 2.6). Covariates may sharpen what is displayed; no adverse finding rests on them.
 *
 * @param beta coefficients, by weighted least squares at A; 0 for a covariate that depends on those before it
 * @param betaErrors their standard errors
 * @param between A, at least 0
 * @param estimates x'beta + A/(A+psi) (theta - x'beta)
 * @param meanSquaredErrors of the estimates: g1 + g2 + 2 g3, less the bias of A where it has one (Prasad and Rao 1990;
 *     Datta and Lahiri 2000; Datta, Rao and Smith 2005)
 */
public record FayHerriot(
        double[] beta, double[] betaErrors, double between, double[] estimates, double[] meanSquaredErrors) {
    private static final int STEPS = 500;

    /** How A is estimated. */
    public enum Method {
        /** Restricted maximum likelihood. */
        REML,
        /** Maximum likelihood. */
        ML,
        /** The moment equation of Fay and Herriot, which is Paule and Mandel's: sum r^2/(A+psi) = m - p. */
        MOMENT
    }

    /**
     * Fits the model; sums do not depend on the order of areas.
     *
     * @param theta direct estimates
     * @param psi their sampling variances, above 0
     * @param x one row of covariates each, the constant included
     * @throws IllegalArgumentException if the lengths differ, a variance is not above 0, or there are no more areas than
     *     covariates
     */
    public static FayHerriot fit(double[] theta, double[] psi, double[][] x, Method method) {
        Areas.check(theta, psi, x);
        if (theta.length <= x[0].length) {
            throw new IllegalArgumentException(theta.length + " areas for " + x[0].length + " covariates");
        }
        double a = method == Method.MOMENT ? moment(theta, psi, x) : likelihood(theta, psi, x, method);
        return new At(theta, psi, x, a).result(method);
    }

    private static double moment(double[] theta, double[] psi, double[][] x) {
        return RootLevel.root(a -> new At(theta, psi, x, a).excess(), theta.length - x[0].length);
    }

    /** Scoring: A + s/I until it stays, never below 0. */
    private static double likelihood(double[] theta, double[] psi, double[][] x, Method method) {
        double a = Arrays.stream(psi).sorted().skip(psi.length / 2).findFirst().orElseThrow();
        for (int i = 0; i < STEPS; i++) {
            double next = Math.max(0, a + new At(theta, psi, x, a).step(method));
            if (Math.abs(next - a) <= 1e-14 * Math.max(1, next)) {
                return next;
            }
            a = next;
        }
        return a;
    }

    /** Everything at one value of A. */
    private static final class At {
        private final double[] psi;
        private final double[][] x;
        private final double a;
        private final double[] weights;
        private final Cholesky normal;
        private final double[] beta;
        private final double[] residuals;

        At(double[] theta, double[] psi, double[][] x, double a) {
            this.psi = psi;
            this.x = x;
            this.a = a;
            weights = Arrays.stream(psi).map(v -> 1 / (a + v)).toArray();
            normal = Areas.normal(x, weights);
            beta = Areas.regression(theta, x, weights);
            residuals = new double[theta.length];
            Arrays.setAll(residuals, i -> theta[i] - Areas.product(x[i], beta));
        }

        double excess() {
            return sum(i -> residuals[i] * residuals[i] * weights[i]);
        }

        private double sum(java.util.function.IntToDoubleFunction term) {
            ExactSum sum = new ExactSum();
            for (int i = 0; i < weights.length; i++) {
                sum.add(term.applyAsDouble(i));
            }
            return sum.value();
        }

        /** x_i'Q x_j with Q = (X'WX)^-1. */
        private double leverage(int i, int j) {
            return Areas.product(x[i], normal.solve(x[j]));
        }

        double step(Method method) {
            double squares = sum(i -> Math.pow(residuals[i] * weights[i], 2));
            double trace = sum(i -> weights[i]);
            double information = sum(i -> weights[i] * weights[i]);
            if (method == Method.REML) {
                trace -= sum(i -> weights[i] * weights[i] * leverage(i, i));
                information = traceOfSquare();
            }
            return (squares - trace) / information;
        }

        /** tr(PP) with P = W - W X Q X' W. */
        private double traceOfSquare() {
            double[][] solved = new double[x.length][];
            Arrays.setAll(solved, j -> normal.solve(x[j]));
            return sum(i -> {
                double row = 0;
                for (int j = 0; j < x.length; j++) {
                    double p = -weights[i] * weights[j] * Areas.product(x[i], solved[j]) + (i == j ? weights[i] : 0);
                    row += p * p;
                }
                return row;
            });
        }

        FayHerriot result(Method method) {
            double s1 = sum(i -> weights[i]);
            double s2 = sum(i -> weights[i] * weights[i]);
            int m = weights.length;
            double varianceOfA = method == Method.MOMENT ? 2 * m / (s1 * s1) : 2 / s2;
            double bias = switch (method) {
                case REML -> 0;
                case ML -> -sum(i -> weights[i] * weights[i] * leverage(i, i)) / s2;
                case MOMENT -> 2 * (m * s2 - s1 * s1) / (s1 * s1 * s1);
            };
            double[] estimates = new double[m];
            double[] errors = new double[m];
            for (int i = 0; i < m; i++) {
                double b = psi[i] * weights[i];
                estimates[i] = Areas.product(x[i], beta) + (1 - b) * residuals[i];
                errors[i] = a * b + b * b * leverage(i, i) + 2 * b * b * weights[i] * varianceOfA - b * b * bias;
            }
            double[] betaErrors = new double[beta.length];
            Arrays.setAll(betaErrors, c -> {
                double[] unit = new double[beta.length];
                unit[c] = 1;
                return Math.sqrt(normal.solve(unit)[c]);
            });
            return new FayHerriot(beta, betaErrors, a, estimates, errors);
        }
    }
}
