package io.huiyin.server.spotcheck;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that may be made now.
 *
 * @param noReplies tries without reply so far
 * @param callAgainAt the appointment, if one was made
 * @param matters how many matters it is about
 */
record DueCall(UUID id, int noReplies, @Nullable Instant callAgainAt, int matters) {}
