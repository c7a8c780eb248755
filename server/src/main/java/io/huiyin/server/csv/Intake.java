package io.huiyin.server.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a record of the file into a {@link Row}, or says why it can be none. */
final class Intake {

    static final int LONGEST_CELL = 1_000_000;

    private final Map<String, Integer> places;
    private final int width;
    private final @Nullable Integer unitPlace;
    private final @Nullable String unit;
    private final Map<String, Integer> ours;

    Intake(CsvFile file, @Nullable String unit, boolean hasUnit) {
        places = file.places();
        width = file.header().size();
        unitPlace = places.get("unit_code");
        this.unit = hasUnit ? unit : null;
        ours = new java.util.HashMap<>(places);
        if (this.unit != null && unitPlace == null) ours.put("unit_code", width);
    }

    /** Null when the record is fit to be a row. */
    @Nullable
    String fault(CsvRecord record) {
        if (record.getFieldCount() != width)
            return "this row has " + record.getFieldCount() + " cells, the header has " + width;
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            String cell = record.getField(place.getValue());
            if (cell.length() > LONGEST_CELL) return place.getKey() + " is longer than 1,000,000 characters";
            if (cell.indexOf('\0') >= 0) return place.getKey() + " holds a zero byte";
        }
        return null;
    }

    Row row(CsvRecord record) {
        @Nullable String[] cells = new @Nullable String[width + 1];
        for (int place : places.values()) {
            String cell = record.getField(place).strip();
            if (!cell.isEmpty()) cells[place] = cell;
        }
        int own = unitPlace == null ? width : unitPlace;
        if (unit != null && cells[own] == null) cells[own] = unit;
        return new Row(record.getStartingLineNumber(), ours, cells);
    }
}
