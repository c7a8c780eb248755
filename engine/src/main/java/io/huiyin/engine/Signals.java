package io.huiyin.engine;

import java.util.List;

/**
 * What may be faked or coerced in the voluntary ratings (评价异常线索; METHODS 2.10). A signal opens a look at the matter by a
 * person; it never changes a score, a flag or a rank, and proves nothing.
 *
 * @param persons one row per official with a rating, in the order of codes
 * @param units one row per unit, in the order of units
 */
public record Signals(List<Person> persons, List<Unit> units) {
    /** Share of those called that may on average be called wrongly. */
    public static final double RATE = 0.05;

    public Signals {
        persons = List.copyOf(persons);
        units = List.copyOf(units);
    }

    /**
     * The ratings of one official's matters; p-values are upper tails.
     *
     * @param place unit, section and person; without a post
     * @param matters handled
     * @param ratings voluntary ratings of them that can be linked
     * @param traces what the ratings left behind
     * @param many p of so many ratings per matter, against the rest of the section
     * @param fast p of so many fast ratings, against the county
     * @param device p of so many ratings from a device used before, against the county
     * @param good p of so many good ratings, against the county
     * @param combined p of all four (Fisher)
     * @param called does it stand out in the county (Benjamini and Hochberg)?
     */
    public record Person(
            Place place,
            long matters,
            long ratings,
            Traces traces,
            Figure many,
            Figure fast,
            Figure device,
            Figure good,
            double combined,
            boolean called) {

        Person withCall(boolean newCall) {
            return new Person(place, matters, ratings, traces, many, fast, device, good, combined, newCall);
        }
    }

    /**
     * The ratings of a unit against its interviews, in points.
     *
     * @param unit code
     * @param gap mean rating minus D, with the moderated error of D
     * @param gapTail p of so large a gap, against the gaps of the other units
     * @param called does the gap stand out (Benjamini and Hochberg)?
     * @param selectivity D of the rated matters minus D of the others
     */
    public record Unit(String unit, Estimate gap, Figure gapTail, boolean called, Estimate selectivity) {}
}
