package io.huiyin.audit;

import io.huiyin.engine.Circumstances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mixes of circumstances that a frame's rows have, numbered as they are met. */
final class FrameMixes {
    /** The column of each circumstance, or -1. */
    private final int[] columns;
    /** Set of columns of which equal rows are of one mix. */
    private final int alike;

    private final Codes[] codes = new Codes[Circumstances.NAMES.size()];
    private final LongTable[] keys = {new LongTable(), new LongTable(), new LongTable()};
    private final List<Circumstances> mixes = new ArrayList<>();

    FrameMixes(int[] columns, int alike) {
        this.columns = columns;
        this.alike = alike;
        Arrays.setAll(codes, i -> new Codes());
    }

    /** For other rows of the same file. */
    FrameMixes empty() {
        return new FrameMixes(columns, alike);
    }

    /** Those met, by their number. */
    List<Circumstances> list() {
        return mixes;
    }

    /** Which circumstances the frame has. */
    boolean[] has() {
        boolean[] has = new boolean[columns.length];
        for (int i = 0; i < has.length; i++) {
            has[i] = columns[i] >= 0;
        }
        return has;
    }

    /** The number of the row's circumstances. */
    int of(Table.Row row) {
        int known = row.known(alike);
        if (known >= 0) {
            return known;
        }
        long key = level(row, 0);
        for (int i = 0; i < keys.length; i++) {
            key = keys[i].of(key << 32 | level(row, i + 1));
        }
        if (key == mixes.size()) {
            mixes.add(new Circumstances(text(row, 0), text(row, 1), text(row, 2), text(row, 3)));
        }
        row.learn(alike, (int) key);
        return (int) key;
    }

    private int level(Table.Row row, int circumstance) {
        return columns[circumstance] < 0 ? 0 : row.code(columns[circumstance], codes[circumstance]);
    }

    private String text(Table.Row row, int circumstance) {
        return columns[circumstance] < 0 ? "" : row.text(columns[circumstance]);
    }

    /** The numbers that another's mixes have here. */
    int[] numbers(FrameMixes other) {
        Map<Circumstances, Integer> known = new HashMap<>();
        mixes.forEach(one -> known.put(one, known.size()));
        int[] numbers = new int[other.mixes.size()];
        for (int i = 0; i < numbers.length; i++) {
            Integer number = known.putIfAbsent(other.mixes.get(i), known.size());
            if (number == null) {
                mixes.add(other.mixes.get(i));
            }
            numbers[i] = number == null ? mixes.size() - 1 : number;
        }
        return numbers;
    }
}
