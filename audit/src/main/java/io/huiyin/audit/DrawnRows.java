package io.huiyin.audit;

import io.huiyin.engine.Cells;
import io.huiyin.engine.Circumstances;
import io.huiyin.engine.DrawnMatter;
import io.huiyin.engine.Place;
import io.huiyin.engine.Stratum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Drawn matters, counted by numbers: those alike in everything are one. */
final class DrawnRows {
    private final LongTable places = new LongTable();
    private final LongTable wholes = new LongTable();
    private final LongTable clusters = new LongTable();
    private final List<DrawnMatter> matters = new ArrayList<>();
    private long[] counts = new long[1024];

    /** Counts one matter, given by the numbers of stratum and place, of its circumstances, and its class and answer. */
    void count(Numbers numbers, Texts texts) {
        long place = places.of((long) numbers.stratum << 32 | numbers.place);
        long whole = wholes.of(place << 32 | numbers.mix);
        int number = clusters.of((whole * 36 + numbers.cell) * (1L << 28) + numbers.cluster);
        if (number == matters.size()) {
            matters.add(new DrawnMatter(
                    texts.stratum(),
                    texts.place(),
                    texts.circumstances(),
                    numbers.cell / 6,
                    numbers.cell % 6,
                    texts.cluster()));
        }
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, 2 * number);
        }
        counts[number]++;
    }

    /** Tells them to the cells. */
    void into(Cells cells) {
        for (int i = 0; i < matters.size(); i++) {
            cells.detail(matters.get(i), counts[i]);
        }
    }

    /** What a matter is, in numbers; one object serves all rows. */
    static final class Numbers {
        int stratum;
        int place;
        int mix;
        int cell;
        int cluster;
    }

    /** What the numbers stand for; asked only for what was not met before. */
    interface Texts {
        Stratum stratum();

        Place place();

        Circumstances circumstances();

        String cluster();
    }
}
