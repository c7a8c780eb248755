package io.huiyin.bench;

import io.huiyin.engine.Interval;
import java.util.Locale;

/** How often the intervals of each unit held the truth. */
final class Tally {
    private final long[] held = new long[County.UNITS];
    private final long[] told = new long[County.UNITS];
    private double width;
    private long below;
    private long above;

    void count(int unit, Interval interval, double truth) {
        if (interval.isKnown()) {
            count(unit, interval.low().value(), interval.high().value(), truth);
        }
    }

    void count(int unit, double low, double high, double truth) {
        told[unit]++;
        held[unit] += low <= truth && truth <= high ? 1 : 0;
        below += truth < low ? 1 : 0;
        above += truth > high ? 1 : 0;
        width += high - low;
    }

    /** One line as the other measurements print them, with raw counts and the worst unit. */
    void print(String name, String notes) {
        long allHeld = 0;
        long allTold = 0;
        int worst = -1;
        for (int u = 0; u < held.length; u++) {
            allHeld += held[u];
            allTold += told[u];
            boolean worse = told[u] > 0 && (worst < 0 || held[u] * told[worst] < held[worst] * told[u]);
            worst = worse ? u : worst;
        }
        System.out.printf(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"share\",\"against\":null,\"ratio\":null,"
                        + "\"notes\":\"%d of %d; worst unit %d: %d of %d; truth below %d, above %d; width %.1f; %s\"}%n",
                name,
                (double) allHeld / allTold,
                allHeld,
                allTold,
                worst + 1,
                worst < 0 ? 0 : held[worst],
                worst < 0 ? 0 : told[worst],
                below,
                above,
                width / allTold,
                notes);
    }
}
