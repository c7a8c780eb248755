package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Variances that allow for one person's answers resembling each other (同一人多件; agents and repeaters own many matters,
 * across strata and units).
 *
 * <p>z_g = sum over pools of W_h sqrt(1 - r_h/N_h)/r_h (1 - n_gh/r_h)^(-1/2) sum (v - vbar_h) over the n_gh interviews
 * of person g, and V = sum z_g^2: Bell and McCaffrey's (2002) bias-reduced sandwich for stratum means, with the finite
 * population correction. Where nobody has two interviews V is the plain stratified variance, to the last digit but for
 * rounding. A pool whose interviews all belong to one person is centred at the mean of all, as R's {@code adjust} does
 * with a lonely unit. Interviews of which the frame does not name the person stand for themselves.
 *
 * <p>Degrees of freedom are Satterthwaite's for V when answers are independent: (tr M)^2 / tr M^2, M the covariance
 * matrix of the z_g.
 */
final class Persons {
    private final Map<UnitSample, List<Owned>> byUnit = new IdentityHashMap<>();

    /** Interviews of one person in one pool. */
    private record Owned(String person, int pool, long[] cells, long interviews) {}

    /**
     * A variance over persons.
     *
     * @param variance allowing for persons
     * @param plain as if every interview were another person's
     * @param df degrees of freedom of the variance; 0 when it is 0
     * @param plainDf those of the plain one
     * @param excess sum over persons of products of weights of two different interviews, relative to the squares: the
     *     factor of the intra-person correlation in the design effect 1 + excess rho
     */
    record Variance(double variance, double plain, double df, double plainDf, double excess) {}

    Persons(Collection<Interviewed> interviewed) {
        Map<UnitSample, Map<String, Map<Integer, long[]>>> sums = new IdentityHashMap<>();
        for (Interviewed i : interviewed) {
            long[] cells = sums.computeIfAbsent(i.sample(), u -> new HashMap<>())
                    .computeIfAbsent(i.matter().cluster(), g -> new HashMap<>())
                    .computeIfAbsent(i.pool(), p -> new long[StratumCounts.CELLS]);
            cells[StratumCounts.cell(i.matter().ratingClass(), i.matter().answer())] += i.count();
        }
        sums.forEach((unit, persons) -> {
            List<Owned> all = byUnit.computeIfAbsent(unit, u -> new ArrayList<>());
            persons.forEach((person, pools) -> pools.forEach((pool, cells) ->
                    all.add(new Owned(person, pool, cells, (long) Moments.sum(cells, (c, y) -> 1)))));
        });
    }

    /** Persons interviewed in some units; each interview without a name counts as one. */
    long number(Collection<? extends UnitSample> units) {
        Set<String> named = new HashSet<>();
        long unnamed = 0;
        for (UnitSample unit : units) {
            for (Owned owned : owned(unit)) {
                unnamed += owned.person.isEmpty() ? owned.interviews : 0;
                named.add(owned.person);
            }
        }
        named.remove("");
        return named.size() + unnamed;
    }

    /** Most interviews that one person has in the unit. */
    long largest(UnitSample unit) {
        Map<String, Long> numbers = new HashMap<>();
        owned(unit)
                .forEach(o -> numbers.merge(
                        o.person, o.person.isEmpty() ? 1 : o.interviews, (a, b) -> o.person.isEmpty() ? 1 : a + b));
        return numbers.values().stream().mapToLong(n -> n).max().orElse(0);
    }

    /** Variance of the unit's stratified mean of a value. */
    Variance of(UnitSample unit, CellValue value) {
        return of(List.of(unit), u -> 1, value);
    }

    /**
     * Variance of a weighted sum of units' means: one person's answers in several units are added up before they are
     * squared. Units with a single interview add nothing.
     *
     * @param share weight of each unit
     */
    Variance of(Collection<? extends UnitSample> units, ToDoubleFunction<UnitSample> share, CellValue value) {
        PersonSums sums = new PersonSums();
        for (UnitSample unit : units) {
            if (unit.interviews() > 1) {
                new OfUnit(unit, share.applyAsDouble(unit), value).into(sums);
            }
        }
        ExactSum plain = new ExactSum();
        units.stream()
                .filter(u -> u.interviews() > 1)
                .forEach(u -> plain.add(share.applyAsDouble(u)
                        * share.applyAsDouble(u)
                        * u.mean(value, 0).variance()));
        return new Variance(sums.variance(), plain.value(), sums.df(), sums.plainDf(), sums.excess());
    }

    private List<Owned> owned(UnitSample unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    /** What one unit's interviews add. */
    private final class OfUnit {
        private final UnitSample unit;
        private final double share;
        private final CellValue value;
        private final double[] means;
        private final double mean;

        OfUnit(UnitSample unit, double share, CellValue value) {
            this.unit = unit;
            this.share = share;
            this.value = value;
            means = unit.pools().stream()
                    .mapToDouble(
                            p -> p.interviews() == 0 ? 0 : Moments.of(p, value).mean())
                    .toArray();
            mean = unit.mean(value, 0).mean();
        }

        /** Adds every person's deviations, each at its pool's weight. */
        void into(PersonSums sums) {
            List<PersonSums.Pool> pools = new ArrayList<>();
            for (int i = 0; i < means.length; i++) {
                StratumCounts pool = unit.pools().get(i);
                double w = share * pool.matters() / unit.matters() * Math.sqrt(pool.correction());
                pools.add(sums.pool(w / Math.max(1, pool.interviews()), pool.interviews()));
            }
            for (Owned owned : owned(unit)) {
                PersonSums.Pool pool = pools.get(owned.pool);
                if (owned.person.isEmpty()) {
                    alone(owned, pool);
                } else {
                    boolean only = owned.interviews == pool.interviews();
                    double centre = only ? mean : means[owned.pool];
                    double sum = Moments.sum(owned.cells, (c, y) -> value.of(c, y) - centre);
                    pool.add(owned.person, owned.interviews, sum);
                }
            }
        }

        /** Nobody knows whose they are: each is a person of its own. */
        private void alone(Owned owned, PersonSums.Pool pool) {
            for (int c = 0; c <= 5; c++) {
                for (int y = 1; y <= 5; y++) {
                    double deviation = value.of(c, y) - means[owned.pool];
                    for (long i = owned.cells[StratumCounts.cell(c, y)]; i > 0; i--) {
                        pool.addNobody(deviation);
                    }
                }
            }
        }
    }
}
