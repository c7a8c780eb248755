package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Weighted deviations added up by person ({@link Persons}); every sum is exact, so their order does not matter. */
final class PersonSums {
    private final Map<String, Person> persons = new HashMap<>();
    private final List<Pool> pools = new ArrayList<>();
    private long unnamed;

    /** One person: z, its variance before centring under independence, the weights, and the weight per pool. */
    private static final class Person {
        final ExactSum z = new ExactSum();
        final ExactSum own = new ExactSum();
        final ExactSum weights = new ExactSum();
        final ExactSum squares = new ExactSum();
        final Map<Pool, Double> centring = new IdentityHashMap<>();
    }

    /** One pool, with the weight of each interview's deviation. */
    final class Pool {
        private final double weight;
        private final long interviews;

        private Pool(double weight, long interviews) {
            this.weight = weight;
            this.interviews = interviews;
        }

        long interviews() {
            return interviews;
        }

        /**
         * Adds one person's interviews in this pool.
         *
         * @param sum of their deviations from the pool's mean; where the pool is all theirs, from the unit's
         */
        void add(String name, long number, double sum) {
            Person person = persons.computeIfAbsent(name, n -> new Person());
            boolean only = number == interviews;
            double b = only ? weight : weight / Math.sqrt((double) (interviews - number) / interviews);
            person.z.add(b * sum);
            person.own.add(b * b * number);
            person.weights.add(weight * number);
            person.squares.add(weight * weight * number);
            if (!only) {
                person.centring.put(this, b * number);
            }
        }

        /** Adds one interview of somebody who is not named: names from files do not start with this character. */
        void addNobody(double deviation) {
            add("\uFFFF" + unnamed++, 1, deviation);
        }
    }

    Pool pool(double weight, long interviews) {
        Pool pool = new Pool(weight, interviews);
        pools.add(pool);
        return pool;
    }

    /** sum z_g^2. */
    double variance() {
        ExactSum squares = new ExactSum();
        persons.values().forEach(p -> squares.add(p.z.value() * p.z.value()));
        return squares.value();
    }

    /** sum_g sum over pairs of a person's interviews of the products of their weights, relative to the squares. */
    double excess() {
        ExactSum pairs = new ExactSum();
        ExactSum singles = new ExactSum();
        persons.values().forEach(p -> {
            pairs.add(p.weights.value() * p.weights.value() - p.squares.value());
            singles.add(p.squares.value());
        });
        return singles.value() == 0 ? 0 : Math.max(0, pairs.value() / singles.value());
    }

    /** (tr M)^2/tr M^2 for M = D - sum_h u_h u_h'/r_h, without ever writing M down. */
    double df() {
        ExactSum trace = new ExactSum();
        ExactSum square = new ExactSum();
        Map<Pool, Map<Pool, ExactSum>> products = new IdentityHashMap<>();
        persons.values().forEach(p -> {
            double own = p.own.value();
            trace.add(own);
            square.add(own * own);
            p.centring.forEach((h, u) -> {
                trace.add(-u * u / h.interviews);
                square.add(-2 * own * u * u / h.interviews);
                p.centring.forEach((k, v) -> products.computeIfAbsent(h, x -> new IdentityHashMap<>())
                        .computeIfAbsent(k, x -> new ExactSum())
                        .add(u * v));
            });
        });
        products.forEach((h, row) -> row.forEach(
                (k, sum) -> square.add(sum.value() * sum.value() / ((double) h.interviews * k.interviews))));
        return ratio(trace, square);
    }

    /** The same when every interview is another person's. */
    double plainDf() {
        ExactSum trace = new ExactSum();
        ExactSum square = new ExactSum();
        for (Pool pool : pools) {
            if (pool.interviews > 1) {
                double c = pool.weight * pool.weight * pool.interviews / (pool.interviews - 1.0);
                trace.add(c * (pool.interviews - 1));
                square.add(c * c * (pool.interviews - 1));
            }
        }
        return ratio(trace, square);
    }

    private static double ratio(ExactSum trace, ExactSum square) {
        double t = trace.value();
        return square.value() > 0 ? t * t / square.value() : 0;
    }
}
