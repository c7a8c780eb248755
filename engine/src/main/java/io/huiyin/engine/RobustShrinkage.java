package io.huiyin.engine;

/**
 * Estimates drawn towards a regression, with intervals that hold whatever the shape of the true differences (Armstrong,
 * Kolesar and Plagborg-Moller 2022; METHODS 2.6).
 *
 * @param coefficients of the regression, by weighted least squares
 * @param shape moments of the true differences around it
 * @param estimates A/(A+psi) theta + psi/(A+psi) x'beta
 * @param critical critical value of each
 * @param halfWidths critical value times A/(A+psi) sqrt psi
 */
public record RobustShrinkage(
        double[] coefficients, Shape shape, double[] estimates, double[] critical, double[] halfWidths) {

    /**
     * Second moment and kurtosis of the true differences, kept away from the edge of what is possible.
     *
     * @param between A, in squared units of the estimates
     * @param kurtosis E eps^4 / A^2, at least 1
     */
    public record Shape(double between, double kurtosis) {

        static Shape of(double[] eps, double[] psi, double[] weights) {
            ExactSum weight = new ExactSum();
            ExactSum second = new ExactSum();
            ExactSum fourth = new ExactSum();
            ExactSum squares = new ExactSum();
            ExactSum fourths = new ExactSum();
            ExactSum variances = new ExactSum();
            ExactSum squaredVariances = new ExactSum();
            for (int i = 0; i < eps.length; i++) {
                double o = weights[i];
                double v = psi[i];
                double e2 = eps[i] * eps[i];
                weight.add(o);
                second.add(o * (e2 - v));
                fourth.add(o * (e2 * e2 - 6 * v * e2 + 3 * v * v));
                squares.add(o * o * v * v);
                fourths.add(o * o * v * v * v * v);
                variances.add(o * v);
                squaredVariances.add(o * v * v);
            }
            double a = Math.max(
                    second.value() / weight.value(), 2 * squares.value() / (weight.value() * variances.value()));
            double kurtosis = Math.max(
                    fourth.value() / weight.value() / (a * a),
                    1 + 32 * fourths.value() / (a * a * weight.value() * squaredVariances.value()));
            return new Shape(a, kurtosis);
        }
    }

    /**
     * Fits and shrinks.
     *
     * @param theta direct estimates
     * @param psi their sampling variances, above 0
     * @param x one row of covariates each, the constant included
     * @param weights of the regression and of the moments, above 0 (1/psi in METHODS)
     * @param alpha probability to miss
     * @throws IllegalArgumentException if the lengths differ or a variance or weight is not above 0
     */
    public static RobustShrinkage of(double[] theta, double[] psi, double[][] x, double[] weights, double alpha) {
        Areas.check(theta, psi, x);
        double[] beta = Areas.regression(theta, x, weights);
        double[] eps = new double[theta.length];
        for (int i = 0; i < eps.length; i++) {
            eps[i] = theta[i] - Areas.product(x[i], beta);
        }
        Shape shape = Shape.of(eps, psi, weights);
        double a = shape.between;
        double[] estimates = new double[theta.length];
        double[] critical = new double[theta.length];
        double[] halves = new double[theta.length];
        for (int i = 0; i < eps.length; i++) {
            double kept = a / (a + psi[i]);
            estimates[i] = theta[i] - (1 - kept) * eps[i];
            critical[i] = RobustCritical.value(psi[i] / a, shape.kurtosis, alpha);
            halves[i] = critical[i] * kept * Math.sqrt(psi[i]);
        }
        return new RobustShrinkage(beta, shape, estimates, critical, halves);
    }
}
