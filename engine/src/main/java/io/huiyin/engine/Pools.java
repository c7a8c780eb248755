package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * The strata of one unit after lonely ones were collapsed (合并孤层; METHODS 2.2, our default).
 *
 * <p>All strata with fewer than two interviews that are not complete counts are pooled; while the pool has fewer than
 * two interviews the smallest remaining stratum joins (by N, then type, then period). So every pool has two interviews
 * or is complete, unless the whole unit has fewer than two.
 *
 * @param pools the strata that remain, the pooled one last
 * @param strata strata before collapsing
 * @param collapsed strata that went into the pool, 0 if none did
 */
record Pools(List<StratumCounts> pools, int strata, int collapsed) {

    static Pools of(SortedMap<Stratum, StratumCounts> strata) {
        List<StratumCounts> lonely = new ArrayList<>();
        List<StratumCounts> others = new ArrayList<>();
        strata.values().forEach(s -> (isLonely(s) ? lonely : others).add(s));
        if (lonely.isEmpty()) {
            return new Pools(others, strata.size(), 0);
        }
        // the map's order (type, then period) decides between strata of one size: the sort is stable
        others.sort(Comparator.comparingLong(StratumCounts::matters));
        StratumCounts pool = lonely.stream().reduce(StratumCounts::plus).orElseThrow();
        int joined = lonely.size();
        while (pool.interviews() < 2 && !others.isEmpty()) {
            pool = pool.plus(others.removeFirst());
            joined++;
        }
        others.add(pool);
        return new Pools(others, strata.size(), joined > 1 ? joined : 0);
    }

    private static boolean isLonely(StratumCounts s) {
        return s.interviews() < 2 && s.interviews() < s.matters();
    }

    long matters() {
        return pools.stream().mapToLong(StratumCounts::matters).sum();
    }

    long interviews() {
        return pools.stream().mapToLong(StratumCounts::interviews).sum();
    }

    long drawn() {
        return pools.stream().mapToLong(StratumCounts::drawn).sum();
    }

    /** sum of (r - 1): degrees of freedom within the pools, 0 when nobody was interviewed. */
    long df() {
        return pools.stream().mapToLong(p -> Math.max(0, p.interviews() - 1)).sum();
    }
}
