package io.huiyin.engine;

import java.util.Collections;
import java.util.List;

/**
 * A unit among those of its kind (在同类中的位置): never a bare rank.
 *
 * @param low best place it may truly have, by the normal distribution (Holm's rank set, as the references have it)
 * @param high worst place
 * @param standingLow the same by Student's distribution and the moderated error: what may be published
 * @param standingHigh the same, worst
 * @param drawnLow the same from the parametric draws, when they were asked for
 * @param drawnHigh the same, worst
 * @param mean posterior mean, in points
 * @param variance posterior variance
 * @param grades one grade per lambda of {@link #LAMBDAS}, 1 the highest
 */
public record Standing(
        Figure low,
        Figure high,
        Figure standingLow,
        Figure standingHigh,
        Figure drawnLow,
        Figure drawnHigh,
        Figure mean,
        Figure variance,
        List<Figure> grades) {
    /** The values of lambda for which grades are computed; the first one is for pages. */
    public static final List<Double> LAMBDAS = List.of(0.1, 0.25, 0.5);

    public Standing {
        grades = List.copyOf(grades);
    }

    static Standing missing(Reason reason) {
        Figure none = Figure.missing(reason);
        return new Standing(none, none, none, none, none, none, none, none, Collections.nCopies(LAMBDAS.size(), none));
    }
}
