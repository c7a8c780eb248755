package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The regression behind the case-mix adjustment (METHODS 2.5): least squares of (points - unit's mean) on (levels -
 * unit's means) over the interviews with their weights, that is, with a constant for every unit.
 *
 * <p>Levels that the interviews cannot tell from those before them (never interviewed within a unit beside another, or
 * always together with one) get no coefficient and shift nothing. All counts are whole numbers until they meet a weight.
 */
final class CaseMixFit {
    private static final double DEPENDENT = 1e-9;

    private final List<String> names = new ArrayList<>();
    private final Map<Cells.Level, Integer> places = new HashMap<>();
    private final Map<Circumstances, int[]> active = new HashMap<>();
    private final SortedMap<String, double[]> offsets = new TreeMap<>(CodeOrder.COMPARATOR);
    private final Cholesky normal;
    private final double[] beta;

    CaseMixFit(Cells cells, SortedMap<String, UnitSample> units, List<Interviewed> interviewed, Scheme scheme) {
        name(cells, units.keySet());
        offsets(cells, units);
        int k = names.size();
        ExactSum[][] sums = new ExactSum[k][k + 1];
        for (ExactSum[] row : sums) {
            Arrays.setAll(row, j -> new ExactSum());
        }
        byUnit(interviewed)
                .values()
                .forEach(unit -> new Within(k).of(unit, scheme).into(sums));
        double[][] matrix = new double[k][k];
        double[] right = new double[k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                matrix[a][b] = sums[a][b].value();
            }
            right[a] = sums[a][k].value();
        }
        normal = new Cholesky(matrix, DEPENDENT);
        beta = normal.solve(right);
    }

    CaseMix result(java.util.Optional<CaseMixErrors> errors) {
        List<Figure> coefficients = new ArrayList<>();
        for (int a = 0; a < beta.length; a++) {
            coefficients.add(normal.isDependent(a) ? Figure.missing(Reason.NOT_ESTIMABLE) : Figure.of(beta[a]));
        }
        List<Double> shifts = offsets.keySet().stream().map(this::shift).toList();
        return new CaseMix(
                names,
                coefficients,
                errors(coefficients, errors),
                shifts.stream().map(Figure::of).toList(),
                offsets.keySet().stream().map(unit -> error(unit, errors)).toList(),
                shifts.stream().map(s -> Math.abs(s) > CaseMix.WIDE).toList());
    }

    private static List<Figure> errors(List<Figure> coefficients, java.util.Optional<CaseMixErrors> errors) {
        List<Figure> figures = new ArrayList<>();
        for (int a = 0; a < coefficients.size(); a++) {
            int place = a;
            Figure asked = errors.map(e -> Figure.of(e.error(place))).orElse(Figure.missing(Reason.NOT_ASKED_FOR));
            figures.add(coefficients.get(a).isKnown() ? asked : coefficients.get(a));
        }
        return figures;
    }

    private static Figure error(String unit, java.util.Optional<CaseMixErrors> errors) {
        return errors.map(e -> Figure.of(Math.sqrt(CaseMixErrors.length(e.loading(unit)))))
                .orElse(Figure.missing(Reason.NOT_ASKED_FOR));
    }

    /** Adjusted levels. */
    int size() {
        return names.size();
    }

    /** beta of one level, 0 where it has none. */
    double coefficient(int level) {
        return beta[level];
    }

    /** A^-1 times a vector, over the levels with a coefficient. */
    double[] solve(double[] right) {
        return normal.solve(right);
    }

    /** (Zbar_u - Zbar)'beta, in points. */
    double shift(String unit) {
        double[] offset = offset(unit);
        double shift = 0;
        for (int a = 0; a < beta.length; a++) {
            shift += offset[a] * beta[a];
        }
        return shift;
    }

    /** Zbar_u - Zbar: how the unit's mix differs from the county's, known from all matters. */
    double[] offset(String unit) {
        double[] offset = offsets.get(unit);
        if (offset == null) {
            throw new IllegalArgumentException("no such unit: " + unit);
        }
        return offset;
    }

    private void name(Cells cells, Collection<String> units) {
        List<SortedSet<String>> codes = new ArrayList<>();
        Circumstances.NAMES.forEach(name -> codes.add(new TreeSet<>(CodeOrder.COMPARATOR)));
        cells.levels().forEach((level, matters) -> {
            if (matters > 0 && units.contains(level.unit())) {
                codes.get(level.circumstance()).add(level.code());
            }
        });
        for (int i = 0; i < codes.size(); i++) {
            for (String code : codes.get(i).stream().skip(1).toList()) {
                places.put(new Cells.Level("", i, code), names.size());
                names.add(Circumstances.NAMES.get(i) + "=" + code);
            }
        }
    }

    private void offsets(Cells cells, SortedMap<String, UnitSample> units) {
        long[] county = new long[names.size()];
        units.keySet().forEach(unit -> offsets.put(unit, new double[names.size()]));
        cells.levels().forEach((level, matters) -> {
            Integer place = place(level.circumstance(), level.code());
            double[] unit = offsets.get(level.unit());
            if (place != null && unit != null) {
                unit[place] += matters;
                county[place] += matters;
            }
        });
        long all = units.values().stream().mapToLong(UnitSample::matters).sum();
        units.forEach((unit, sample) -> {
            double[] offset = offset(unit);
            for (int a = 0; a < offset.length; a++) {
                offset[a] = offset[a] / sample.matters() - (double) county[a] / all;
            }
        });
    }

    private @org.jspecify.annotations.Nullable Integer place(int circumstance, String code) {
        return places.get(new Cells.Level("", circumstance, code));
    }

    /** The adjusted levels that a matter has, at most one per circumstance. */
    int[] active(DrawnMatter matter) {
        return active.computeIfAbsent(matter.circumstances(), this::active);
    }

    private int[] active(Circumstances circumstances) {
        int[] some = new int[Circumstances.NAMES.size()];
        int size = 0;
        for (int i = 0; i < some.length; i++) {
            Integer place = place(i, circumstances.level(i));
            if (place != null) {
                some[size++] = place;
            }
        }
        return Arrays.copyOf(some, size);
    }

    private static Map<UnitSample, List<Interviewed>> byUnit(List<Interviewed> interviewed) {
        Map<UnitSample, List<Interviewed>> units = new java.util.IdentityHashMap<>();
        interviewed.forEach(
                i -> units.computeIfAbsent(i.sample(), u -> new ArrayList<>()).add(i));
        return units;
    }

    /** Sums over one unit's interviews: counts by pool first, then weighted. */
    private final class Within {
        private final int k;
        private final ExactSum weight = new ExactSum();
        private final ExactSum[][] products;

        /** Row a: products with the levels up to a; then, in column k, the sum of a; row k: points. */
        Within(int k) {
            this.k = k;
            products = new ExactSum[k + 1][k + 1];
            for (ExactSum[] row : products) {
                Arrays.setAll(row, j -> new ExactSum());
            }
        }

        Within of(List<Interviewed> unit, Scheme scheme) {
            SortedMap<Integer, long[][]> counts = new TreeMap<>();
            long[][] answers = new long[unit.getFirst().sample().pools().size()][6];
            for (Interviewed i : unit) {
                int[] levels = active(i.matter());
                long[][] pool = counts.computeIfAbsent(i.pool(), p -> new long[k][k + 6]);
                answers[i.pool()][i.matter().answer()] += i.count();
                for (int a : levels) {
                    for (int b : levels) {
                        pool[a][b] += b <= a ? i.count() : 0;
                    }
                    pool[a][k + i.matter().answer()] += i.count();
                }
            }
            counts.forEach(
                    (pool, levels) -> weigh(unit.getFirst().sample().weight(pool), levels, answers[pool], scheme));
            return this;
        }

        private void weigh(double w, long[][] levels, long[] answers, Scheme scheme) {
            for (int y = 1; y <= 5; y++) {
                weight.add(w * answers[y]);
                products[k][k].add(w * answers[y] * scheme.score(y));
            }
            for (int a = 0; a < k; a++) {
                for (int b = 0; b <= a; b++) {
                    if (levels[a][b] > 0) {
                        products[a][b].add(w * levels[a][b]);
                    }
                }
                for (int y = 1; y <= 5; y++) {
                    if (levels[a][k + y] > 0) {
                        products[a][k].add(w * levels[a][k + y] * scheme.score(y));
                    }
                }
            }
        }

        /** Adds the products of deviations from the unit's means. */
        void into(ExactSum[][] sums) {
            double all = weight.value();
            double points = products[k][k].value();
            double[] levels = new double[k];
            for (int a = 0; a < k; a++) {
                levels[a] = products[a][a].value();
                for (int b = 0; b <= a; b++) {
                    sums[a][b].add(products[a][b].value() - levels[a] * levels[b] / all);
                }
                sums[a][k].add(products[a][k].value() - levels[a] * points / all);
            }
        }
    }
}
