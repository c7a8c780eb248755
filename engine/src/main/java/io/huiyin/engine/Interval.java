package io.huiyin.engine;

/** A confidence interval (置信区间) in points; both ends known, or both missing for one reason. */
public record Interval(Figure low, Figure high) {

    static Interval around(double centre, double half) {
        return new Interval(Figure.of(centre - half), Figure.of(centre + half));
    }

    static Interval missing(Reason reason) {
        return new Interval(Figure.missing(reason), Figure.missing(reason));
    }

    /** Is the interval there? */
    public boolean isKnown() {
        return low.isKnown() && high.isKnown();
    }

    /** Both ends moved outwards by {@code points} (at least 0); a missing interval stays missing. */
    public Interval widened(double points) {
        return isKnown() ? new Interval(Figure.of(low.value() - points), Figure.of(high.value() + points)) : this;
    }

    /** The interval as a page shows it: ends cut to {@code least..most}; a missing interval stays missing. */
    public Interval within(double least, double most) {
        return isKnown()
                ? new Interval(
                        Figure.of(Math.clamp(low.value(), least, most)),
                        Figure.of(Math.clamp(high.value(), least, most)))
                : this;
    }

    boolean contains(double value) {
        return isKnown() && low.value() <= value && value <= high.value();
    }
}
