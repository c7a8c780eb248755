package io.huiyin.server.supervision;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.petition.TrackingNotes;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 亲自办理: what owners did for their cases. The petitioner sees every act and may say that it did not happen; then it does not
 * count until the supervision office has looked into it.
 */
@Component
@Transactional
class Acts implements TrackingNotes {

    private final ActStore store;
    private final CaseStore cases;
    private final History history;
    private final LegalValues values;
    private final Clock clock;

    Acts(ActStore store, CaseStore cases, History history, LegalValues values, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.history = history;
        this.values = values;
        this.clock = clock;
    }

    /**
     * What an owner did.
     *
     * @param submission made with the form: the same again is the same act
     * @param delegate office of whoever did it instead; empty: in person
     */
    record Done(UUID submission, String kind, @Nullable LocalDate on, String delegate, String result) {}

    Doing record(UUID id, Done done, SignedIn by) {
        HardCase hard = cases.lock(id).orElseThrow(() -> new NotFound("case"));
        if (hard.ownership() == null || hard.office() == null || hard.takenOn() == null || !hard.ownedBy(by.account()))
            throw new NotFound("case");
        var before = store.bySubmission(done.submission());
        if (before.isPresent()) return new Doing.Done(before.get());
        if (!hard.open()) return Doing.refused("", "ended");
        Doing.Refused fault = fault(done, hard.takenOn());
        if (fault != null || done.on() == null) return fault == null ? Doing.refused("on", "act.on") : fault;
        UUID act = Ids.next();
        byte[] salt = history.commit(
                EntryKind.PERSONAL_ACT,
                "personal-act",
                Map.of(
                        "case", id.toString(),
                        "act", done.kind(),
                        "on", done.on().toString(),
                        "delegate", done.delegate(),
                        "result", done.result()));
        store.insert(new ActStore.New(
                act,
                done.submission(),
                id,
                hard.ownership(),
                by.account(),
                hard.office(),
                done.kind(),
                done.on(),
                done.delegate(),
                done.result(),
                today(),
                now(),
                salt));
        return new Doing.Done(act);
    }

    private Doing.@Nullable Refused fault(Done done, LocalDate takenOn) {
        int late = values.value("supervision.act.late", today());
        if (!Act.KINDS.contains(done.kind())) return Doing.refused("kind", "act.kind");
        LocalDate on = done.on();
        if (on == null) return Doing.refused("on", "act.on");
        if (on.isAfter(today()) || on.isBefore(takenOn)) return Doing.refused("on", "act.on.range");
        if (on.isBefore(today().minusDays(late))) return Doing.refused("on", "act.late", late);
        if (done.delegate().length() > Leaders.LONGEST_OFFICE)
            return Doing.refused("delegate", "long", Leaders.LONGEST_OFFICE);
        if (done.result().isEmpty()) return Doing.refused("result", "act.result");
        if (done.result().length() > Typed.LONGEST) return Doing.refused("result", "long", Typed.LONGEST);
        return null;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    List<Act> ofCase(UUID id) {
        return store.of(id);
    }

    @Transactional(readOnly = true)
    List<Act> toLookInto() {
        return store.toLookInto();
    }

    /** What supervision found; the last finding counts, and the earlier stay. */
    Doing find(UUID id, boolean happened, String reason, SignedIn by) {
        Act act = store.find(id).orElseThrow(() -> new NotFound("act"));
        if (reason.isEmpty()) return Doing.refused("reason", "reason");
        if (reason.length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        byte[] salt = history.commit(
                EntryKind.PERSONAL_ACT,
                "act-finding",
                Map.of("act", id.toString(), "happened", String.valueOf(happened), "reason", reason));
        store.insert(new ActStore.Finding(Ids.next(), id, happened, reason, now(), by.account(), salt));
        return new Doing.Done(act.caseId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Note> of(UUID petition) {
        List<Note> notes = new ArrayList<>();
        cases.ofPetition(petition).ifPresent(hard -> {
            notes.add(new Note(hard.id(), hard.listedOn(), "supervision.note.listed", "", "", "", false));
            if (hard.takenOn() != null && hard.office() != null && hard.plan() != null)
                notes.add(new Note(
                        hard.id(), hard.takenOn(), "supervision.note.owner", hard.office(), hard.plan(), "", false));
            for (Act act : store.of(hard.id()))
                notes.add(new Note(
                        act.id(), act.actedOn(), act.key(), act.who(), act.result(), act.standing(), !act.denied()));
        });
        return notes;
    }

    @Override
    public boolean deny(Denial denial) {
        if (!store.isOf(denial.note(), denial.petition())) return false;
        byte[] salt = history.commit(
                EntryKind.PERSONAL_ACT,
                "act-denial",
                Map.of("act", denial.note().toString(), "words", denial.words()));
        store.insert(Ids.next(), denial, now(), salt);
        return true;
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
