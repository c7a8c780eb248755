package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import java.util.UUID;

/** How far one draw's calls have come: calls by state. */
record DrawProgress(
        UUID draw,
        Quarter quarter,
        int calls,
        int open,
        int answered,
        int refused,
        int unreachable,
        int wrongNumber,
        int noContact) {}
