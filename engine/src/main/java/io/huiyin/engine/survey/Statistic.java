package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A linear statistic of a domain (统计量): a total, a ratio (means and shares are ratios to 1), or a difference. */
public sealed interface Statistic {
    /** Beyond this, squares could not be held. */
    double HUGE = 1e140;

    /** The rows of its domain, ascending. */
    int[] rows();

    /** The estimate under these weights, or why there is none. */
    Figure value(double[] weights);

    /** Influence values under these weights; the value must be known. */
    Influence influence(double[] weights);

    /**
     * Sum of w y; z = w y.
     *
     * @param y the variable, asked for rows of the domain only
     */
    record Total(int[] rows, IntToDoubleFunction y) implements Statistic {
        @Override
        public Figure value(double[] weights) {
            return figure(sum(rows, weights, y));
        }

        @Override
        public Influence influence(double[] weights) {
            return new Influence(
                    rows,
                    Arrays.stream(rows)
                            .mapToDouble(row -> weights[row] * y.applyAsDouble(row))
                            .toArray());
        }
    }

    /** R = sum w y / sum w x; z = w (y - R x) / sum w x. */
    record Ratio(int[] rows, IntToDoubleFunction y, IntToDoubleFunction x) implements Statistic {
        @Override
        public Figure value(double[] weights) {
            double below = sum(rows, weights, x);
            if (below == 0) {
                return Figure.missing(rows.length == 0 ? Reason.EMPTY_DOMAIN : Reason.ZERO_DENOMINATOR);
            }
            return figure(sum(rows, weights, y) / below);
        }

        @Override
        public Influence influence(double[] weights) {
            double ratio = value(weights).value();
            double below = sum(rows, weights, x);
            return new Influence(
                    rows,
                    Arrays.stream(rows)
                            .mapToDouble(
                                    row -> weights[row] * (y.applyAsDouble(row) - ratio * x.applyAsDouble(row)) / below)
                            .toArray());
        }
    }

    /** One statistic minus another; z likewise, so their covariance is taken care of. */
    record Difference(Statistic first, Statistic second) implements Statistic {
        @Override
        public int[] rows() {
            return IntStream.concat(Arrays.stream(first.rows()), Arrays.stream(second.rows()))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        @Override
        public Figure value(double[] weights) {
            Figure a = first.value(weights);
            Figure b = second.value(weights);
            return !a.isKnown() ? a : !b.isKnown() ? b : figure(a.value() - b.value());
        }

        @Override
        public Influence influence(double[] weights) {
            return first.influence(weights).minus(second.influence(weights));
        }
    }

    /** Mean of y over the domain. */
    static Statistic mean(int[] rows, IntToDoubleFunction y) {
        return new Ratio(rows, y, row -> 1);
    }

    private static Figure figure(double value) {
        return Math.abs(value) < HUGE ? Figure.of(value) : Figure.missing(Reason.OVERFLOW);
    }

    private static double sum(int[] rows, double[] weights, IntToDoubleFunction y) {
        ExactSum sum = new ExactSum();
        for (int row : rows) {
            double term = weights[row] * y.applyAsDouble(row);
            if (!(Math.abs(term) < HUGE)) {
                return Double.NaN;
            }
            sum.add(term);
        }
        return sum.value();
    }
}
