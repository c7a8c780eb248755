package io.huiyin.server.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three figures of the home.
 *
 * @param handled matters closed since the quarter began
 * @param heard what those drawn and called back said, of the newest published result; null while there is none
 * @param rated ratings given since the quarter began
 */
record HomeFigures(Course handled, @Nullable Heard heard, Course rated) {

    /**
     * A count that grows.
     *
     * @param now since the quarter began
     * @param before the same stretch of the quarter before
     * @param months whole months, oldest first
     */
    record Course(long now, long before, List<Long> months) {}

    /**
     * The county in the newest published result.
     *
     * @param cycle its address
     * @param score of the call-backs, in points of 100
     * @param low lower end of the interval
     * @param high upper end
     * @param interviews how many were asked
     * @param counter what was tapped at the counters, in points; null when nothing was
     */
    record Heard(
            String cycle,
            double score,
            double low,
            double high,
            long interviews,
            @Nullable Double counter) {}
}
