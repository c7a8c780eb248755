package io.huiyin.audit;

import io.huiyin.audit.FrameCounts.PlaceRows;
import io.huiyin.engine.Place;
import java.util.Arrays;
import java.util.List;

/** The places that a frame's rows have, found by the person, who nearly always stands in one place. */
final class FramePersons {
    /** The columns section, post and person, or -1. */
    private final int[] columns;

    private final List<PlaceRows> places;
    private final Codes[] codes = {new Codes(), new Codes(), new Codes()};
    private final LongTable[] keys = {new LongTable(), new LongTable(), new LongTable()};
    private PlaceRows[] byPerson = new PlaceRows[1024];

    /** Adds the places met to {@code places}, numbered in their order. */
    FramePersons(int[] columns, List<PlaceRows> places) {
        this.columns = columns;
        this.places = places;
    }

    /** The row's place. */
    PlaceRows of(Table.Row row, int unitCode, Codes units) {
        int section = code(row, 0);
        int post = code(row, 1);
        int person = code(row, 2);
        if (person >= byPerson.length) {
            byPerson = Arrays.copyOf(byPerson, Math.max(person + 1, 2 * byPerson.length));
        }
        PlaceRows usual = byPerson[person];
        if (usual != null && usual.unit == unitCode && usual.section == section && usual.post == post) {
            return usual;
        }
        long inUnit = keys[0].of((long) unitCode << 32 | section);
        long inSection = keys[1].of(inUnit << 32 | post);
        int number = keys[2].of(inSection << 32 | person);
        if (number == places.size()) {
            Place place = new Place(units.code(unitCode), name(0, section), name(1, post), name(2, person));
            places.add(new PlaceRows(number, place, unitCode, section, post));
        }
        byPerson[person] = places.get(number);
        return byPerson[person];
    }

    private int code(Table.Row row, int depth) {
        return columns[depth] < 0 ? 0 : row.code(columns[depth], codes[depth]);
    }

    private String name(int depth, int number) {
        return columns[depth] < 0 ? "" : codes[depth].code(number);
    }
}
