package io.huiyin.engine.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Raking to several margins by iterative proportional fitting (迭代比例拟合), until no margin is off by more than 1e-13 of
 * its total. R: {@code rake} with a small epsilon (R's own default stops long before).
 *
 * <p>As in R 4.1-1, the residual in z comes from a regression on all margins in which every row with a weight counts
 * the same; with equal design weights this is the usual one. {@link Calibration} to the same totals by raking gives the
 * same weights and regresses with the design weights. Source: Deville, Särndal and Sautory 1993.
 */
public record Raking(List<Margin> margins) implements Fit {
    private static final int MOST_ROUNDS = 10_000;
    private static final double CLOSE = 1e-13;
    private static final double ROUNDING = 1e-9;

    /**
     * Raking to margins.
     *
     * @throws Refused if the margins have different totals
     */
    public Raking {
        double first = margins.getFirst().total();
        for (Margin margin : margins) {
            if (Math.abs(margin.total() - first) > ROUNDING * first) {
                throw new Refused(
                        Problem.MARGINS_DISAGREE,
                        margins.getFirst().name() + " " + first + ", " + margin.name() + " " + margin.total());
            }
        }
    }

    @Override
    public Fitted to(double[] weights) {
        double[] fitted = weights;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (Margin margin : margins) {
                fitted = margin.scaled(fitted);
            }
            double off = off(fitted);
            if (off <= CLOSE || off < 1e-11 && off >= before) {
                return new Fitted(fitted, projection(fitted));
            }
            before = off;
        }
        throw new Refused(Problem.NOT_CONVERGED, MOST_ROUNDS + " rounds, still off by " + before);
    }

    private double off(double[] weights) {
        double most = 0;
        for (Margin margin : margins) {
            double[] sums = margin.sums(weights);
            for (int level = 0; level < sums.length; level++) {
                double total = margin.totals()[level];
                most = total == 0 ? most : Math.max(most, Math.abs(sums[level] - total) / total);
            }
        }
        return most;
    }

    private Projection projection(double[] fitted) {
        List<double[]> columns = new ArrayList<>();
        for (Margin margin : margins) {
            columns.addAll(List.of(margin.indicators(columns.isEmpty() ? 0 : 1)));
        }
        columns.removeIf(column -> Arrays.stream(column).allMatch(v -> v == 0));
        double[] equal = Arrays.stream(fitted).map(w -> w > 0 ? 1 : 0).toArray();
        return new Regression(columns.toArray(double[][]::new), equal, fitted);
    }
}
