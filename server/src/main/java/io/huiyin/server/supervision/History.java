package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 经过: what was done with a case, an order, a reception or an advice. Each step is written once, in the transaction in which it
 * is taken, and the public log commits to it without saying what it is about.
 */
@Component
class History {

    private static final Duration NOON = Duration.ofHours(12);

    private final HistoryStore store;
    private final Ledger ledger;
    private final Clock clock;

    History(HistoryStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a step is about. */
    enum Subject {
        PETITION,
        CASE,
        ORDER,
        RECEPTION,
        ADVICE
    }

    /**
     * A step to be.
     *
     * @param stock what it does to the stock of hard cases: 1, 0 or -1
     */
    record Step(Subject subject, UUID id, String what, String words, int stock) {
        static Step of(Subject subject, UUID id, String what, String words) {
            return new Step(subject, id, what, words, 0);
        }
    }

    /** A step as it was taken. */
    record Line(String subject, String what, String words, Instant takenAt, String role) {
        String key() {
            return "supervision.step." + subject.toLowerCase(Locale.ROOT) + "." + what;
        }
    }

    /** Oldest first. */
    List<Line> of(UUID subject) {
        return store.of(subject);
    }

    /** @param by null: a clock, a petitioner or a visitor */
    void write(Step step, @Nullable SignedIn by) {
        write(step, by, SqlTime.day(clock.instant()));
    }

    /** A step of a day that is over, as the demo's county has them. */
    void write(Step step, @Nullable SignedIn by, LocalDate day) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (day.isBefore(SqlTime.day(now))) now = SqlTime.startOf(day).plus(NOON);
        byte[] salt = ledger.commit(
                EntryKind.SUPERVISION_STEP,
                "supervision-step",
                Map.of(
                        "subject", step.subject().name(),
                        "id", step.id().toString(),
                        "what", step.what(),
                        "words", step.words(),
                        "day", day.toString(),
                        "at", now.toString()));
        store.insert(new HistoryStore.New(Ids.next(), step, day, now, by, salt));
    }

    /** Writes a commitment into the public log. @return the salt, which is kept with the fact */
    byte[] commit(EntryKind kind, String domain, Map<String, ?> fact) {
        return ledger.commit(kind, domain, fact);
    }
}
