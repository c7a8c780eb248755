package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes what other weights for the silent would have made of S and D (METHODS 2.9 a to c). */
final class Silent {
    private static final int AGE = Circumstances.NAMES.indexOf("age");

    private final Cells cells;
    private final SortedMap<String, UnitSample> units;
    private final List<Interviewed> interviewed;
    private final Scheme scheme;

    Silent(Cells cells, SortedMap<String, UnitSample> units, List<Interviewed> interviewed, Scheme scheme) {
        this.cells = cells;
        this.units = units;
        this.interviewed = interviewed;
        this.scheme = scheme;
    }

    /** Weight of the drawn and of those who answered. */
    private record Reach(double drawn, double answered) {}

    Nonresponse nonresponse() {
        if (!interviewed.isEmpty() && allAnswered()) {
            return missing(Reason.ALL_ANSWERED, Figure.of(1));
        }
        Propensities propensities = new Propensities();
        Reach reach = reach(propensities);
        if (interviewed.isEmpty()) {
            return missing(reach.drawn == 0 ? Reason.NOT_DRAWN : Reason.NO_INTERVIEW, Figure.missing(Reason.NOT_DRAWN));
        }
        Figure response = Figure.of(Math.min(1, reach.answered / reach.drawn));
        propensities.fit();
        Map<Interviewed, Double> byClass = new IdentityHashMap<>();
        interviewed.forEach(i -> byClass.put(i, drawnWeight(i) * propensities.factor(i.matter())));
        Map<Interviewed, Double> raked = new IdentityHashMap<>();
        Nonresponse.Raking report = rake(raked);
        Estimates first = new Estimates(byClass);
        Estimates second = new Estimates(raked);
        List<Nonresponse.Reweighted> rows = new ArrayList<>();
        units.values().forEach(unit -> rows.add(row(first, second, List.of(unit))));
        return new Nonresponse(
                response,
                Figure.of(propensities.indicator()),
                propensities.classes(),
                report,
                row(first, second, assessed()),
                rows);
    }

    private boolean allAnswered() {
        return units.values().stream().allMatch(u -> u.interviews() == u.drawn());
    }

    private List<UnitSample> assessed() {
        return units.values().stream().filter(u -> u.interviews() > 0).toList();
    }

    private Nonresponse missing(Reason reason, Figure response) {
        Figure none = Figure.missing(reason);
        Nonresponse.Reweighted row =
                new Nonresponse.Reweighted(none, none, none, none, Figure.missing(Reason.NOT_FLAGGED));
        boolean equal = reason == Reason.ALL_ANSWERED;
        return new Nonresponse(
                response,
                equal ? Figure.of(1) : none,
                List.of(),
                Nonresponse.Raking.missing(reason),
                row,
                units.values().stream().map(u -> row).toList());
    }

    /** Tells the propensities of every drawn matter; those of a section in which nobody answered have no weight. */
    private Reach reach(Propensities propensities) {
        ExactSum drawn = new ExactSum();
        ExactSum answered = new ExactSum();
        cells.details().forEach((matter, number) -> {
            UnitSample unit = units.get(matter.stratum().unit());
            int pool = unit == null ? -1 : unit.poolOf(matter.stratum());
            if (unit != null && pool >= 0 && number > 0) {
                double weight = unit.drawnWeight(pool);
                propensities.add(matter, weight, number);
                drawn.add(weight * number);
                answered.add(matter.answer() > 0 ? weight * number : 0);
            }
        });
        return new Reach(drawn.value(), answered.value());
    }

    private static double drawnWeight(Interviewed i) {
        return i.sample().drawnWeight(i.pool());
    }

    /** Rakes the interviews to the matters by unit, age group and rating class; fills their weights in. */
    private Nonresponse.Raking rake(Map<Interviewed, Double> weights) {
        List<UnitSample> order = assessed();
        Map<UnitSample, Integer> places = new IdentityHashMap<>();
        order.forEach(unit -> places.put(unit, places.size()));
        SortedMap<String, Double> ages = ages();
        List<String> codes = new ArrayList<>(ages.keySet());
        double[] classes = new double[6];
        for (int c = 0; c <= 5; c++) {
            int ratingClass = c;
            classes[c] = order.stream().mapToLong(u -> u.matters(ratingClass)).sum();
        }
        Map<List<Object>, List<Interviewed>> alike = new HashMap<>();
        interviewed.forEach(i -> alike.computeIfAbsent(key(i, places, codes), k -> new ArrayList<>())
                .add(i));
        Map<RakedFactors.Group, List<Interviewed>> groups = new IdentityHashMap<>();
        alike.forEach((key, some) -> groups.put(group(key, some), some));
        RakedFactors raked = new RakedFactors(
                List.copyOf(groups.keySet()),
                List.of(
                        order.stream().mapToDouble(UnitSample::matters).toArray(),
                        ages.values().stream().mapToDouble(n -> n).toArray(),
                        classes));
        groups.forEach((group, some) -> some.forEach(i -> weights.put(i, i.weight() * group.factor)));
        return raked.report();
    }

    private static List<Object> key(Interviewed i, Map<UnitSample, Integer> places, List<String> ages) {
        String age = i.matter().circumstances().level(AGE);
        return List.of(
                places.getOrDefault(i.sample(), 0),
                Math.max(0, ages.indexOf(age)),
                i.matter().ratingClass(),
                i.weight());
    }

    private static RakedFactors.Group group(List<Object> key, List<Interviewed> some) {
        int[] levels = {(int) key.get(0), (int) key.get(1), (int) key.get(2)};
        return new RakedFactors.Group(
                levels,
                some.getFirst().weight(),
                some.stream().mapToLong(Interviewed::count).sum());
    }

    /** Matters of the assessed units by age group; one group where the frame does not say. */
    private SortedMap<String, Double> ages() {
        SortedMap<String, Double> ages = new TreeMap<>(CodeOrder.COMPARATOR);
        cells.levels().forEach((level, number) -> {
            UnitSample unit = units.get(level.unit());
            if (level.circumstance() == AGE && number > 0 && unit != null && unit.interviews() > 0) {
                ages.merge(level.code(), (double) number, Double::sum);
            }
        });
        if (ages.isEmpty()) {
            ages.put("", assessed().stream().mapToDouble(UnitSample::matters).sum());
        }
        return ages;
    }

    private static Nonresponse.Reweighted row(Estimates first, Estimates second, Collection<UnitSample> some) {
        return new Nonresponse.Reweighted(
                first.spotCheck(some),
                first.score(some),
                second.spotCheck(some),
                second.score(some),
                Figure.missing(Reason.NOT_FLAGGED));
    }

    /** Weighted means with the given weights, whose rating classes have means of their own. */
    private final class Estimates {
        private final Map<Interviewed, Double> weights;
        private final double[] kappa = new double[6];
        private final Map<UnitSample, List<Interviewed>> byUnit = new IdentityHashMap<>();

        Estimates(Map<Interviewed, Double> weights) {
            this.weights = weights;
            ClassMeans own = new ClassMeans(units.values(), scheme);
            for (int c = 0; c <= 5; c++) {
                int ratingClass = c;
                List<Interviewed> some = interviewed.stream()
                        .filter(i -> i.matter().ratingClass() == ratingClass)
                        .toList();
                kappa[c] = some.isEmpty()
                        ? own.of(c)
                        : mean(some, i -> scheme.score(i.matter().answer()));
            }
            interviewed.forEach(i ->
                    byUnit.computeIfAbsent(i.sample(), u -> new ArrayList<>()).add(i));
        }

        private double mean(List<Interviewed> some, java.util.function.ToDoubleFunction<Interviewed> value) {
            ExactSum sum = new ExactSum();
            ExactSum all = new ExactSum();
            for (Interviewed i : some) {
                double w = weights.getOrDefault(i, 0.0) * i.count();
                sum.add(w * value.applyAsDouble(i));
                all.add(w);
            }
            return sum.value() / all.value();
        }

        private List<Interviewed> of(Collection<UnitSample> some) {
            return some.stream()
                    .flatMap(u -> byUnit.getOrDefault(u, List.of()).stream())
                    .toList();
        }

        Figure spotCheck(Collection<UnitSample> some) {
            List<Interviewed> all = of(some);
            return all.isEmpty()
                    ? Figure.missing(Reason.NOT_ASSESSED)
                    : Figure.of(mean(all, i -> scheme.score(i.matter().answer())));
        }

        Figure score(Collection<UnitSample> some) {
            List<Interviewed> all = of(some);
            if (all.isEmpty()) {
                return Figure.missing(Reason.NOT_ASSESSED);
            }
            ExactSum predicted = new ExactSum();
            double matters = some.stream().mapToDouble(UnitSample::matters).sum();
            for (int c = 0; c <= 5; c++) {
                int ratingClass = c;
                predicted.add(kappa[c]
                        * some.stream().mapToDouble(u -> u.matters(ratingClass)).sum());
            }
            double missed = mean(
                    all,
                    i -> scheme.score(i.matter().answer()) - kappa[i.matter().ratingClass()]);
            return Figure.of(predicted.value() / matters + missed);
        }
    }
}
