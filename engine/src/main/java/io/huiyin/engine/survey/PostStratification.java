package io.huiyin.engine.survey;

/**
 * Post-stratification (事后分层): weights of each cell are multiplied to the cell's population; z = w (r - weighted mean
 * of r in the cell), the mean with the weights before. R: {@code postStratify}. Source: Holt and Smith 1979.
 */
public record PostStratification(Margin margin) implements Fit {

    @Override
    public Fitted to(double[] weights) {
        double[] fitted = margin.scaled(weights);
        double[] before = margin.sums(weights);
        return new Fitted(fitted, z -> {
            double[] part = new double[z.length];
            for (int row = 0; row < z.length; row++) {
                part[row] = fitted[row] == 0 ? 0 : weights[row] * (z[row] / fitted[row]);
            }
            double[] sums = margin.sums(part);
            double[] residual = new double[z.length];
            for (int row = 0; row < z.length; row++) {
                int cell = margin.codes().place()[row];
                residual[row] = fitted[row] == 0 ? 0 : z[row] - fitted[row] * (sums[cell] / before[cell]);
            }
            return residual;
        });
    }
}
