package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sample whose errors come from replicate weights (重复权数): V(a, b) = sum of f (a_r - centre)(b_r - centre), the centre
 * being the mean of the replicates, or the estimate itself if wished. R: {@code svrepdesign}. Fitting to totals is
 * repeated in every replicate.
 */
public final class ReplicateSample implements Sample {
    private final Replicates replicates;
    private final double[] weights;
    private final double[][] fitted;

    private ReplicateSample(Replicates replicates, double[] weights, double[][] fitted) {
        this.replicates = replicates;
        this.weights = weights;
        this.fitted = fitted;
    }

    /** The sample of replicate weights. */
    public static ReplicateSample of(Replicates replicates) {
        return new ReplicateSample(replicates, replicates.weights(), replicates.replicated());
    }

    /** The same sample with the weights, and those of every replicate, fitted to population totals. */
    public ReplicateSample fitted(Fit fit) {
        return new ReplicateSample(
                replicates,
                fit.to(weights).weights(),
                Arrays.stream(fitted).map(w -> fit.to(w).weights()).toArray(double[][]::new));
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public int[] rows() {
        return IntStream.range(0, weights.length).toArray();
    }

    @Override
    public Figure[][] covariance(List<Statistic> statistics) {
        List<Integer> known = new ArrayList<>();
        List<double[]> deviations = new ArrayList<>();
        Figure[] missing = new Figure[statistics.size()];
        for (int i = 0; i < missing.length; i++) {
            Statistic statistic = statistics.get(i);
            missing[i] = statistic.value(weights);
            List<Figure> values = Arrays.stream(fitted).map(statistic::value).toList();
            if (missing[i].isKnown() && values.stream().allMatch(Figure::isKnown)) {
                known.add(i);
                deviations.add(deviations(values, missing[i].value()));
            } else if (missing[i].isKnown()) {
                missing[i] = Figure.missing(Reason.REPLICATE_UNDEFINED);
            }
        }
        Figure[][] small = new Figure[known.size()][known.size()];
        for (int a = 0; a < small.length; a++) {
            for (int b = 0; b < small.length; b++) {
                small[a][b] = Figure.of(products(deviations.get(a), deviations.get(b)));
            }
        }
        return Matrices.spread(small, known, missing);
    }

    private double[] deviations(List<Figure> values, double estimate) {
        double[] thetas = values.stream().mapToDouble(Figure::value).toArray();
        ExactSum sum = new ExactSum();
        Arrays.stream(thetas).forEach(sum::add);
        double centre = replicates.aroundEstimate() ? estimate : sum.value() / thetas.length;
        return Arrays.stream(thetas).map(t -> t - centre).toArray();
    }

    private double products(double[] a, double[] b) {
        ExactSum sum = new ExactSum();
        for (int r = 0; r < a.length; r++) {
            sum.add(replicates.factors()[r] * (a[r] * b[r]));
        }
        return sum.value();
    }

    @Override
    public long degreesOfFreedom() {
        return degreesOfFreedom(rows());
    }

    @Override
    public long degreesOfFreedom(int[] domain) {
        return replicates.rank(domain) - 1L;
    }

    @Override
    public boolean isComplete(int[] domain) {
        return false;
    }
}
