package io.huiyin.server.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 待办队列: petitions that wait for somebody, or that somebody watches. The first run here, the last are what imported replies are worth. */
enum PetitionQueue {
    TO_REGISTER("p.procedure = 'RECEIVED'"),
    OBJECTED("p.procedure = 'OBJECTED'"),
    TO_ACCEPT("p.procedure IN ('TRANSFERRED', 'ASSIGNED')"),
    IN_HAND("p.procedure IN ('ACCEPTED', 'IN_HAND')"),
    IN_REVIEW("p.procedure IN ('IN_REVIEW', 'IN_REREVIEW')"),
    NOT_SOLVED("p.outcome IN ('NOT_SOLVED', 'PARTLY')"),
    PAST_DUE("p.due_on < :today AND p.paused_on IS NULL AND p.procedure NOT IN ('ANSWERED', 'REVIEWED')"),
    /** No answer yet, and the legal limit is over. */
    OVERDUE("p.procedure = 'ELSEWHERE' AND p.reply IN ('none', 'acknowledged')"
            + " AND :today - (p.received_at AT TIME ZONE 'Asia/Shanghai')::date > :limit"),
    /** The first reply took longer than the legal limit. */
    LATE("p.answered_on_calendar_days > :limit"),
    ACKNOWLEDGED("p.reply = 'acknowledged'"),
    UNANSWERED("p.procedure = 'ELSEWHERE' AND p.reply = 'none'"),
    WITHOUT_TEXT("p.reply = 'without text'"),
    ANSWERED("p.reply = 'answered'");

    private final String predicate;

    PetitionQueue(String predicate) {
        this.predicate = predicate;
    }

    String predicate() {
        return predicate;
    }

    /** In addresses and message keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its petitions have a day, by which they are shown. */
    boolean byDay() {
        return ordinal() <= PAST_DUE.ordinal();
    }

    static Optional<PetitionQueue> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
