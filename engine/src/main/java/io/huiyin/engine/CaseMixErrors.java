package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sampling error of the case-mix coefficients (METHODS 2.5, {@code --casemix-variance}): V(beta) = A^-1 V(sum z) A^-1
 * with z = w (x - unit's mean) residual and the variance of a sum as the draw has it; R's svyglm with a constant for
 * every unit.
 *
 * <p>V = L L'. A unit's loading is L'(Zbar_u - Zbar): its squared length is what the coefficients' error adds to V(D_adj),
 * and the squared distance of two loadings what it adds to the variance of a difference.
 */
final class CaseMixErrors {
    private static final double NOTHING = 1e-13;

    private final CaseMixFit fit;
    private final double[][] variance;
    private final double[][] root;

    CaseMixErrors(CaseMixFit fit, List<Interviewed> interviewed, Scheme scheme) {
        this.fit = fit;
        int k = fit.size();
        ExactSum[][] sums = sums(k);
        byUnit(interviewed).forEach((unit, some) -> new OfUnit(unit, some, scheme).into(sums));
        double[][] half = new double[k][];
        for (int a = 0; a < k; a++) {
            double[] column = new double[k];
            for (int b = 0; b < k; b++) {
                column[b] = sums[Math.max(a, b)][Math.min(a, b)].value();
            }
            half[a] = fit.solve(column);
        }
        variance = new double[k][k];
        for (int a = 0; a < k; a++) {
            double[] row = new double[k];
            for (int b = 0; b < k; b++) {
                row[b] = half[b][a];
            }
            variance[a] = fit.solve(row);
        }
        root = new Cholesky(variance, NOTHING).factor();
    }

    private static ExactSum[][] sums(int k) {
        ExactSum[][] sums = new ExactSum[k][k];
        for (ExactSum[] row : sums) {
            Arrays.setAll(row, b -> new ExactSum());
        }
        return sums;
    }

    private static Map<UnitSample, List<Interviewed>> byUnit(List<Interviewed> interviewed) {
        Map<UnitSample, List<Interviewed>> units = new IdentityHashMap<>();
        interviewed.forEach(
                i -> units.computeIfAbsent(i.sample(), u -> new ArrayList<>()).add(i));
        return units;
    }

    /** Standard error of a coefficient, in points. */
    double error(int coefficient) {
        return Math.sqrt(Math.max(0, variance[coefficient][coefficient]));
    }

    /** L'(Zbar_u - Zbar), in points. */
    double[] loading(String unit) {
        double[] offset = fit.offset(unit);
        double[] loading = new double[offset.length];
        for (int b = 0; b < loading.length; b++) {
            for (int a = b; a < loading.length; a++) {
                loading[b] += root[a][b] * offset[a];
            }
        }
        return loading;
    }

    /** Squared distance of two loadings; missing loadings are 0. */
    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int a = 0; a < Math.max(one.length, other.length); a++) {
            double difference = (a < one.length ? one[a] : 0) - (a < other.length ? other[a] : 0);
            sum += difference * difference;
        }
        return sum;
    }

    /** Squared length of a loading. */
    static double length(double[] loading) {
        return distance(loading, new double[0]);
    }

    /** The z of one unit, summed by group of the draw. */
    private final class OfUnit {
        private final UnitSample unit;
        private final List<Interviewed> interviewed;
        private final Scheme scheme;
        private final int k = fit.size();
        private final double[] means;
        private final double points;

        OfUnit(UnitSample unit, List<Interviewed> interviewed, Scheme scheme) {
            this.unit = unit;
            this.interviewed = interviewed;
            this.scheme = scheme;
            ExactSum weight = new ExactSum();
            ExactSum score = new ExactSum();
            ExactSum[] levels = new ExactSum[k];
            Arrays.setAll(levels, a -> new ExactSum());
            for (Interviewed i : interviewed) {
                double w = i.weight() * i.count();
                weight.add(w);
                score.add(w * scheme.score(i.matter().answer()));
                for (int a : fit.active(i.matter())) {
                    levels[a].add(w);
                }
            }
            means = Arrays.stream(levels)
                    .mapToDouble(l -> l.value() / weight.value())
                    .toArray();
            points = score.value() / weight.value();
        }

        void into(ExactSum[][] sums) {
            int pools = unit.pools().size();
            ExactSum[][] first = new ExactSum[pools][k];
            ExactSum[][][] second = new ExactSum[pools][][];
            for (int p = 0; p < pools; p++) {
                Arrays.setAll(first[p], a -> new ExactSum());
                second[p] = sums(k);
            }
            for (Interviewed i : interviewed) {
                double[] z = z(i);
                for (int a = 0; a < k; a++) {
                    first[i.pool()][a].add(i.count() * z[a]);
                    for (int b = 0; b <= a; b++) {
                        second[i.pool()][a][b].add(i.count() * z[a] * z[b]);
                    }
                }
            }
            unit.addCovariance(
                    values(first), Arrays.stream(second).map(s -> values(s)).toArray(double[][][]::new), sums);
        }

        private double[] z(Interviewed i) {
            double[] x = new double[k];
            for (int a : fit.active(i.matter())) {
                x[a] = 1;
            }
            double residual = scheme.score(i.matter().answer()) - points;
            for (int a = 0; a < k; a++) {
                x[a] -= means[a];
                residual -= x[a] * fit.coefficient(a);
            }
            for (int a = 0; a < k; a++) {
                x[a] *= i.weight() * residual;
            }
            return x;
        }

        private static double[][] values(ExactSum[][] sums) {
            return Arrays.stream(sums)
                    .map(row -> Arrays.stream(row).mapToDouble(ExactSum::value).toArray())
                    .toArray(double[][]::new);
        }
    }
}
