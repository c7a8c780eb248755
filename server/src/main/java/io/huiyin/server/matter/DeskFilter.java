package io.huiyin.server.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which matters the desk's list shows; it is the address of the list, so that it can be kept and sent.
 *
 * @param unit code of a unit; null for all
 * @param state one of {@link #STATES}; null for all
 */
record DeskFilter(@Nullable String unit, @Nullable String state) {

    /** {@code overdue}: open after the promised day; {@code late}: closed after it; then open ones, and each outcome. */
    static final List<String> STATES =
            List.of("overdue", "open", "late", "done", "refused", "returned", "withdrawn", "given-up");

    static DeskFilter of(@Nullable String unit, @Nullable String state) {
        return new DeskFilter(
                unit == null || unit.isBlank() ? null : unit, state != null && STATES.contains(state) ? state : null);
    }
}
