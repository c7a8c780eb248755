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
}
