package io.huiyin.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes of one column, numbered in the order in which they are met. */
final class Codes {
    private static final int SMALL = 1 << 20;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private int[] small = new int[256];

    /** The number of a code. */
    int of(String code) {
        Integer known = numbers.get(code);
        if (known != null) {
            return known;
        }
        numbers.put(code, codes.size());
        codes.add(code);
        return codes.size() - 1;
    }

    /** The number of the code that a whole number is written as. */
    int of(long value) {
        if (value < 0 || value >= SMALL) {
            return of(Long.toString(value));
        }
        int place = (int) value;
        if (place >= small.length) {
            small = Arrays.copyOf(small, Math.max(place + 1, 2 * small.length));
        }
        if (small[place] == 0) {
            small[place] = 1 + of(Long.toString(value));
        }
        return small[place] - 1;
    }

    /** The code of a number. */
    String code(int number) {
        return codes.get(number);
    }
}
