package io.huiyin.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many matters to draw per stratum (样本分配; METHODS 2.11): proportional to the stratum within each unit, but at
 * least {@value #LEAST} or all.
 *
 * <p>Each unit gets interviews/response matters, rounded up, at most all of them. Every stratum first gets its least
 * number; the rest goes one by one to the stratum with the largest N/(2n+1) (Sainte-Laguë), the first in the order of
 * strata when two are equal. When the least numbers alone are more than the unit's share, they stand.
 */
public final class Allocation {
    /** Least number drawn per stratum. */
    public static final int LEAST = 4;

    private Allocation() {}

    /**
     * Allocates the draw.
     *
     * @param matters N per stratum, at least 0
     * @param interviews interviews wanted per unit, at least 0
     * @param response expected share of the drawn who answer, above 0, at most 1
     * @return matters to draw per stratum, never more than there are
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static SortedMap<Stratum, Integer> proportional(
            Map<Stratum, Long> matters, int interviews, double response) {
        if (interviews < 0 || !(response > 0 && response <= 1)) {
            throw new IllegalArgumentException(interviews + " interviews at a response of " + response);
        }
        Map<String, SortedMap<Stratum, Long>> units = new HashMap<>();
        matters.forEach((stratum, number) -> {
            if (number < 0) {
                throw new IllegalArgumentException(stratum + ": " + number + " matters");
            }
            units.computeIfAbsent(stratum.unit(), u -> new TreeMap<>()).put(stratum, number);
        });
        SortedMap<Stratum, Integer> drawn = new TreeMap<>();
        long wanted = (long) Math.ceil(interviews / response);
        units.values().forEach(strata -> drawn.putAll(unit(strata, wanted)));
        return drawn;
    }

    /** A stratum that can still give matters, with what it gives so far. */
    private record Claim(Stratum stratum, long matters, int drawn) implements Comparable<Claim> {
        boolean exhausted() {
            return drawn >= matters;
        }

        Claim plusOne() {
            return new Claim(stratum, matters, drawn + 1);
        }

        /** Larger N/(2n+1) first, compared without division. */
        @Override
        public int compareTo(Claim other) {
            int byClaim = Long.compare(other.matters * (2L * drawn + 1), matters * (2L * other.drawn + 1));
            return byClaim != 0 ? byClaim : stratum.compareTo(other.stratum);
        }
    }

    private static SortedMap<Stratum, Integer> unit(SortedMap<Stratum, Long> strata, long wanted) {
        SortedMap<Stratum, Integer> drawn = new TreeMap<>();
        PriorityQueue<Claim> claims = new PriorityQueue<>();
        long rest = wanted;
        for (Map.Entry<Stratum, Long> entry : strata.entrySet()) {
            Claim first = new Claim(entry.getKey(), entry.getValue(), (int) Math.min(LEAST, entry.getValue()));
            drawn.put(first.stratum, first.drawn);
            rest -= first.drawn;
            if (!first.exhausted()) {
                claims.add(first);
            }
        }
        for (; rest > 0 && !claims.isEmpty(); rest--) {
            Claim next = claims.remove().plusOne();
            drawn.put(next.stratum, next.drawn);
            if (!next.exhausted()) {
                claims.add(next);
            }
        }
        return drawn;
    }
}
