package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Factors for interviews' weights that reproduce known margins (加权到已知总数; METHODS 2.9 b; Deming and Stephan 1940),
 * kept within {@value #LEAST} and {@value #MOST} of their mean.
 *
 * <p>Each round scales every margin in turn, then cuts the factors. Known numbers of levels without any interview are
 * left out and the others scaled to the same total, so all margins agree.
 */
final class RakedFactors {
    static final double LEAST = 0.3;
    static final double MOST = 3;
    private static final int ROUNDS = 500;
    private static final double SETTLED = 1e-10;

    private final List<Group> groups;
    private final List<double[]> targets = new ArrayList<>();
    private int rounds;

    /** Interviews of one level in every margin, and of one weight. */
    static final class Group {
        final int[] levels;
        final double weight;
        final long interviews;
        double factor = 1;

        Group(int[] levels, double weight, long interviews) {
            this.levels = levels;
            this.weight = weight;
            this.interviews = interviews;
        }

        double total() {
            return weight * interviews * factor;
        }
    }

    /**
     * Rakes.
     *
     * @param margins known numbers per level, one array for each place of {@link Group#levels}
     */
    RakedFactors(List<Group> groups, List<double[]> margins) {
        this.groups = groups;
        for (int m = 0; m < margins.size(); m++) {
            targets.add(reachable(m, margins.get(m)));
        }
        double moved = 1;
        while (moved > SETTLED && rounds < ROUNDS) {
            double[] before = groups.stream().mapToDouble(g -> g.factor).toArray();
            for (int m = 0; m < targets.size(); m++) {
                scale(m);
            }
            cut();
            rounds++;
            moved = 0;
            for (int i = 0; i < before.length; i++) {
                moved = Math.max(moved, Math.abs(groups.get(i).factor - before[i]) / before[i]);
            }
        }
    }

    private double[] reachable(int margin, double[] known) {
        boolean[] met = new boolean[known.length];
        groups.forEach(g -> met[g.levels[margin]] = true);
        ExactSum all = new ExactSum();
        ExactSum reached = new ExactSum();
        for (int i = 0; i < known.length; i++) {
            all.add(known[i]);
            reached.add(met[i] ? known[i] : 0);
        }
        double[] target = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            target[i] = met[i] ? known[i] * (all.value() / reached.value()) : 0;
        }
        return target;
    }

    private double[] sums(int margin) {
        Map<Integer, ExactSum> sums = new HashMap<>();
        groups.forEach(
                g -> sums.computeIfAbsent(g.levels[margin], l -> new ExactSum()).add(g.total()));
        double[] values = new double[targets.get(margin).length];
        sums.forEach((level, sum) -> values[level] = sum.value());
        return values;
    }

    private void scale(int margin) {
        double[] sums = sums(margin);
        double[] target = targets.get(margin);
        groups.forEach(g -> g.factor *= target[g.levels[margin]] / sums[g.levels[margin]]);
    }

    private double mean() {
        ExactSum factors = new ExactSum();
        long interviews = 0;
        for (Group g : groups) {
            factors.add(g.factor * g.interviews);
            interviews += g.interviews;
        }
        return factors.value() / interviews;
    }

    private void cut() {
        double mean = mean();
        groups.forEach(g -> g.factor = Math.clamp(g.factor, LEAST * mean, MOST * mean));
    }

    Nonresponse.Raking report() {
        double gap = 0;
        for (int m = 0; m < targets.size(); m++) {
            double[] sums = sums(m);
            for (int i = 0; i < sums.length; i++) {
                double target = targets.get(m)[i];
                gap = target > 0 ? Math.max(gap, Math.abs(sums[i] - target) / target) : gap;
            }
        }
        double mean = mean();
        ExactSum squares = new ExactSum();
        long interviews = 0;
        long capped = 0;
        for (Group g : groups) {
            interviews += g.interviews;
            squares.add(g.interviews * (g.factor / mean - 1) * (g.factor / mean - 1));
            boolean atCap = g.factor <= LEAST * mean * (1 + 1e-9) || g.factor >= MOST * mean * (1 - 1e-9);
            capped += atCap ? g.interviews : 0;
        }
        return new Nonresponse.Raking(
                Figure.of(rounds),
                Figure.of(gap),
                Figure.of((double) capped / interviews),
                Figure.of(1 + squares.value() / interviews));
    }
}
