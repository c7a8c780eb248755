package io.huiyin.audit;

import io.huiyin.engine.CodeOrder;
import io.huiyin.engine.survey.Codes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One column of a survey's file while it is read: numbers or codes; an empty cell is missing. */
final class SurveyColumn {
    private static final int MOST_LEVELS = 1000;
    private final int place;
    private final Kind kind;
    private final Map<String, Integer> dictionary = new HashMap<>();
    private boolean text;
    private boolean settled;
    private double[] numbers = new double[16];
    private int[] codes = new int[16];
    private int rows;

    /** What a column may hold. */
    enum Kind {
        /** Numbers only. */
        NUMBERS,
        /** Codes, whatever they look like. */
        CODES,
        /** What the first cell that is not empty looks like. */
        EITHER
    }

    SurveyColumn(int place, Kind kind) {
        this.place = place;
        this.kind = kind;
        this.text = kind == Kind.CODES;
        this.settled = kind != Kind.EITHER;
    }

    /** Takes the cell of the next row. */
    void take(CsvTable.Row row) {
        String cell = row.text(place);
        if (!settled && !cell.isEmpty()) {
            settle(Double.isNaN(number(cell)));
        }
        grow();
        if (text) {
            codes[rows] = cell.isEmpty() ? -1 : dictionary.computeIfAbsent(cell, c -> dictionary.size());
            if (kind == Kind.EITHER && dictionary.size() > MOST_LEVELS) {
                throw row.bad(place, "more than " + MOST_LEVELS + " different texts; is a number meant?");
            }
        } else {
            numbers[rows] = cell.isEmpty() ? Double.NaN : number(cell);
            if (Double.isNaN(numbers[rows]) && !cell.isEmpty()) {
                throw row.bad(place, "'" + cell + "' is not a number");
            }
        }
        rows++;
    }

    private void settle(boolean isText) {
        text = isText;
        settled = true;
        if (isText) {
            codes = new int[Math.max(16, rows + 1)];
            Arrays.fill(codes, -1);
        }
    }

    private void grow() {
        if (!text && rows >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        if (text && rows >= codes.length) {
            codes = Arrays.copyOf(codes, 2 * codes.length);
        }
    }

    /** The number that a cell shows, or NaN; digits, point, sign and exponent only. */
    static double number(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("+-.eE0123456789".indexOf(cell.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(cell);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    boolean isText() {
        return text;
    }

    /** One number a row, NaN where missing. */
    double[] numbers() {
        return Arrays.copyOf(numbers, rows);
    }

    /** The codes, levels in the one order of codes. */
    Codes codes() {
        List<String> levels = new ArrayList<>(dictionary.keySet());
        levels.sort(CodeOrder.COMPARATOR);
        int[] moved = new int[levels.size()];
        for (int i = 0; i < moved.length; i++) {
            moved[dictionary.getOrDefault(levels.get(i), 0)] = i;
        }
        int[] places = new int[rows];
        Arrays.setAll(places, row -> codes[row] < 0 ? -1 : moved[codes[row]]);
        return new Codes(places, List.copyOf(levels));
    }
}
