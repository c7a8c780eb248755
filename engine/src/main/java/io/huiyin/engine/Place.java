package io.huiyin.engine;

/**
 * Where a matter was handled (经办位置): unit, section, post and person, each by its code; empty text where unknown.
 *
 * <p>A section belongs to the unit it is named with, a post and a person to the section: the same code in two units
 * means two sections.
 */
public record Place(String unit, String section, String post, String person) {

    /** A place of which only the unit is known. */
    public static Place ofUnit(String unit) {
        return new Place(unit, "", "", "");
    }

    /** The record's own would do; this one is quick from the first call on, and there are many. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (unit.hashCode()) + section.hashCode()) + post.hashCode()) + person.hashCode();
    }
}
