package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The strata of one unit after lonely ones were collapsed (合并孤层; METHODS 2.2, our default).
 *
 * <p>All strata with fewer than two interviews that are not complete counts are pooled; while the pool has fewer than
 * two interviews the smallest remaining stratum joins (by N, then type, then period). So every pool has two interviews
 * or is complete, unless the whole unit has fewer than two.
 *
 * @param pools the strata that remain, the pooled one last
 * @param places the pool each stratum went into
 * @param strata strata before collapsing
 * @param collapsed strata that went into the pool, 0 if none did
 */
record Pools(List<StratumCounts> pools, Map<Stratum, Integer> places, int strata, int collapsed) implements UnitSample {

    /** A stratum with its name. */
    private record Named(Stratum stratum, StratumCounts counts) {
        boolean isLonely() {
            return counts.interviews() < 2 && counts.interviews() < counts.matters();
        }
    }

    static Pools of(SortedMap<Stratum, StratumCounts> strata) {
        List<Named> lonely = new ArrayList<>();
        List<Named> others = new ArrayList<>();
        strata.forEach((stratum, counts) -> {
            Named named = new Named(stratum, counts);
            (named.isLonely() ? lonely : others).add(named);
        });
        // the map's order (type, then period) decides between strata of one size: the sort is stable
        if (!lonely.isEmpty()) {
            others.sort(Comparator.comparingLong(named -> named.counts.matters()));
        }
        while (!lonely.isEmpty() && interviews(lonely) < 2 && !others.isEmpty()) {
            lonely.add(others.removeFirst());
        }
        List<StratumCounts> pools = new ArrayList<>();
        Map<Stratum, Integer> places = new HashMap<>();
        others.forEach(named -> {
            places.put(named.stratum, pools.size());
            pools.add(named.counts);
        });
        lonely.forEach(named -> places.put(named.stratum, pools.size()));
        lonely.stream().map(Named::counts).reduce(StratumCounts::plus).ifPresent(pools::add);
        return new Pools(pools, places, strata.size(), lonely.size() > 1 ? lonely.size() : 0);
    }

    private static long interviews(List<Named> strata) {
        return strata.stream().mapToLong(named -> named.counts.interviews()).sum();
    }

    @Override
    public double weight(int pool) {
        return pools.get(pool).weight();
    }

    @Override
    public double drawnWeight(int pool) {
        return (double) pools.get(pool).matters() / pools.get(pool).drawn();
    }

    @Override
    public int poolOf(Stratum stratum) {
        return places.getOrDefault(stratum, -1);
    }

    @Override
    public long matters() {
        return pools.stream().mapToLong(StratumCounts::matters).sum();
    }

    @Override
    public long matters(int ratingClass) {
        return pools.stream().mapToLong(pool -> pool.matters(ratingClass)).sum();
    }

    @Override
    public long interviews() {
        return pools.stream().mapToLong(StratumCounts::interviews).sum();
    }

    @Override
    public long drawn() {
        return pools.stream().mapToLong(StratumCounts::drawn).sum();
    }

    /** sum of (r - 1): degrees of freedom within the pools, 0 when nobody was interviewed. */
    @Override
    public long df() {
        return pools.stream().mapToLong(p -> Math.max(0, p.interviews() - 1)).sum();
    }

    @Override
    public StratifiedMean mean(CellValue value, double lonelySpread) {
        return StratifiedMean.of(this, value, lonelySpread);
    }

    /** sum (1 - r/N) r/(r-1) [sum z^2 - (sum z)^2/r]; pools with one interview add nothing. */
    @Override
    public void addVariance(long[][] domain, CellValue value, double total, ExactSum variance) {
        for (int i = 0; i < pools.size(); i++) {
            StratumCounts pool = pools.get(i);
            long r = pool.interviews();
            if (r > 1) {
                double w = pool.weight() / total;
                double squares = Moments.squares(domain[i], r, (c, y) -> w * value.of(c, y));
                variance.add(pool.correction() * r * squares / (r - 1));
            }
        }
    }

    /** As for one z, in {@link #addVariance}. */
    @Override
    public void addCovariance(double[][] sums, double[][][] products, ExactSum[][] into) {
        for (int i = 0; i < pools.size(); i++) {
            long r = pools.get(i).interviews();
            double factor = pools.get(i).correction() * r / (r - 1);
            for (int a = 0; r > 1 && a < into.length; a++) {
                for (int b = 0; b <= a; b++) {
                    into[a][b].add(factor * (products[i][a][b] - sums[i][a] * sums[i][b] / r));
                }
            }
        }
    }

    /** One part: k = sum W_h^2 (1 - r_h/N_h) / r_h times the spread within the pools. */
    @Override
    public List<Spread> spreads(CellValue value) {
        ExactSum squares = new ExactSum();
        for (StratumCounts pool : pools) {
            if (pool.interviews() > 1) {
                squares.add(Moments.of(pool, value).squares());
            }
        }
        return List.of(new Spread(interviews() == 0 ? 0 : StratifiedMean.designFactor(this), squares.value(), df()));
    }

    /** sum W_h r_h/n_h over the strata; they stand for all matters, drawn or not. */
    @Override
    public double response() {
        if (interviews() == 0) {
            return 0;
        }
        ExactSum sum = new ExactSum();
        for (StratumCounts pool : pools) {
            sum.add((double) pool.matters() / matters() * pool.interviews() / pool.drawn());
        }
        return Math.min(1, sum.value());
    }
}
