package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.access.Purpose;
import io.huiyin.server.identity.Opened;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.AskingStore.Due;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 问结果: somebody outside the unit calls those who were answered and asks whether it is solved; four weeks after the answer the
 * question is asked again. Who cannot be reached on enough days is unreachable, which is not content.
 */
@Component
class Asking {

    private static final int MOST = 50;

    private final AskingStore store;
    private final SignatoryStore signatories;
    private final LifeStore life;
    private final TrackingStore words;
    private final Verdicts verdicts;
    private final Retaliations retaliations;
    private final IdentityReads identities;
    private final Clock clock;

    Asking(
            AskingStore store,
            SignatoryStore signatories,
            LifeStore life,
            TrackingStore words,
            Verdicts verdicts,
            Retaliations retaliations,
            IdentityReads identities,
            Clock clock) {
        this.store = store;
        this.signatories = signatories;
        this.life = life;
        this.words = words;
        this.verdicts = verdicts;
        this.retaliations = retaliations;
        this.identities = identities;
        this.clock = clock;
    }

    List<Due> due() {
        return store.due(today(), MOST);
    }

    /** Whom to ask whether anything bad happened because they spoke. */
    List<Due> harm() {
        return store.harm(today(), MOST);
    }

    /** Whom to ask whether they withdrew by their own will. */
    List<Due> withdrawn() {
        return store.withdrawn(today(), MOST);
    }

    long count() {
        return store.count(today());
    }

    /**
     * Whom to call, and about what; never what was said before.
     *
     * @param withdrew whether to ask if they withdrew by their own will, and not how it ended
     * @param harm whether to ask, too, if anything bad happened because they spoke
     */
    record Call(Code code, String title, String unit, String name, String contact, boolean withdrew, boolean harm) {}

    /** Opening a call leaves the trace of it. */
    @Transactional
    Call open(Code code, SignedIn by) {
        Signatory asked = signatory(code);
        if (asked.person() == null) throw new NotFound("petition");
        Opened person = identities.open(by, asked.person(), Purpose.INTERVIEW, "petition:" + asked.petition());
        TrackingStore.Words about = words.words(asked.petition());
        return new Call(
                code,
                about.title(),
                about.unit() == null ? "" : about.unit(),
                person.name(),
                person.contact(),
                withdrew(asked),
                asked.harmAskOn() != null && !asked.harmAskOn().isAfter(today()));
    }

    @Transactional
    Moving said(Code code, Verdicts.Saying saying, SignedIn by) {
        Moving moving = verdicts.say(code, saying, Actor.of(by));
        if (moving instanceof Moving.Moved) signatories.asked(signatory(code).id());
        return moving;
    }

    /** The answer to 'did anything bad happen because you spoke?'. */
    @Transactional
    Moving harmed(Code code, UUID submission, boolean harmed, String happened, SignedIn by) {
        return retaliations.asked(code, submission, harmed, happened, by);
    }

    Moving notReached(Code code, boolean wrongNumber, SignedIn by) {
        return verdicts.tried(code, wrongNumber, Actor.of(by));
    }

    /** Whether somebody withdrew by their own will; what was done to make them is a report to the level above the unit. */
    @Transactional
    Moving withdrew(Code code, UUID submission, boolean pressed, String happened, SignedIn by) {
        if (pressed && retaliations.toldByPhone(code, submission, happened) instanceof Moving.Refused refused)
            return refused;
        return verdicts.withdrew(code, submission, pressed, Actor.of(by));
    }

    private Signatory signatory(Code code) {
        Signatory found = signatories.byCode(code.digits()).orElseThrow(() -> new NotFound("petition"));
        LifeRow row = life.find(found.petition()).orElseThrow();
        if (!row.asked() && !withdrew(found)) throw new NotFound("petition");
        return found;
    }

    /** Whether it is time to ask somebody why they withdrew. */
    private boolean withdrew(Signatory one) {
        return one.askAgainOn() != null
                && !one.askAgainOn().isAfter(today())
                && life.find(one.petition()).orElseThrow().procedure() == Procedure.WITHDRAWN;
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
