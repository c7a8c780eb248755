package io.huiyin.server.petition;

import org.jspecify.annotations.Nullable;

/**
 * Which petitions the desk's list shows; it is the address of the list, so that it can be kept and sent.
 *
 * @param unit code of a unit; null for all
 * @param queue null for all
 */
record DeskFilter(@Nullable String unit, @Nullable PetitionQueue queue) {

    static DeskFilter of(@Nullable String unit, @Nullable String state) {
        return new DeskFilter(
                unit == null || unit.isBlank() ? null : unit,
                state == null ? null : PetitionQueue.of(state).orElse(null));
    }

    /** Whether its petitions come by their day. */
    boolean byDay() {
        return queue != null && queue.byDay();
    }

    String state() {
        return queue == null ? "" : queue.word();
    }
}
