package io.huiyin.server.petition;

import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.petition.HotlineStore.Call;
import io.huiyin.server.petition.HotlineStore.Line;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 热线时限: the first word back to whoever called, within hours where life or water is at stake. It is due at an instant, counted
 * from receipt; the answer's legal clock runs beside it and is not stopped by it.
 */
@Component
@Transactional
@DependsOnDatabaseInitialization
class Hotline {

    private static final int MOST = 200;
    private static final int BATCH = 500;

    private final HotlineStore store;
    private final List<HotlineClass> classes;
    private final LifeStore life;
    private final Deadlines deadlines;
    private final Tellings tellings;
    private final Ledger ledger;
    private final Clock clock;

    Hotline(HotlineStore store, LifeStore life, Deadlines deadlines, Tellings tellings, Ledger ledger, Clock clock) {
        this.store = store;
        this.classes = store.classes();
        this.life = life;
        this.deadlines = deadlines;
        this.tellings = tellings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The most pressing first. */
    List<HotlineClass> classes() {
        return classes;
    }

    /**
     * Says of which class a call is, or another than was said before; its limit counts from the receipt in either case.
     *
     * @return the sentence that says why not; empty: it is stored
     */
    Optional<String> classify(UUID petition, String code) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        Optional<HotlineClass> found =
                classes.stream().filter(one -> one.code().equals(code)).findFirst();
        if (found.isEmpty()) return Optional.of("petition.hotline.empty");
        Call before = store.call(petition).orElse(null);
        if (!waits(row) || before != null && before.fedBackAt() != null) return Optional.of("petition.hotline.late");
        store.classify(petition, code, deadlines.dueAt(found.get().clock(), row.receivedAt()));
        return Optional.empty();
    }

    private static boolean waits(LifeRow row) {
        return row.procedure() == Procedure.RECEIVED
                || row.procedure() == Procedure.OBJECTED
                || row.procedure().withUnit();
    }

    /** Of a petition that is a call; absent of every other. */
    @Transactional(readOnly = true)
    Optional<Call> call(UUID petition) {
        return store.call(petition);
    }

    /**
     * The unit tells the petitioner how far it is; the first word of this kind meets the limit.
     *
     * @param submission made with the form: the same again is the same word
     * @throws NotFound when it is another unit's, or whoever asks has to step aside
     */
    Optional<String> feedBack(UUID petition, UUID submission, String typed, SignedIn by) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        if (by.unit() == null || !by.unit().equals(row.unit()) || life.recused(petition, Actor.of(by)))
            throw new NotFound("petition");
        String words = typed.replace("\0", "").strip();
        if (words.isEmpty()) return Optional.of("petition.feedback.empty");
        if (words.length() > Wish.LONGEST_REASON) return Optional.of("petition.refused.reason-long");
        if (!row.procedure().withUnit()) return Optional.of("petition.refused.not-now");
        if (store.given(submission)) return Optional.empty();
        Instant now = now();
        byte[] salt = ledger.commit(
                EntryKind.PETITION_MOVED,
                "petition-feedback",
                Map.of(
                        "petition", petition.toString(),
                        "unit", by.unit(),
                        "words", words,
                        "at", now.toString()));
        store.insert(new HotlineStore.New(
                Ids.next(), submission, petition, words, by.account(), by.role().name(), by.unit(), now, salt));
        store.fedBack(petition, now);
        tellings.event(petition, "feedback", submission, null, null, null);
        return Optional.empty();
    }

    /** Calls that wait for their first word, by their instant: all, or of one unit. */
    @Transactional(readOnly = true)
    List<Line> waiting(@Nullable String unit, Actor by) {
        return store.waiting(unit, by, MOST);
    }

    @Transactional(readOnly = true)
    long count(@Nullable String unit, Actor by) {
        return store.count(unit, by);
    }

    @Transactional(readOnly = true)
    long overdue(@Nullable String unit, Actor by) {
        return store.overdue(unit, by, now());
    }

    boolean isOver(Instant due) {
        return now().isAfter(due);
    }

    /** Finds whose instant is over, and tells each once; nothing is lost while the server is down. */
    int sweep() {
        List<UUID> late = store.late(now(), BATCH);
        for (UUID petition : late) {
            LifeRow row = life.find(petition).orElseThrow();
            Instant due = store.call(petition).orElseThrow().dueAt();
            tellings.event(petition, "feedback-overdue", petition, row.unit(), row.handler(), SqlTime.day(due));
        }
        return late.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
