package io.huiyin.server.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One petition of the demo county.
 *
 * @param answer absent: nobody has answered
 * @param matter the matter that the petition opens
 */
record Letter(
        String number,
        Instant receivedAt,
        String channel,
        String title,
        String text,
        String name,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        Handled matter) {}
