package io.huiyin.engine;

/** A number of a result (数值), or the reason why it is missing; never NaN and never infinite. */
public sealed interface Figure {

    /** A number that could be computed; always finite. */
    record Known(double value) implements Figure {
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite number: " + value);
            }
        }
    }

    /** A number that could not be computed, and why. */
    record Missing(Reason reason) implements Figure {}

    /**
     * A known number.
     *
     * @throws IllegalArgumentException if {@code value} is NaN or infinite
     */
    static Figure of(double value) {
        return new Known(value);
    }

    /** A missing number with its reason. */
    static Figure missing(Reason reason) {
        return new Missing(reason);
    }

    /** Is the number there? */
    default boolean isKnown() {
        return this instanceof Known;
    }

    /**
     * The number itself.
     *
     * @throws IllegalStateException if it is missing; the message gives the reason's word
     */
    default double value() {
        return switch (this) {
            case Known known -> known.value;
            case Missing missing -> throw new IllegalStateException("the number is missing: " + missing.reason.word());
        };
    }

    /** The number as text, digit for digit as {@link Double#toString(double)}, or the reason's word. */
    default String text() {
        return switch (this) {
            case Known known -> Double.toString(known.value);
            case Missing missing -> missing.reason.word();
        };
    }
}
