package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a quarter's spot check has come: over, frozen, drawn, called.
 *
 * @param frame null: not frozen
 * @param draw null: not drawn
 * @param sample matters drawn
 * @param interviewed those of them with an answer
 */
record QuarterSteps(
        Quarter quarter,
        boolean over,
        @Nullable UUID frame,
        int matters,
        @Nullable UUID draw,
        int sample,
        int interviewed) {

    static QuarterSteps none(Quarter quarter, boolean over) {
        return new QuarterSteps(quarter, over, null, 0, null, 0, 0);
    }
}
