package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sampling design (抽样设计): strata, units of one or more stages, population sizes, weights.
 *
 * <p>Without populations only the first stage counts (the ultimate cluster); with them each stage adds its own variance
 * (METHODS 2.1). Equal to R's {@code svydesign(nest = TRUE)}.
 */
public final class Design {
    private final List<Stage> stages;
    private final double[] weights;
    private final int collapsed;

    private Design(List<Stage> stages, double[] weights, int collapsed) {
        this.stages = stages;
        this.weights = weights;
        this.collapsed = collapsed;
    }

    /**
     * The design that the columns describe.
     *
     * @throws Refused if populations differ inside a stratum or are smaller than the sample, if a weight is negative or
     *     not finite, or if all weights are 0
     */
    public static Design of(Drawing drawing) {
        if (drawing.rows() == 0) {
            throw new Refused(Problem.NO_ROWS, "0 rows");
        }
        List<Stage> stages = new ArrayList<>();
        @Nullable Stage before = null;
        for (int s = 0; s < drawing.stages(); s++) {
            before = stage(drawing, s, before);
            stages.add(before);
        }
        double[] given = drawing.weights();
        double[] weights = given.length == 0 ? inverseFractions(stages, drawing.rows()) : given.clone();
        check(weights);
        return new Design(List.copyOf(stages), weights, 0);
    }

    private static Stage stage(Drawing drawing, int s, @Nullable Stage before) {
        int rows = drawing.rows();
        Codes strata = drawing.strata();
        int[] stratum = before != null
                ? before.unitOfRow()
                : strata == null
                        ? new int[rows]
                        : Codes.ranked(
                                Arrays.stream(strata.place()).asLongStream().toArray());
        long[] keys = new long[rows];
        for (int row = 0; row < rows; row++) {
            long code = drawing.ids().isEmpty() ? row : drawing.ids().get(s).place()[row];
            keys[row] = ((long) stratum[row] << 32) | code;
        }
        int[] unit = Codes.ranked(keys);
        int[] stratumOfUnit = new int[Codes.count(unit)];
        for (int row = 0; row < rows; row++) {
            stratumOfUnit[unit[row]] = stratum[row];
        }
        int[] drawn = new int[Codes.count(stratum)];
        Arrays.stream(stratumOfUnit).forEach(h -> drawn[h]++);
        double[] population = drawing.populations().isEmpty()
                ? infinite(drawn.length)
                : populations(drawing.populations().get(s), stratum, drawn, s);
        return new Stage(unit, stratumOfUnit, drawn, population, carried(before, drawn.length));
    }

    private static double[] infinite(int length) {
        double[] population = new double[length];
        Arrays.fill(population, Double.POSITIVE_INFINITY);
        return population;
    }

    private static double[] populations(double[] given, int[] stratum, int[] drawn, int stage) {
        double[] population = new double[drawn.length];
        for (int row = 0; row < given.length; row++) {
            double before = population[stratum[row]];
            if (before != 0 && before != given[row]) {
                throw new Refused(
                        Problem.POPULATION_DIFFERS,
                        "stage " + (stage + 1) + ", row " + (row + 2) + ": " + given[row] + ", above " + before);
            }
            if (!(given[row] >= drawn[stratum[row]])) {
                throw new Refused(
                        Problem.POPULATION_TOO_SMALL,
                        "stage " + (stage + 1) + ", row " + (row + 2) + ": " + given[row] + ", sample "
                                + drawn[stratum[row]]);
            }
            population[stratum[row]] = given[row];
        }
        return population;
    }

    private static double[] carried(@Nullable Stage before, int strata) {
        double[] carried = new double[strata];
        for (int h = 0; h < strata; h++) {
            int above = before == null ? 0 : before.stratumOfUnit()[h];
            carried[h] = before == null ? 1 : before.carried()[above] * before.fraction(above);
        }
        return carried;
    }

    private static double[] inverseFractions(List<Stage> stages, int rows) {
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        for (Stage stage : stages) {
            for (int row = 0; row < rows; row++) {
                double fraction = stage.fraction(stage.stratumOfRow(row));
                weights[row] = fraction == 0 ? weights[row] : weights[row] / fraction;
            }
        }
        return weights;
    }

    private static void check(double[] weights) {
        double greatest = 0;
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0 && weights[row] < Double.POSITIVE_INFINITY)) {
                throw new Refused(Problem.BAD_WEIGHT, "row " + (row + 2) + ": " + weights[row]);
            }
            greatest = Math.max(greatest, weights[row]);
        }
        if (greatest == 0) {
            throw new Refused(Problem.NO_WEIGHT, weights.length + " rows");
        }
    }

    /**
     * The second phase of a two-phase sample: units of {@code all}'s first stage, drawn from all of them when one of
     * their rows is marked; weights N/n on marked rows, 0 on others.
     */
    static Design secondPhase(Design all, boolean[] marked) {
        Stage every = all.first();
        boolean[] in = new boolean[every.units()];
        for (int row = 0; row < marked.length; row++) {
            in[every.unitOfRow()[row]] |= marked[row];
        }
        int[] drawn = new int[every.strata()];
        for (int unit = 0; unit < in.length; unit++) {
            drawn[every.stratumOfUnit()[unit]] += in[unit] ? 1 : 0;
        }
        double[] population = Arrays.stream(every.drawn()).mapToDouble(n -> n).toArray();
        Stage second = new Stage(every.unitOfRow(), every.stratumOfUnit(), drawn, population, every.carried());
        double[] weights = new double[marked.length];
        for (int row = 0; row < marked.length; row++) {
            int stratum = second.stratumOfRow(row);
            if (drawn[stratum] == 0) {
                throw new Refused(Problem.CELL_WITHOUT_SAMPLE, "second phase, stratum of row " + (row + 2));
            }
            weights[row] = marked[row] ? population[stratum] / drawn[stratum] : 0;
        }
        return new Design(List.of(second), weights, 0);
    }

    /** The design with lonely strata pooled at every stage; itself when there are none. */
    public Design collapsed() {
        List<Stage> pooled = new ArrayList<>();
        for (Stage stage : stages) {
            int[] family = pooled.isEmpty() ? new int[stage.strata()] : families(stage, pooled.getLast());
            pooled.add(stage.collapsed(family));
        }
        int fewer = stages.getFirst().strata() - pooled.getFirst().strata();
        return new Design(List.copyOf(pooled), weights, fewer == 0 ? 0 : fewer + 1);
    }

    /** The stratum, one stage above, of the unit that is this stage's stratum. */
    private static int[] families(Stage stage, Stage above) {
        int[] family = new int[stage.strata()];
        for (int row = 0; row < stage.unitOfRow().length; row++) {
            family[stage.stratumOfRow(row)] = above.stratumOfRow(row);
        }
        return family;
    }

    /** How many first-stage strata were pooled, 0 if none. */
    public int collapsedStrata() {
        return collapsed;
    }

    List<Stage> stages() {
        return stages;
    }

    Stage first() {
        return stages.getFirst();
    }

    int rows() {
        return weights.length;
    }

    double[] weights() {
        return weights;
    }

    /** All rows, in file order. */
    public int[] everyRow() {
        return IntStream.range(0, rows()).toArray();
    }

    /** Units minus strata of the first stage, over the given rows with a weight (R's degf). */
    long degreesOfFreedom(int[] rows, double[] given) {
        int[] units = Arrays.stream(rows)
                .filter(row -> given[row] != 0)
                .map(row -> first().unitOfRow()[row])
                .sorted()
                .distinct()
                .toArray();
        long strata = Arrays.stream(units)
                .map(u -> first().stratumOfUnit()[u])
                .distinct()
                .count();
        return units.length - strata;
    }

    /** Do all these rows come from one first-stage unit that stands for others as well? */
    boolean isOneUnit(int[] rows) {
        int unit = rows.length == 0 ? 0 : first().unitOfRow()[rows[0]];
        return rows.length > 0
                && first().correction(first().stratumOfUnit()[unit]) > 0
                && Arrays.stream(rows).allMatch(row -> first().unitOfRow()[row] == unit);
    }

    /** Was everything that these rows stand for drawn? */
    boolean isComplete(int[] rows) {
        return stages.stream()
                .allMatch(stage -> Arrays.stream(rows).allMatch(row -> stage.correction(stage.stratumOfRow(row)) == 0));
    }

    /** Does an estimate from these rows meet a lonely stratum at some stage? */
    boolean meetsLonely(int[] rows) {
        return stages.stream()
                .anyMatch(stage -> Arrays.stream(rows).anyMatch(row -> stage.isLonely(stage.stratumOfRow(row))));
    }

    static double sum(int[] rows, double[] values) {
        ExactSum sum = new ExactSum();
        for (int row : rows) {
            sum.add(values[row]);
        }
        return sum.value();
    }
}
