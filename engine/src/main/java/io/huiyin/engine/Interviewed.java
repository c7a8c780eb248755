package io.huiyin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Interviewed matters that are alike in everything, with their weight.
 *
 * @param sample the unit's sample
 * @param pool the group of it whose weight they have
 * @param weight how many matters each of them speaks for
 * @param matter what they have in common
 * @param count how many they are
 */
record Interviewed(UnitSample sample, int pool, double weight, DrawnMatter matter, long count) {

    /** All interviewed matters of the cells; every sum over them is exact, so their order does not matter. */
    static List<Interviewed> of(Cells cells, SortedMap<String, UnitSample> units) {
        List<Interviewed> all = new ArrayList<>();
        for (Map.Entry<DrawnMatter, Long> entry : cells.details().entrySet()) {
            DrawnMatter matter = entry.getKey();
            UnitSample sample = units.get(matter.stratum().unit());
            if (matter.answer() > 0 && entry.getValue() > 0 && sample != null) {
                int pool = sample.poolOf(matter.stratum());
                all.add(new Interviewed(sample, pool, sample.weight(pool), matter, entry.getValue()));
            }
        }
        return all;
    }
}
