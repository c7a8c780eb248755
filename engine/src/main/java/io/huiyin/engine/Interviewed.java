package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        // a stratum's matters are many: its unit is looked up once
        Map<Stratum, Optional<Group>> groups = new HashMap<>();
        for (Map.Entry<DrawnMatter, Long> entry : cells.details().entrySet()) {
            DrawnMatter matter = entry.getKey();
            if (matter.answer() > 0 && entry.getValue() > 0) {
                groups.computeIfAbsent(matter.stratum(), stratum -> Group.of(stratum, units))
                        .ifPresent(group -> all.add(
                                new Interviewed(group.sample, group.pool, group.weight, matter, entry.getValue())));
            }
        }
        return all;
    }

    /** The group of a unit's sample that a stratum went into. */
    private record Group(UnitSample sample, int pool, double weight) {
        static Optional<Group> of(Stratum stratum, SortedMap<String, UnitSample> units) {
            return Optional.ofNullable(units.get(stratum.unit())).map(sample -> {
                int pool = sample.poolOf(stratum);
                return new Group(sample, pool, sample.weight(pool));
            });
        }
    }
}
