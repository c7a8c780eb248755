package io.huiyin.engine;

/**
 * Wilson's interval (1927), for a mean of points instead of a share: the scores that a test would not reject, where the
 * spread is the one that goes with the score asked about, not with the one found.
 *
 * <p>Answers between {@code least} and {@code most} with mean t have at most the variance (t - least)(most - t), the room
 * there is (Bhatia and Davis 2000). With the variance of a score D a share p of the room, the interval is {t : (D - t)^2
 * <= q^2 p (t - least)(most - t)}: near an end of the scale it reaches further inwards, where a single bad answer that
 * happened not to be drawn would lie, and never leaves the scale. A share of successes has p = 1/n: that is Wilson's own.
 *
 * @param least lowest possible score, in points
 * @param most highest possible score
 */
record Wilson(double least, double most) {

    /** The greatest variance that answers with this mean can have, in squared points; 0 at and beyond the ends. */
    double room(double score) {
        double inside = Math.clamp(score, least, most);
        return (inside - least) * (most - inside);
    }

    /** Squares per room; infinite where there is no room, so that nothing is known. */
    static double perRoom(double squares, double room) {
        return room == 0 ? Double.POSITIVE_INFINITY : squares / room;
    }

    /**
     * The interval.
     *
     * @param score D; beyond the ends it counts as at the end
     * @param quantile q, at least 0
     * @param perRoom p, variance of D per room, at least 0; infinite gives the whole scale
     */
    Interval around(double score, double quantile, double perRoom) {
        double range = most - least;
        double x = Math.clamp(score, least, most) - least;
        double c = quantile * quantile * perRoom;
        if (Double.isInfinite(c)) {
            return new Interval(Figure.of(least), Figure.of(most));
        }
        double middle = (2 * x + c * range) / (2 * (1 + c));
        double half = Math.sqrt(c * (4 * x * (range - x) + c * range * range)) / (2 * (1 + c));
        return Interval.around(least + middle, half).within(least, most);
    }
}
