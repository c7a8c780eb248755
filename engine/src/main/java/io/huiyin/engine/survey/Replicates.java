package io.huiyin.engine.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Replicate weights (重复权数) and how their spread is multiplied.
 *
 * @param weights of the sample
 * @param replicated weights, one array a replicate
 * @param factors one a replicate, by which its squared deviation is multiplied
 * @param aroundEstimate squared deviations from the estimate, not from the mean of the replicates
 */
public record Replicates(double[] weights, double[][] replicated, double[] factors, boolean aroundEstimate) {
    private static final double DEPENDENT = 1e-5;

    /** How replicates were made. */
    public enum Type {
        /** One unit left out in turn: factor (n-1)/n (1 - n/N). */
        JK1,
        /** One unit of one stratum left out in turn: factor (n_h-1)/n_h (1 - n_h/N_h). */
        JKN,
        /** Balanced half-samples: factor 1/R. */
        BRR,
        /** Bootstrap: factor 1/(R-1). */
        BOOTSTRAP
    }

    /**
     * Given replicate weights.
     *
     * @param design of the sample; its strata and populations give the jackknife's factors
     * @param given one array a replicate
     * @param combined whether they already contain the sample's weights
     * @param scale in place of the type's own factor, or null
     * @throws Refused if there are none, or not one entry a row
     */
    public static Replicates given(
            Design design,
            double[][] given,
            Type type,
            boolean combined,
            @Nullable Double scale,
            boolean aroundEstimate) {
        double[] weights = design.weights();
        for (double[] replicate : given) {
            if (replicate.length != weights.length) {
                throw new Refused(Problem.REPLICATES_DIFFER, replicate.length + " rows, data " + weights.length);
            }
        }
        if (given.length < 2) {
            throw new Refused(Problem.REPLICATES_DIFFER, given.length + " replicates");
        }
        double[][] replicated = combined
                ? given
                : Arrays.stream(given).map(f -> times(weights, f)).toArray(double[][]::new);
        double[] factors = new double[given.length];
        for (int r = 0; r < given.length; r++) {
            factors[r] = scale != null ? scale : factor(type, design, replicated[r], given.length);
        }
        return new Replicates(weights, replicated, factors, aroundEstimate);
    }

    private static double factor(Type type, Design design, double[] replicate, int count) {
        Stage first = design.first();
        return switch (type) {
            case JK1 -> (count - 1.0) / count * (first.strata() == 1 ? first.correction(0) : 1);
            case BRR -> 1.0 / count;
            case BOOTSTRAP -> 1.0 / (count - 1);
            case JKN -> jackknife(design, replicate);
        };
    }

    /** The stratum is the one with rows left out; (n-1)/n is what the rows left in were divided by. */
    private static double jackknife(Design design, double[] replicate) {
        double[] weights = design.weights();
        int out = IntStream.range(0, weights.length)
                .filter(row -> weights[row] > 0 && replicate[row] == 0)
                .findFirst()
                .orElse(-1);
        double most = IntStream.range(0, weights.length)
                .filter(row -> weights[row] > 0)
                .mapToDouble(row -> replicate[row] / weights[row])
                .max()
                .orElse(1);
        double open = out < 0 ? 1 : design.first().correction(design.first().stratumOfRow(out));
        return open / most;
    }

    /**
     * Replicates made from a design: leaving out one first-stage unit in turn (JK1, JKn), or balanced half-samples from
     * a Hadamard matrix (BRR). R: {@code as.svrepdesign}.
     *
     * @throws Refused if JK1 meets strata, or BRR a stratum without exactly two units
     */
    public static Replicates of(Design design, Type type, boolean aroundEstimate) {
        Stage first = design.first();
        return switch (type) {
            case JK1 -> {
                if (first.strata() != 1) {
                    throw new Refused(Problem.NOT_ONE_STRATUM, first.strata() + " strata");
                }
                yield leavingOut(design, aroundEstimate);
            }
            case JKN -> leavingOut(design, aroundEstimate);
            case BRR -> balanced(design, aroundEstimate);
            case BOOTSTRAP -> throw new IllegalArgumentException("bootstrap weights must be given");
        };
    }

    private static Replicates leavingOut(Design design, boolean aroundEstimate) {
        Stage first = design.first();
        double[][] replicated = new double[first.units()][];
        double[] factors = new double[first.units()];
        for (int out = 0; out < replicated.length; out++) {
            int left = out;
            int stratum = first.stratumOfUnit()[out];
            double n = first.drawn()[stratum];
            factors[out] = n == 1 ? 0 : (n - 1) / n * first.correction(stratum);
            replicated[out] = new double[design.rows()];
            Arrays.setAll(replicated[out], row -> {
                boolean same = first.stratumOfRow(row) == stratum && n > 1;
                double kept = first.unitOfRow()[row] == left ? 0 : n / (n - 1);
                return design.weights()[row] * (same ? kept : 1);
            });
        }
        return new Replicates(design.weights(), replicated, factors, aroundEstimate);
    }

    /** Signs of a Sylvester matrix of the least power of 2 above the number of strata. */
    private static Replicates balanced(Design design, boolean aroundEstimate) {
        Stage first = design.first();
        for (int stratum = 0; stratum < first.strata(); stratum++) {
            if (first.drawn()[stratum] != 2) {
                throw new Refused(Problem.NOT_PAIRED, "stratum " + (stratum + 1) + ": " + first.drawn()[stratum]);
            }
        }
        int count = Integer.highestOneBit(first.strata()) * 2;
        double[][] replicated = new double[count][design.rows()];
        for (int r = 0; r < count; r++) {
            int half = r;
            Arrays.setAll(replicated[r], row -> {
                boolean plus = Integer.bitCount(half & (first.stratumOfRow(row) + 1)) % 2 == 0;
                boolean even = first.unitOfRow()[row] % 2 == 0;
                return plus == even ? 2 * design.weights()[row] : 0;
            });
        }
        double[] factors = new double[count];
        Arrays.fill(factors, 1.0 / count);
        return new Replicates(design.weights(), replicated, factors, aroundEstimate);
    }

    private static double[] times(double[] weights, double[] factors) {
        double[] product = new double[weights.length];
        Arrays.setAll(product, row -> weights[row] * factors[row]);
        return product;
    }

    /** Rank of the replicate weights over the given rows, by elimination on the distinct rows. */
    int rank(int[] rows) {
        List<double[]> basis = new ArrayList<>();
        distinct(rows).forEach(row -> {
            double size = length(row);
            for (double[] direction : basis) {
                subtract(row, direction);
            }
            for (double[] direction : basis) {
                subtract(row, direction);
            }
            double rest = length(row);
            if (rest > DEPENDENT * size && basis.size() < replicated.length) {
                for (int r = 0; r < row.length; r++) {
                    row[r] /= rest;
                }
                basis.add(row);
            }
        });
        return basis.size();
    }

    private List<double[]> distinct(int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> weights[row] > 0)
                .mapToObj(row -> Arrays.stream(replicated)
                        .mapToDouble(r -> (float) (r[row] / weights[row]))
                        .toArray())
                .collect(java.util.stream.Collectors.toCollection(() -> new java.util.TreeSet<>(Arrays::compare)))
                .stream()
                .toList();
    }

    private static double length(double[] v) {
        return Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
    }

    private static void subtract(double[] v, double[] direction) {
        double along = 0;
        for (int r = 0; r < v.length; r++) {
            along += v[r] * direction[r];
        }
        for (int r = 0; r < v.length; r++) {
            v[r] -= along * direction[r];
        }
    }
}
