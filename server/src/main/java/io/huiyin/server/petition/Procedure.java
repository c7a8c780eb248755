package io.huiyin.server.petition;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** 程序: how far a petition has come where the law has it. */
enum Procedure {
    /** Imported; its procedure runs on another platform. */
    ELSEWHERE,
    RECEIVED,
    TRANSFERRED,
    ASSIGNED,
    /** The unit says that it is not the competent one. */
    OBJECTED,
    ACCEPTED,
    NOT_ACCEPTED,
    IN_HAND,
    ANSWERED,
    IN_REVIEW,
    REVIEWED,
    IN_REREVIEW,
    REVIEW_NOT_ASKED,
    TERMINATED,
    WITHDRAWN,
    MERGED;

    private static final Set<Procedure> ANSWERS =
            EnumSet.of(ANSWERED, IN_REVIEW, REVIEWED, REVIEW_NOT_ASKED, TERMINATED);
    private static final Set<Procedure> UNIT = EnumSet.of(TRANSFERRED, ASSIGNED, ACCEPTED, IN_HAND);

    /** Whether the petitioner has an answer, so that it can be asked whether it is solved. */
    boolean hasAnswer() {
        return ANSWERS.contains(this);
    }

    /** Whether it waits for the competent unit. */
    boolean withUnit() {
        return UNIT.contains(this);
    }

    /** Whether it has come to an end after which nothing can be added. */
    boolean over() {
        return this == WITHDRAWN || this == TERMINATED;
    }

    String key() {
        return "petition.procedure." + name().toLowerCase(Locale.ROOT);
    }
}
