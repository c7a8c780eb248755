package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.RetaliationStore.Told;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    private final LegalValues values;
    private final Clock clock;

    Retaliations(
            RetaliationStore store, SignatoryStore signatories, Deadlines deadlines, LegalValues values, Clock clock) {
        this.store = store;
        this.signatories = signatories;
        this.deadlines = deadlines;
        this.values = values;
        this.clock = clock;
    }

    /** Told by whoever knows the query code. */
    Moving tell(Code code, UUID submission, String happened) {
        return tell(signatory(code), submission, happened, "OWN");
    }

    private Moving tell(Signatory own, UUID submission, String happened, String source) {
        String words = happened.replace("\0", "").strip();
        if (words.isEmpty()) return new Moving.Refused("happened", "petition.refused.happened");
        if (words.length() > Wish.LONGEST_REASON) return new Moving.Refused("happened", "petition.refused.reason-long");
        store.insert(new RetaliationStore.New(
                Ids.next(),
                submission,
                own.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                source,
                words,
                deadlines.due("petition.retaliation", today())));
        return new Moving.Moved(Procedure.RECEIVED);
    }

    /** The answer to 'did anything bad happen because you spoke?'; a yes is a report of its own. */
    Moving asked(Code code, UUID submission, boolean harmed, String happened, SignedIn by) {
        Signatory own = signatory(code);
        if (harmed && tell(own, submission, happened, "CALL") instanceof Moving.Refused refused) return refused;
        store.asked(own.id(), harmed, by.account(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Moving.Moved(Procedure.RECEIVED);
    }

    /** Marks a share of those who were answered, by chance, to be asked after three months. */
    void sample(UUID petition, LocalDate answered) {
        store.sample(
                petition, deadlines.due("petition.harm.ask", answered), values.value("petition.harm.share", answered));
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
        return !plain.isEmpty()
                && plain.length() <= Wish.LONGEST_REASON
                && store.found(id, upheld, plain, by.account(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Signatory signatory(Code code) {
        return signatories.byCode(code.digits()).orElseThrow(() -> new NotFound("petition"));
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
