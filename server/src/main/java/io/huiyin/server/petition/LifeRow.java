package io.huiyin.server.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One petition as far as its life is concerned. */
record LifeRow(
        UUID id,
        String number,
        Instant receivedAt,
        @Nullable PetitionClass petitionClass,
        Procedure procedure,
        PetitionOutcome outcome,
        boolean hidden,
        @Nullable String unit,
        @Nullable String clock,
        @Nullable LocalDate dueOn,
        @Nullable UUID handler,
        @Nullable UUID matter,
        @Nullable UUID petitioner,
        long version) {

    /** Only an appeal is asked whether it is solved. */
    boolean asked() {
        return petitionClass == PetitionClass.APPEAL && procedure.hasAnswer();
    }
}
