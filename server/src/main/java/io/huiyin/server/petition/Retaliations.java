package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.petition.RetaliationStore.Told;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 打击报复: a petitioner tells that something bad happened because they spoke. It goes past the unit to the supervision office, on the
 * shortest clock, and the petitioner reads what was found (DESIGN section 6, rule 11). After three months a sample is asked.
 */
@Component
@Transactional
class Retaliations {

    private final RetaliationStore store;
    private final SignatoryStore signatories;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Clock clock;

    Retaliations(RetaliationStore store, SignatoryStore signatories, Deadlines deadlines, Ledger ledger, Clock clock) {
        this.store = store;
        this.signatories = signatories;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Told by whoever knows the query code. */
    Moving tell(Code code, UUID submission, String happened) {
        return tell(signatory(code), submission, happened, "OWN");
    }

    /** Told to somebody outside the unit, on the telephone. */
    Moving toldByPhone(Code code, UUID submission, String happened) {
        return tell(signatory(code), submission, happened, "CALL");
    }

    private Moving tell(Signatory own, UUID submission, String happened, String source) {
        String words = happened.replace("\0", "").strip();
        if (words.isEmpty()) return new Moving.Refused("happened", "petition.refused.happened");
        if (words.length() > Wish.LONGEST_REASON) return new Moving.Refused("happened", "petition.refused.reason-long");
        store.oneAtATime(submission);
        if (!store.told(submission)) insert(own, submission, words, source);
        return new Moving.Moved(Procedure.RECEIVED);
    }

    private void insert(Signatory own, UUID submission, String words, String source) {
        UUID id = Ids.next();
        Instant now = now();
        LocalDate due = deadlines.due("petition.retaliation", SqlTime.day(now));
        byte[] salt = ledger.commit(
                EntryKind.RETALIATION_TOLD,
                "retaliation",
                Map.of(
                        "retaliation", id.toString(),
                        "signatory", own.id().toString(),
                        "source", source,
                        "words", words,
                        "at", now.toString(),
                        "due", due.toString()));
        store.insert(new RetaliationStore.New(id, submission, own.id(), now, source, words, due, salt));
    }

    /** The answer to 'did anything bad happen because you spoke?'; a yes is a report of its own. */
    Moving asked(Code code, UUID submission, boolean harmed, String happened, SignedIn by) {
        Signatory own = signatory(code);
        if (harmed && tell(own, submission, happened, "CALL") instanceof Moving.Refused refused) return refused;
        store.asked(own.id(), harmed, by.account(), now());
        return new Moving.Moved(Procedure.RECEIVED);
    }

    /** What is open, the most pressing first, then what was found last. */
    @Transactional(readOnly = true)
    List<Told> all() {
        return store.all(200);
    }

    /** What petitioners of a petition told and what was found. */
    @Transactional(readOnly = true)
    List<Told> of(UUID signatory) {
        return store.of(signatory);
    }

    @Transactional(readOnly = true)
    long open() {
        return store.open();
    }

    @Transactional(readOnly = true)
    long overdue() {
        return store.overdue(today());
    }

    /** False when there is something to mend in what was typed, or it was found before. */
    boolean found(UUID id, boolean upheld, String words, SignedIn by) {
        String plain = words.replace("\0", "").strip();
        if (plain.isEmpty() || plain.length() > Wish.LONGEST_REASON) return false;
        store.oneAtATime(id);
        if (!store.isOpen(id)) return false;
        Instant now = now();
        byte[] salt = ledger.commit(
                EntryKind.RETALIATION_FOUND,
                "retaliation-finding",
                Map.of(
                        "retaliation", id.toString(),
                        "upheld", String.valueOf(upheld),
                        "words", plain,
                        "at", now.toString()));
        store.found(id, upheld, plain, by.account(), now, salt);
        return true;
    }

    private Signatory signatory(Code code) {
        return signatories.byCode(code.digits()).orElseThrow(() -> new NotFound("petition"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
