package io.huiyin.server.petition;

import org.jspecify.annotations.Nullable;

/** A move as the desk's form sends it. */
record MoveForm(
        @Nullable String move,
        @Nullable Long seen,
        @Nullable String reason,
        @Nullable String unit,
        @Nullable String handler,
        @Nullable String other,
        @Nullable String approver,
        @Nullable String ground) {

    Wish wish() {
        return new Wish(
                typed(move),
                seen == null ? -1 : seen,
                typed(reason),
                typed(unit),
                typed(handler),
                typed(other).replaceAll("[\\s-]", ""),
                typed(approver),
                typed(ground));
    }

    String typed(@Nullable String field) {
        return field == null ? "" : field;
    }
}
