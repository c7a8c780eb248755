package io.huiyin.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * All that an assessment needs of the matters (单元格计数): whole numbers, so that the order of rows, the number of
 * parts and the way they were merged cannot change a digit of the result.
 *
 * <p>Per stratum the number of matters by rating class (0: no rating that can be linked; 1 to 5: the voluntary rating)
 * and interview answer (0: not interviewed; 1 to 5), and the number of matters drawn. Per place (unit, section, post,
 * person) the number of matters by rating class; per unit the number of matters by circumstance, its kind and, where
 * known, how many matters have a usable contact. The drawn matters, which are few, with everything.
 *
 * <p>Whoever knows one matter at a time calls {@link #add(DrawnMatter, boolean, long)}; whoever has counted already
 * calls {@link #count}, {@link #place}, {@link #circumstance}, {@link #drawn} and {@link #detail} with the same matters
 * seen from each side, and an assessment checks that they add up. Not safe for use by several threads at once: give
 * each its own and {@link #merge} them.
 */
public final class Cells {
    private final Map<Stratum, long[]> counts = new HashMap<>();
    private final Map<Stratum, Long> drawn = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Contacts> contacts = new HashMap<>();
    private final Map<Place, long[]> places = new HashMap<>();
    private final Map<Level, Long> levels = new HashMap<>();
    private final Map<DrawnMatter, Long> details = new HashMap<>();
    private final Map<String, Sections> stages = new HashMap<>();
    private final Map<Place, Traces> traces = new HashMap<>();
    private boolean persons;

    /** One level of one circumstance in one unit. */
    record Level(String unit, int circumstance, String code) {}

    /** How many sections a unit of a two-stage frame has, and how many were drawn. */
    record Sections(int all, int drawn) {}

    /** How many matters say whether a contact is usable, and of how many it is. */
    private record Contacts(long stated, long usable) {
        Contacts plus(Contacts other) {
            return new Contacts(Math.addExact(stated, other.stated), Math.addExact(usable, other.usable));
        }
    }

    /**
     * Counts matters of which only the stratum is known.
     *
     * @param ratingClass 0 without a linkable rating, else the voluntary rating 1 to 5
     * @param answer 0 when not interviewed, else the interview's answer 1 to 5
     * @param matters how many, at least 0
     * @throws IllegalArgumentException if a class, answer or number is out of range
     */
    public void add(Stratum stratum, int ratingClass, int answer, long matters) {
        add(DrawnMatter.of(stratum, ratingClass, answer), false, matters);
    }

    /**
     * Counts matters with all that is known of them.
     *
     * @param drawn were they drawn for interview? Interviewed matters count as such either way; the number drawn may
     *     also be told by {@link #drawn}
     * @param matters how many, at least 0
     * @throws IllegalArgumentException if a class, answer or number is out of range
     */
    public void add(DrawnMatter matter, boolean drawn, long matters) {
        count(matter.stratum(), matter.ratingClass(), matter.answer(), matters);
        place(matter.place(), matter.ratingClass(), matters);
        for (int i = 0; i < Circumstances.NAMES.size(); i++) {
            circumstance(matter.place().unit(), i, matter.circumstances().level(i), matters);
        }
        if (drawn) {
            drawn(matter.stratum(), matters);
        }
        if (drawn || matter.answer() > 0) {
            detail(matter, matters);
        }
    }

    /** Counts matters by stratum, rating class and answer. */
    public void count(Stratum stratum, int ratingClass, int answer, long matters) {
        require(ratingClass >= 0 && ratingClass <= 5, "the rating class must be 0 to 5", stratum, ratingClass);
        require(answer >= 0 && answer <= 5, "the answer must be 0 to 5", stratum, answer);
        require(matters >= 0, "the number of matters must be at least 0", stratum, matters);
        long[] cells = counts.computeIfAbsent(stratum, s -> new long[StratumCounts.CELLS]);
        int cell = StratumCounts.cell(ratingClass, answer);
        cells[cell] = Math.addExact(cells[cell], matters);
    }

    /** Counts matters by place and rating class. */
    public void place(Place place, int ratingClass, long matters) {
        long[] classes = places.computeIfAbsent(place, p -> new long[6]);
        classes[ratingClass] = Math.addExact(classes[ratingClass], matters);
    }

    /** Counts matters of a unit by one circumstance, given by its place in {@link Circumstances#NAMES}. */
    public void circumstance(String unit, int circumstance, String code, long matters) {
        levels.merge(new Level(unit, circumstance, code), matters, Math::addExact);
    }

    /** Counts drawn matters with everything; their number per stratum is told by {@link #drawn}. */
    public void detail(DrawnMatter matter, long matters) {
        details.merge(matter, matters, Math::addExact);
        persons |= !matter.cluster().isEmpty();
    }

    /**
     * Says that sections of a unit were drawn before matters; then every stratum of the frame is a section.
     *
     * @param all sections of the unit, M
     * @param drawn those drawn, m
     * @throws IllegalArgumentException unless {@code 0 <= drawn <= all}, or if other numbers were told before
     */
    public void sections(String unit, int all, int drawn) {
        Sections told = new Sections(all, drawn);
        Sections before = stages.putIfAbsent(unit, told);
        if (drawn < 0 || drawn > all || before != null && !before.equals(told)) {
            throw new IllegalArgumentException("unit " + unit + ": " + drawn + " sections drawn of " + all
                    + (before == null ? "" : ", before " + before.drawn + " of " + before.all));
        }
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

    /**
     * Tells what the ratings of one person's matters left behind; this turns the fraud signals on. Devices and hours
     * cannot be merged, so all ratings of one place must be told by one part.
     */
    public void traces(Place place, Traces more) {
        traces.merge(place, more, Traces::plus);
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
        other.places.forEach((place, classes) -> {
            for (int c = 0; c <= 5; c++) {
                place(place, c, classes[c]);
            }
        });
        other.levels.forEach((level, number) -> levels.merge(level, number, Math::addExact));
        other.details.forEach(this::detail);
        other.traces.forEach(this::traces);
        other.stages.forEach((unit, sections) -> sections(unit, sections.all, sections.drawn));
    }

    /** Matters by place and rating class. */
    Map<Place, long[]> places() {
        return places;
    }

    /** Matters by unit, circumstance and level. */
    Map<Level, Long> levels() {
        return levels;
    }

    /** The drawn matters, as far as they were told one by one. */
    Map<DrawnMatter, Long> details() {
        return details;
    }

    /** What ratings left behind, by place. */
    Map<Place, Traces> traces() {
        return traces;
    }

    /** Does the frame say whom a drawn matter was for? */
    boolean hasPersons() {
        return persons;
    }

    /** Were sections drawn first? */
    boolean twoStage() {
        return !stages.isEmpty();
    }

    /** A unit's sections in a two-stage frame. */
    Sections sectionsOf(String unit) {
        Sections sections = stages.get(unit);
        if (sections == null) {
            throw new IllegalArgumentException("unit " + unit + ": it is not said how many sections were drawn");
        }
        return sections;
    }

    /**
     * The counts by unit and stratum, in the order of codes.
     *
     * @throws IllegalArgumentException if a stratum has more interviews than draws or more draws than matters, or if the
     *     places or the interviews told one by one do not add up to the strata
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
        checkPlaces(units);
        checkDetails();
        return units;
    }

    private void checkPlaces(SortedMap<String, SortedMap<Stratum, StratumCounts>> units) {
        Map<String, Long> placed = new HashMap<>();
        places.forEach((place, classes) ->
                placed.merge(place.unit(), LongStream.of(classes).sum(), Math::addExact));
        units.forEach((unit, strata) -> {
            long matters =
                    strata.values().stream().mapToLong(StratumCounts::matters).sum();
            if (matters != placed.getOrDefault(unit, 0L)) {
                throw new IllegalArgumentException("unit " + unit + ": the strata have " + matters
                        + " matters, the places " + placed.getOrDefault(unit, 0L));
            }
        });
    }

    private void checkDetails() {
        Map<Stratum, long[]> told = new HashMap<>();
        details.forEach((matter, number) -> {
            if (matter.answer() > 0) {
                told.computeIfAbsent(matter.stratum(), s -> new long[StratumCounts.CELLS])[
                        StratumCounts.cell(matter.ratingClass(), matter.answer())] += number;
            }
        });
        counts.forEach((stratum, cells) -> {
            long[] detailed = told.getOrDefault(stratum, new long[StratumCounts.CELLS]);
            for (int i = 0; i < cells.length; i++) {
                require(
                        i % 6 == 0 || detailed[i] == cells[i],
                        "interviews told one by one differ from those counted",
                        stratum,
                        detailed[i]);
            }
        });
    }

    /** Does the frame say of what kind units are? */
    boolean hasKinds() {
        return kinds.values().stream().anyMatch(kind -> !kind.isEmpty());
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
