package io.huiyin.engine.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pools lonely strata (合并孤层; METHODS 2.2): all strata with one unit drawn of more than one become one stratum; if it
 * still has one unit, the smallest other stratum (by N, then n, then order) joins. Weights stay as they are, so the
 * estimate does not move, and the variance is rather too large than too small (Cochran 1977, section 5A.12).
 */
final class Collapse {

    private Collapse() {}

    /** Writes into {@code pool}, for each of the given strata, the stratum into which it goes. */
    static void pool(Stage stage, IntStream strata, int[] pool) {
        List<Integer> lonely = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        strata.forEach(s -> (stage.isLonely(s) ? lonely : others).add(s));
        if (lonely.isEmpty()) {
            return;
        }
        if (lonely.size() == 1 && !others.isEmpty()) {
            lonely.add(others.stream().min(bySize(stage)).orElseThrow());
        }
        int target = lonely.stream().min(Comparator.naturalOrder()).orElseThrow();
        lonely.forEach(s -> pool[s] = target);
    }

    private static Comparator<Integer> bySize(Stage stage) {
        return Comparator.<Integer>comparingDouble(s -> stage.population()[s])
                .thenComparingInt(s -> stage.drawn()[s])
                .thenComparing(Comparator.naturalOrder());
    }
}
