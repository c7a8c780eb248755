package io.huiyin.engine;

import java.util.Comparator;

/**
 * A stratum (层) of the spot check: one type of matter of one unit, in one period if the frame has periods.
 *
 * @param period the period's code, or empty text when the frame has none
 * @param unit the unit's code
 * @param type the code of the matter's type
 */
public record Stratum(String period, String unit, String type) implements Comparable<Stratum> {

    private static final Comparator<Stratum> ORDER = Comparator.comparing(Stratum::unit, CodeOrder.COMPARATOR)
            .thenComparing(Stratum::type, CodeOrder.COMPARATOR)
            .thenComparing(Stratum::period, CodeOrder.COMPARATOR);

    /** A stratum of a frame without periods. */
    public static Stratum of(String unit, String type) {
        return new Stratum("", unit, type);
    }

    /** By unit, then type, then period, each in the order of codes. */
    @Override
    public int compareTo(Stratum other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String text = "unit " + unit + ", type " + type;
        return period.isEmpty() ? text : "period " + period + ", " + text;
    }

    /** The record's own would do; this one is quick from the first call on, and there are many. */
    @Override
    public int hashCode() {
        return 31 * (31 * (period.hashCode()) + unit.hashCode()) + type.hashCode();
    }
}
