package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A two-phase sample (两相抽样): a first sample, and a stratified sample of its units that were asked more. R: {@code
 * twophase}, methods full and approx.
 *
 * <p>V = V1 + V2. V2 is the variance of the second phase given the first. V1 is the first phase's quadratic form with
 * each product divided by the chance that both rows are in the second phase (Särndal, Swensson and Wretman 1992, result
 * 9.3.1), here in closed form: with n of N units drawn in a second-phase stratum, Q(z) + sum over strata (c - 1) Q(z in
 * it) + sum over units (n/N - c) Q(z in it), c = n (N-1) / (N (n-1)). Without first-phase populations, Q is, as in R,
 * the sum of squares of the units' totals. {@code approx} is, for each first-phase stratum of n1 single rows of N1,
 * (1 - n1/N1) n1/(n1-1) sum N/n (u - sum z / n1)^2 with u = z n/N.
 */
public final class TwoPhaseSample implements Sample {
    private final Design first;
    private final Design second;
    private final Lonely lonely;
    private final boolean approximate;
    private final boolean[] marked;
    private final double[] weights;
    private final @Nullable Projection projection;

    private TwoPhaseSample(
            Design first,
            Design second,
            Lonely lonely,
            boolean approximate,
            boolean[] marked,
            double[] weights,
            @Nullable Projection projection) {
        this.first = first;
        this.second = second;
        this.lonely = lonely;
        this.approximate = approximate;
        this.marked = marked;
        this.weights = weights;
        this.projection = projection;
    }

    /**
     * The two-phase sample.
     *
     * @param first how all rows were drawn
     * @param second strata and units of the second phase, over all rows; its populations and weights are not used
     * @param marked the rows of the second phase
     * @throws Refused if no row is marked or a second-phase stratum has none
     */
    public static TwoPhaseSample of(
            Drawing first, Drawing second, boolean[] marked, Lonely lonely, boolean approximate) {
        Design one = Design.of(first);
        if (IntStream.range(0, marked.length).noneMatch(row -> marked[row])) {
            throw new Refused(Problem.NOBODY_IN_PHASE_TWO, "0 of " + marked.length + " rows");
        }
        Design two = Design.secondPhase(Design.of(second), marked);
        double[] weights = new double[marked.length];
        Arrays.setAll(weights, row -> one.weights()[row] * two.weights()[row]);
        return new TwoPhaseSample(
                lonely == Lonely.COLLAPSE ? one.collapsed() : one, two, lonely, approximate, marked, weights, null);
    }

    /**
     * The same sample with second-phase weights fitted to the sums of {@code columns} over the rows of the first phase.
     * R: {@code calibrate(phase = 2)}.
     */
    public TwoPhaseSample calibrated(List<String> terms, double[][] columns, Distance distance) {
        double[] ones = new double[marked.length];
        Arrays.fill(ones, 1);
        double[] totals = Matrices.transposed(columns, ones);
        Fit.Fitted fitted = new Calibration(terms, columns, totals, distance, new double[0]).to(second.weights());
        double[] both = new double[marked.length];
        Arrays.setAll(both, row -> first.weights()[row] * fitted.weights()[row]);
        return new TwoPhaseSample(first, second, lonely, approximate, marked, both, fitted.projection());
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public int[] rows() {
        return IntStream.range(0, marked.length).filter(row -> marked[row]).toArray();
    }

    @Override
    public long degreesOfFreedom() {
        return degreesOfFreedom(rows());
    }

    @Override
    public long degreesOfFreedom(int[] domain) {
        return second.degreesOfFreedom(domain, weights);
    }

    @Override
    public boolean isComplete(int[] domain) {
        return false;
    }

    @Override
    public Figure[][] covariance(List<Statistic> statistics) {
        Figure[] missing = statistics.stream().map(s -> s.value(weights)).toArray(Figure[]::new);
        List<Integer> known = IntStream.range(0, missing.length)
                .filter(i -> missing[i].isKnown())
                .boxed()
                .toList();
        List<Influence> z =
                known.stream().map(i -> statistics.get(i).influence(weights)).toList();
        Figure[][] phaseTwo = within(projected(z));
        Figure[][] phaseOne = approximate && first.first().units() == marked.length ? approximate(z) : full(z);
        Figure[][] sum = combined(phaseOne, 1, phaseTwo);
        for (int i = 0; i < sum.length; i++) {
            if (sum[i][i].isKnown() && sum[i][i].value() < 0) {
                sum[i][i] = Figure.missing(Reason.NEGATIVE_VARIANCE);
            }
        }
        return Matrices.spread(sum, known, missing);
    }

    private List<Influence> projected(List<Influence> z) {
        Projection left = projection;
        return left == null
                ? z
                : z.stream()
                        .map(one -> new Influence(first.everyRow(), left.residual(one.dense(marked.length)))
                                .on(row -> marked[row]))
                        .toList();
    }

    private Figure[][] within(List<Influence> z) {
        Design used = lonely == Lonely.COLLAPSE ? second.collapsed() : second;
        return new Covariance(used, lonely, false).of(z);
    }

    private Figure[][] full(List<Influence> z) {
        Stage two = second.first();
        Figure[][] sum = form(z);
        for (int stratum = 0; stratum < two.strata(); stratum++) {
            int here = stratum;
            double c = pairs(stratum);
            List<Influence> part = restricted(z, row -> two.stratumOfRow(row) == here);
            sum = c == 1 ? sum : combined(sum, c - 1, form(part));
        }
        return two.units() == marked.length ? combined(sum, 1, singleRows(z)) : units(z, sum);
    }

    /** The chance of a pair of one second-phase stratum relative to independence: 1/c. */
    private double pairs(int stratum) {
        double n = second.first().drawn()[stratum];
        double all = second.first().population()[stratum];
        return n < 2 ? 1 : n * (all - 1) / (all * (n - 1));
    }

    private double unitFactor(int stratum) {
        return second.first().fraction(stratum) - pairs(stratum);
    }

    private Figure[][] units(List<Influence> z, Figure[][] start) {
        Stage two = second.first();
        Figure[][] sum = start;
        int[] units = Arrays.stream(rows())
                .map(row -> two.unitOfRow()[row])
                .sorted()
                .distinct()
                .toArray();
        for (int unit : units) {
            List<Influence> part = restricted(z, row -> two.unitOfRow()[row] == unit);
            sum = combined(sum, unitFactor(two.stratumOfUnit()[unit]), form(part));
        }
        return sum;
    }

    /** The sum over units when each is one row: Q of a row is z^2 times 1 minus its first-phase chance. */
    private Figure[][] singleRows(List<Influence> z) {
        List<double[]> dense = z.stream().map(one -> one.dense(marked.length)).toList();
        return matrix(z.size(), (a, b) -> {
            ExactSum sum = new ExactSum();
            for (int row : rows()) {
                double open = 0;
                for (Stage stage : first.stages()) {
                    int stratum = stage.stratumOfRow(row);
                    open += stage.carried()[stratum] * stage.correction(stratum);
                }
                double factor = unitFactor(second.first().stratumOfRow(row)) * open;
                sum.add(factor * (dense.get(a)[row] * dense.get(b)[row]));
            }
            return Figure.of(sum.value());
        });
    }

    /** Q: the first phase's variance; without populations the sum of squares of its units. */
    private Figure[][] form(List<Influence> z) {
        if (!Double.isInfinite(first.first().population()[0])) {
            return new Covariance(first, lonely, false).of(z);
        }
        List<StageSums> sums =
                z.stream().map(one -> StageSums.of(first.first(), one)).toList();
        return matrix(z.size(), (a, b) -> Figure.of(dot(sums.get(a), sums.get(b))));
    }

    private static double dot(StageSums a, StageSums b) {
        ExactSum sum = new ExactSum();
        for (int i = 0, j = 0; i < a.unit().length && j < b.unit().length; ) {
            if (a.unit()[i] == b.unit()[j]) {
                sum.add(a.sum()[i++] * b.sum()[j++]);
            } else if (a.unit()[i] < b.unit()[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum.value();
    }

    private Figure[][] approximate(List<Influence> z) {
        Stage one = first.first();
        List<double[]> dense = z.stream().map(i -> i.dense(marked.length)).toList();
        List<StageSums> sums = z.stream().map(i -> StageSums.of(one, i)).toList();
        double[] reached = reached(one);
        return matrix(z.size(), (a, b) -> {
            ExactSum sum = new ExactSum();
            for (int row : rows()) {
                double chance = second.first().fraction(second.first().stratumOfRow(row));
                sum.add(open(one, one.stratumOfRow(row)) * chance * (dense.get(a)[row] * dense.get(b)[row]));
            }
            for (int i = 0; i < sums.get(a).stratum().length; i++) {
                int stratum = sums.get(a).stratum()[i];
                int j = Arrays.binarySearch(sums.get(b).stratum(), stratum);
                double means = j < 0 ? 0 : sums.get(a).mean()[i] * sums.get(b).mean()[j];
                sum.add(open(one, stratum) * means * (reached[stratum] - 2.0 * one.drawn()[stratum]));
            }
            return Figure.of(sum.value());
        });
    }

    /** (1 - n1/N1) n1/(n1-1); 0 for a stratum of one row. */
    private static double open(Stage one, int stratum) {
        double n = one.drawn()[stratum];
        return n == 1 ? 0 : one.correction(stratum) * n / (n - 1);
    }

    /** How many first-phase rows the second phase stands for in each of its strata: sum N/n. */
    private double[] reached(Stage one) {
        ExactSum[] sums = new ExactSum[one.strata()];
        Arrays.setAll(sums, stratum -> new ExactSum());
        for (int row : rows()) {
            sums[one.stratumOfRow(row)].add(second.weights()[row]);
        }
        return Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
    }

    private static List<Influence> restricted(List<Influence> z, java.util.function.IntPredicate rows) {
        List<Influence> part = new ArrayList<>();
        z.forEach(one -> part.add(one.on(rows)));
        return part;
    }

    private static Figure[][] matrix(int size, BiFunction<Integer, Integer, Figure> entry) {
        Figure[][] matrix = new Figure[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = a; b < size; b++) {
                matrix[a][b] = entry.apply(a, b);
                matrix[b][a] = matrix[a][b];
            }
        }
        return matrix;
    }

    /** a + factor b, entry by entry; missing where one is. */
    private static Figure[][] combined(Figure[][] a, double factor, Figure[][] b) {
        return matrix(a.length, (i, j) -> {
            Figure x = a[i][j];
            Figure y = b[i][j];
            return !x.isKnown() ? x : !y.isKnown() ? y : Figure.of(x.value() + factor * y.value());
        });
    }
}
