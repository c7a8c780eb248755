package io.huiyin.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that an assessment needs of the matters (单元格计数): whole numbers, so that the order of rows, the number of
 * parts and the way they were merged cannot change a digit of the result.
 *
 * <p>Per stratum the number of matters by rating class (0: no rating that can be linked; 1 to 5: the voluntary rating)
 * and interview answer (0: not interviewed; 1 to 5), and the number of matters drawn. Per unit its kind and, where
 * known, how many matters have a usable contact. Not safe for use by several threads at once: give each its own and
 * {@link #merge} them.
 */
public final class Cells {
    private final Map<Stratum, long[]> counts = new HashMap<>();
    private final Map<Stratum, Long> drawn = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Contacts> contacts = new HashMap<>();

    /** How many matters say whether a contact is usable, and of how many it is. */
    private record Contacts(long stated, long usable) {
        Contacts plus(Contacts other) {
            return new Contacts(Math.addExact(stated, other.stated), Math.addExact(usable, other.usable));
        }
    }

    /**
     * Counts matters.
     *
     * @param ratingClass 0 without a linkable rating, else the voluntary rating 1 to 5
     * @param answer 0 when not interviewed, else the interview's answer 1 to 5
     * @param matters how many, at least 0
     * @throws IllegalArgumentException if a class, answer or number is out of range
     */
    public void add(Stratum stratum, int ratingClass, int answer, long matters) {
        require(ratingClass >= 0 && ratingClass <= 5, "the rating class must be 0 to 5", stratum, ratingClass);
        require(answer >= 0 && answer <= 5, "the answer must be 0 to 5", stratum, answer);
        require(matters >= 0, "the number of matters must be at least 0", stratum, matters);
        long[] cells = counts.computeIfAbsent(stratum, s -> new long[StratumCounts.CELLS]);
        int cell = StratumCounts.cell(ratingClass, answer);
        cells[cell] = Math.addExact(cells[cell], matters);
    }

    /**
     * Counts matters drawn for interview (whatever came of it), in addition to {@link #add}.
     *
     * @throws IllegalArgumentException if {@code matters} is negative
     */
    public void drawn(Stratum stratum, long matters) {
        require(matters >= 0, "the number drawn must be at least 0", stratum, matters);
        drawn.merge(stratum, matters, Math::addExact);
    }

    /**
     * Says of what kind a unit is; units are compared within their kind. Without any kind all units are compared.
     *
     * @throws IllegalArgumentException if the unit already has another kind
     */
    public void kind(String unit, String kind) {
        String before = kinds.putIfAbsent(unit, kind);
        if (before != null && !before.equals(kind)) {
            throw new IllegalArgumentException("unit " + unit + " is of two kinds: " + before + " and " + kind);
        }
    }

    /**
     * Counts contacts of a unit's matters.
     *
     * @param stated matters of which it is known whether a contact is usable
     * @param usable those of them with a usable contact
     * @throws IllegalArgumentException unless {@code 0 <= usable <= stated}
     */
    public void contacts(String unit, long stated, long usable) {
        if (usable < 0 || usable > stated) {
            throw new IllegalArgumentException(
                    "unit " + unit + ": " + usable + " usable contacts of " + stated + " matters");
        }
        contacts.merge(unit, new Contacts(stated, usable), Contacts::plus);
    }

    /** Adds all counts of another part; the other stays as it is. */
    public void merge(Cells other) {
        other.counts.forEach((stratum, cells) -> {
            long[] mine = counts.computeIfAbsent(stratum, s -> new long[StratumCounts.CELLS]);
            for (int i = 0; i < mine.length; i++) {
                mine[i] = Math.addExact(mine[i], cells[i]);
            }
        });
        other.drawn.forEach((stratum, number) -> drawn.merge(stratum, number, Math::addExact));
        other.kinds.forEach(this::kind);
        other.contacts.forEach((unit, more) -> contacts.merge(unit, more, Contacts::plus));
    }

    /**
     * The counts by unit and stratum, in the order of codes.
     *
     * @throws IllegalArgumentException if a stratum has more interviews than draws or more draws than matters
     */
    SortedMap<String, SortedMap<Stratum, StratumCounts>> units() {
        drawn.forEach((stratum, number) -> require(
                counts.containsKey(stratum) || number == 0, "drawn from a stratum without matters", stratum, number));
        SortedMap<String, SortedMap<Stratum, StratumCounts>> units = new TreeMap<>(CodeOrder.COMPARATOR);
        counts.forEach((stratum, cells) -> {
            StratumCounts strata = new StratumCounts(cells.clone(), drawn.getOrDefault(stratum, 0L));
            require(strata.interviews() <= strata.drawn(), "more interviews than draws", stratum, strata.interviews());
            require(strata.drawn() <= strata.matters(), "more draws than matters", stratum, strata.drawn());
            if (strata.matters() > 0) {
                units.computeIfAbsent(stratum.unit(), u -> new TreeMap<>()).put(stratum, strata);
            }
        });
        return units;
    }

    /** The unit's kind, or empty text. */
    String kindOf(String unit) {
        return kinds.getOrDefault(unit, "");
    }

    /** Share of the unit's matters with a usable contact, among those that say so. */
    Figure coverageOf(String unit) {
        Contacts known = contacts.getOrDefault(unit, new Contacts(0, 0));
        return known.stated == 0
                ? Figure.missing(Reason.NO_CONTACT_COLUMN)
                : Figure.of((double) known.usable / known.stated);
    }

    private static void require(boolean holds, String sentence, Stratum stratum, long value) {
        if (!holds) {
            throw new IllegalArgumentException(stratum + ": " + sentence + ": " + value);
        }
    }
}
