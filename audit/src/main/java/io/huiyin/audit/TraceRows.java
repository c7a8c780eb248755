package io.huiyin.audit;

import io.huiyin.engine.Traces;
import java.util.Arrays;

/**
 * What the ratings of a frame left behind, by place: the optional columns {@code delay_s} (seconds from the matter's end
 * to the rating), {@code device}, and {@code day} with {@code minute}; empty cells are not counted.
 */
final class TraceRows {
    private static final int LIMIT = 999_999_999;

    private final int delay;
    private final int device;
    private final int day;
    private final int minute;
    private final Codes devices = new Codes();
    private final LongTable seen = new LongTable();
    private final LongTable hours = new LongTable();
    private int[] perHour = new int[1024];
    private long[][] counts = new long[1024][];

    private TraceRows(int delay, int device, int day, int minute) {
        this.delay = delay;
        this.device = device;
        this.day = day;
        this.minute = minute;
    }

    static TraceRows of(Table table) {
        int day = table.optional("day");
        int minute = table.optional("minute");
        boolean both = day >= 0 && minute >= 0;
        return new TraceRows(table.optional("delay_s"), table.optional("device"), both ? day : -1, both ? minute : -1);
    }

    /** Does the frame tell anything of how ratings came? */
    boolean isOn() {
        return delay >= 0 || device >= 0;
    }

    /** Counts one rating of a matter handled at a place. */
    void rating(Table.Row row, int place) {
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(place + 1, 2 * counts.length));
        }
        if (counts[place] == null) {
            counts[place] = new long[5];
        }
        long[] of = counts[place];
        if (delay >= 0 && !row.isEmpty(delay)) {
            of[0]++;
            of[1] += row.whole(delay, 0, LIMIT) < Traces.FAST_SECONDS ? 1 : 0;
        }
        if (device >= 0 && !row.isEmpty(device)) {
            of[2]++;
            int before = seen.size();
            of[3] += seen.of((long) place << 32 | row.code(device, devices)) < before ? 1 : 0;
        }
        if (day >= 0 && !row.isEmpty(day) && !row.isEmpty(minute)) {
            of[4] = Math.max(of[4], hour(row, place));
        }
    }

    private int hour(Table.Row row, int place) {
        long hour = 24L * row.whole(day, 0, 1_000_000) + row.whole(minute, 0, 1439) / 60;
        int number = hours.of((long) place << 32 | hour);
        if (number >= perHour.length) {
            perHour = Arrays.copyOf(perHour, 2 * perHour.length);
        }
        return ++perHour[number];
    }

    /** The counts of a place; zeros where nobody rated. */
    Traces of(int place) {
        long[] of = place < counts.length ? counts[place] : null;
        return of == null ? new Traces(0, 0, 0, 0, 0) : new Traces(of[0], of[1], of[2], of[3], of[4]);
    }
}
