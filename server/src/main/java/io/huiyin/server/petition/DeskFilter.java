package io.huiyin.server.petition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which petitions the desk's list shows; it is the address of the list, so that it can be kept and sent.
 *
 * @param unit code of a unit; null for all
 * @param state one of {@link #STATES}; null for all
 */
record DeskFilter(@Nullable String unit, @Nullable String state) {

    /**
     * {@code overdue}: no answer yet, and the legal limit is over; {@code late}: the first reply took longer than it; the others
     * are what the reply is worth.
     */
    static final List<String> STATES =
            List.of("overdue", "late", "acknowledged", "unanswered", "without-text", "answered");

    static DeskFilter of(@Nullable String unit, @Nullable String state) {
        return new DeskFilter(
                unit == null || unit.isBlank() ? null : unit, state != null && STATES.contains(state) ? state : null);
    }

    boolean late() {
        return "late".equals(state);
    }

    boolean overdue() {
        return "overdue".equals(state);
    }

    @Nullable
    Reply reply() {
        return switch (state == null ? "" : state) {
            case "acknowledged" -> Reply.ACKNOWLEDGED;
            case "unanswered" -> Reply.NONE;
            case "without-text" -> Reply.WITHOUT_TEXT;
            case "answered" -> Reply.ANSWERED;
            default -> null;
        };
    }
}
