package io.huiyin.server.petition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 联名人: who stands behind a petition, with a number and a verdict of their own. */
record Signatory(
        UUID id,
        UUID petition,
        int place,
        String code,
        @Nullable UUID person,
        boolean represents,
        PetitionOutcome outcome,
        @Nullable LocalDate askAgainOn,
        @Nullable LocalDate harmAskOn) {}
