package io.huiyin.engine.survey;

import java.util.Arrays;
import java.util.List;

/**
 * A variable of codes (编码变量): for each row the place of its level in the sorted list of levels, or -1 where missing.
 *
 * @param place one entry a row
 * @param levels in the order in which results list them
 */
public record Codes(int[] place, List<String> levels) {
    private static final int NONE = -1;

    /** Number of rows. */
    public int rows() {
        return place.length;
    }

    /** Is the cell of this row empty? */
    public boolean isMissing(int row) {
        return place[row] == NONE;
    }

    /** The level of a row that is not missing. */
    public String level(int row) {
        return levels.get(place[row]);
    }

    /**
     * Both variables crossed; levels are joined by a dot, the first variable runs fastest (R's {@code interaction}).
     * Missing where one of them is.
     */
    public Codes crossed(Codes other) {
        int width = levels.size();
        int[] both = new int[place.length];
        for (int row = 0; row < both.length; row++) {
            both[row] = isMissing(row) || other.isMissing(row) ? NONE : other.place[row] * width + place[row];
        }
        List<String> names = other.levels.stream()
                .flatMap(b -> levels.stream().map(a -> a + "." + b))
                .toList();
        return new Codes(both, names);
    }

    /** Places of the distinct keys in ascending order: equal keys get one place, from 0 upwards. */
    static int[] ranked(long[] keys) {
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        int[] ranks = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            ranks[i] = Arrays.binarySearch(distinct, keys[i]);
        }
        return ranks;
    }

    static int count(int[] ranks) {
        return Arrays.stream(ranks).max().orElse(NONE) + 1;
    }
}
