package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 抽样框: all matters closed in one quarter, as they stood when it was frozen.
 *
 * @param digest SHA-256 of the frame's file, 64 hex digits
 * @param draw the draw from this frame; null: not drawn yet
 */
public record Frame(
        UUID id,
        Quarter quarter,
        Instant frozenAt,
        int size,
        String digest,
        @Nullable UUID draw) {}
