package io.huiyin.server.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One petition of the demo county.
 *
 * @param answer absent: nobody has answered
 */
record Letter(
        String number,
        Instant receivedAt,
        String channel,
        String title,
        String text,
        String name,
        String contact,
        String unit,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
