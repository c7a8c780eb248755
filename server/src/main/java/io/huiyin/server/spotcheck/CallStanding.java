package io.huiyin.server.spotcheck;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call as its interviewer sees it: where it stands and what it is about, never what was rated before. */
record CallStanding(
        UUID id,
        @Nullable UUID person,
        CallState state,
        int noReplies,
        @Nullable Instant callAgainAt,
        List<CalledMatter> matters) {

    CallStanding {
        matters = List.copyOf(matters);
    }
}
