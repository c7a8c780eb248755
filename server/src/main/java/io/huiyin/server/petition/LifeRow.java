package io.huiyin.server.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One petition as far as its life is concerned.
 *
 * @param owner under which its attachments are kept
 * @param called whether it came by telephone, so that its first word back has an hour
 * @param mergedProcedure how far the petition has come that this one was merged into
 */
record LifeRow(
        UUID id,
        String number,
        Instant receivedAt,
        @Nullable PetitionClass petitionClass,
        Procedure procedure,
        PetitionOutcome outcome,
        boolean hidden,
        @Nullable String unit,
        PetitionClock.Running running,
        @Nullable UUID handler,
        @Nullable UUID matter,
        @Nullable UUID petitioner,
        @Nullable UUID mergedInto,
        @Nullable Procedure mergedProcedure,
        UUID owner,
        boolean called,
        long version) {

    /** Only an appeal is asked whether it is solved; a merged one by the answer to the other. */
    boolean asked() {
        return petitionClass == PetitionClass.APPEAL && hasAnswer();
    }

    boolean hasAnswer() {
        return procedure.hasAnswer() || mergedProcedure != null && mergedProcedure.hasAnswer();
    }

    /** The petition whose answer is this one's. */
    UUID answeredIn() {
        return mergedInto == null ? id : mergedInto;
    }

    @Nullable
    LocalDate dueOn() {
        return running.dueOn();
    }

    @Nullable
    String clock() {
        return running.code();
    }
}
