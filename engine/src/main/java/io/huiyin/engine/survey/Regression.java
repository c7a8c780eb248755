package io.huiyin.engine.survey;

import java.util.ArrayList;
import java.util.List;

/**
 * The residual on calibration variables: b solves X'QX b = X'Q (z/s), and z becomes s (z/s - X b). The normal equations
 * are summed exactly and solved twice (one refinement); columns that depend on earlier ones are left out.
 */
final class Regression implements Projection {
    private final double[][] columns;
    private final double[] q;
    private final double[] s;
    private final double[][] factor;

    /**
     * @param columns of X
     * @param q regression weights, not negative
     * @param s scale of z
     */
    Regression(double[][] columns, double[] q, double[] s) {
        List<double[]> kept = new ArrayList<>(List.of(columns));
        double[][] normal = Matrices.normal(columns, q);
        for (int bad = Matrices.factor(normal); bad >= 0; bad = Matrices.factor(normal)) {
            kept.remove(bad);
            normal = Matrices.normal(kept.toArray(double[][]::new), q);
        }
        this.columns = kept.toArray(double[][]::new);
        this.factor = normal;
        this.q = q;
        this.s = s;
    }

    @Override
    public double[] residual(double[] z) {
        double[] r = new double[z.length];
        for (int row = 0; row < r.length; row++) {
            r[row] = s[row] == 0 ? 0 : z[row] / s[row];
        }
        subtractFit(r);
        subtractFit(r);
        for (int row = 0; row < r.length; row++) {
            r[row] *= s[row];
        }
        return r;
    }

    private void subtractFit(double[] r) {
        double[] weighted = new double[r.length];
        for (int row = 0; row < r.length; row++) {
            weighted[row] = q[row] * r[row];
        }
        double[] b = Matrices.solve(factor, Matrices.transposed(columns, weighted));
        for (int row = 0; row < r.length; row++) {
            r[row] -= Matrices.row(columns, row, b);
        }
    }
}
