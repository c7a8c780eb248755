package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import java.util.Map;

/**
 * Population totals of the levels of one variable (总体边际).
 *
 * @param name of the variable
 * @param codes of the rows
 * @param totals one for each of the variable's levels
 */
public record Margin(String name, Codes codes, double[] totals) {

    /**
     * Checks totals against a sample.
     *
     * @throws Refused if a row's level is missing or has no total, if a total is not positive, or if a level of the
     *     population has no row in the sample
     */
    public static Margin of(String name, Codes codes, Map<String, Double> totals) {
        for (int row = 0; row < codes.rows(); row++) {
            if (codes.isMissing(row)) {
                throw new Refused(Problem.MISSING_AUXILIARY, name + ", row " + (row + 2));
            }
            if (!totals.containsKey(codes.level(row))) {
                throw new Refused(Problem.LEVEL_WITHOUT_TOTAL, name + " " + codes.level(row) + ", row " + (row + 2));
            }
        }
        int[] count = new int[codes.levels().size()];
        for (int place : codes.place()) {
            count[place]++;
        }
        double[] aligned = new double[count.length];
        totals.forEach((level, total) -> {
            int place = codes.levels().indexOf(level);
            if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
                throw new Refused(Problem.BAD_TOTAL, name + " " + level + ": " + total);
            }
            if (place < 0 || count[place] == 0) {
                throw new Refused(Problem.CELL_WITHOUT_SAMPLE, name + " " + level + ": " + total);
            }
            aligned[place] = total;
        });
        return new Margin(name, codes, aligned);
    }

    double total() {
        return ExactSum.of(totals);
    }

    /** Sum of a value over the rows of each level. */
    double[] sums(double[] values) {
        ExactSum[] sums = new ExactSum[totals.length];
        java.util.Arrays.setAll(sums, i -> new ExactSum());
        for (int row = 0; row < values.length; row++) {
            sums[codes.place()[row]].add(values[row]);
        }
        return java.util.Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
    }

    /** Weights multiplied so that each level reaches its total. */
    double[] scaled(double[] weights) {
        double[] sums = sums(weights);
        double[] scaled = new double[weights.length];
        for (int row = 0; row < scaled.length; row++) {
            int level = codes.place()[row];
            if (totals[level] > 0 && sums[level] == 0) {
                throw new Refused(
                        Problem.CELL_WITHOUT_SAMPLE, name + " " + codes.levels().get(level) + ": weight 0");
            }
            scaled[row] = weights[row] == 0 ? 0 : weights[row] * (totals[level] / sums[level]);
        }
        return scaled;
    }

    /** 0/1 columns of the levels from {@code first} on. */
    double[][] indicators(int first) {
        double[][] columns = new double[Math.max(0, totals.length - first)][codes.rows()];
        for (int row = 0; row < codes.rows(); row++) {
            if (codes.place()[row] >= first) {
                columns[codes.place()[row] - first][row] = 1;
            }
        }
        return columns;
    }
}
