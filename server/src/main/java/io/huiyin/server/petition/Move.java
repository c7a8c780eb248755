package io.huiyin.server.petition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A move as it was made: one line of a petition's history. */
record Move(
        String axis,
        String move,
        String fromState,
        String toState,
        Instant madeAt,
        String role,
        @Nullable String unit,
        String reason,
        @Nullable LocalDate dueOn) {

    String key() {
        return "petition.move." + move;
    }
}
