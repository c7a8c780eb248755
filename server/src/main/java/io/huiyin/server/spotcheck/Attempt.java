package io.huiyin.server.spotcheck;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to reach the recipient of a call.
 *
 * @param submission made with the form: whatever is sent twice is one row
 * @param callAgainAt when an appointment was made, and only then
 * @param answers what was said, when anything was
 */
public record Attempt(
        UUID submission,
        UUID call,
        Instant at,
        AttemptOutcome outcome,
        @Nullable Instant callAgainAt,
        List<Answer> answers) {

    public Attempt {
        answers = List.copyOf(answers);
        if ((outcome == AttemptOutcome.ANSWERED) == answers.isEmpty())
            throw new IllegalArgumentException(outcome + " with " + answers.size() + " answers");
        if ((outcome == AttemptOutcome.APPOINTMENT) == (callAgainAt == null))
            throw new IllegalArgumentException(outcome + " and call again at " + callAgainAt);
    }
}
