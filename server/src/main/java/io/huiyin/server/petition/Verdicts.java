package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.petition.Moving.Refused;
import io.huiyin.server.petition.SignatoryStore.NewVerdict;
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

/** 本人确认: what petitioners say about the end, each for themselves, and the moves that are theirs. */
@Component
class Verdicts {

    private final Tracking tracking;
    private final SignatoryStore signatories;
    private final LifeStore life;
    private final Life moves;
    private final Transitions transitions;
    private final LegalValues values;
    private final Clock clock;

    Verdicts(
            Tracking tracking,
            SignatoryStore signatories,
            LifeStore life,
            Life moves,
            Transitions transitions,
            LegalValues values,
            Clock clock) {
        this.tracking = tracking;
        this.signatories = signatories;
        this.life = life;
        this.moves = moves;
        this.transitions = transitions;
        this.values = values;
        this.clock = clock;
    }

    /**
     * What a petitioner says about the end.
     *
     * @param pressed whether anybody asked, paid or pressed them
     */
    record Saying(UUID submission, PetitionOutcome said, boolean pressed, String words) {}

    /** Said by whoever knows the query code, from where they are. */
    @Transactional
    Moving say(Code code, String queryCode, Saying saying) {
        Signatory own = tracking.signatory(code, queryCode).orElseThrow(() -> new NotFound("petition"));
        return say(own, saying, Actor.PETITIONER, "OWN");
    }

    /** Said on the telephone to somebody outside the unit. */
    @Transactional
    Moving say(Code code, Saying saying, Actor caller) {
        Signatory own = signatories.byCode(code.digits()).orElseThrow(() -> new NotFound("petition"));
        return say(own, saying, caller, "CALL");
    }

    private Moving say(Signatory own, Saying saying, Actor by, String source) {
        LifeRow row = life.lock(own.petition()).orElseThrow();
        if (!row.asked()) return new Refused("", "petition.refused.not-asked");
        if (saying.words().length() > Wish.LONGEST_REASON) return new Refused("words", "petition.refused.reason-long");
        if (own.outcome() == saying.said()) return new Moving.Moved(row.procedure());
        if (!transitions.allows(own.outcome(), saying.said())) return new Refused("", "petition.refused.not-now");
        if (!signatories.insert(verdict(own, saying.submission(), saying.said().name(), saying, by, source)))
            return new Moving.Moved(row.procedure());
        signatories.outcome(own.id(), saying.said());
        conclude(row, own, saying, by);
        return new Moving.Moved(row.procedure());
    }

    private NewVerdict verdict(Signatory own, UUID submission, String said, Saying saying, Actor by, String source) {
        return new NewVerdict(
                Ids.next(),
                submission,
                own.id(),
                said,
                source,
                source.equals("CALL") ? by.account() : null,
                saying.pressed(),
                saying.words(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The petition is solved when all say so; as long as one says otherwise, what they say stands side by side. */
    private void conclude(LifeRow row, Signatory own, Saying saying, Actor by) {
        PetitionOutcome before = row.outcome();
        PetitionOutcome now = together(signatories.of(row.id()));
        if (now != before) life.outcome(row.id(), now);
        moves.record(
                row.id(),
                new Move(
                        "outcome",
                        "say-"
                                + saying.said()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                        own.outcome().name(),
                        saying.said().name(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        by.role(),
                        row.unit(),
                        "",
                        null),
                by);
    }

    static PetitionOutcome together(List<Signatory> all) {
        List<PetitionOutcome> said =
                all.stream().map(Signatory::outcome).distinct().toList();
        if (said.size() == 1) return said.getFirst();
        if (said.contains(PetitionOutcome.NOT_SOLVED)
                && !said.contains(PetitionOutcome.SOLVED)
                && !said.contains(PetitionOutcome.PARTLY)) return PetitionOutcome.NOT_SOLVED;
        return said.contains(PetitionOutcome.SOLVED)
                        || said.contains(PetitionOutcome.PARTLY)
                        || said.contains(PetitionOutcome.NOT_SOLVED)
                ? PetitionOutcome.PARTLY
                : PetitionOutcome.NOT_ASKED;
    }

    /** A move that the petitioner makes: asks for a review, reopens. */
    @Transactional
    Moving move(Code code, String queryCode, Wish wish) {
        Signatory own = tracking.signatory(code, queryCode).orElseThrow(() -> new NotFound("petition"));
        return moves.move(own.petition(), wish, Actor.PETITIONER);
    }

    /** Each who signed withdraws for themselves; the petition is withdrawn when all have. */
    @Transactional
    Moving withdraw(Code code, String queryCode, UUID submission, long seen) {
        Signatory own = tracking.signatory(code, queryCode).orElseThrow(() -> new NotFound("petition"));
        LifeRow row = life.lock(own.petition()).orElseThrow();
        if (transitions.find("withdraw", row.procedure()).isEmpty()) return new Refused("", "petition.refused.not-now");
        Saying saying = new Saying(submission, PetitionOutcome.NOT_ASKED, false, "");
        signatories.insert(verdict(own, submission, "WITHDRAWN", saying, Actor.PETITIONER, "OWN"));
        if (!signatories.allWithdrew(row.id())) return new Moving.Moved(row.procedure());
        return moves.move(row.id(), Wish.of("withdraw", seen, ""), Actor.PETITIONER);
    }

    /**
     * Somebody outside the unit tried to call; after enough days without an answer the petitioner is unreachable, not content.
     * Who said something before and is to be asked again stays with what was said.
     *
     * @param wrongNumber whether the number is somebody else's, or nobody's
     */
    @Transactional
    Moving tried(Code code, boolean wrongNumber, Actor caller) {
        Signatory own = signatories.byCode(code.digits()).orElseThrow(() -> new NotFound("petition"));
        LifeRow row = life.lock(own.petition()).orElseThrow();
        LocalDate today = SqlTime.day(clock.instant());
        if (signatories.wasTried(own.id(), today)) return new Moving.Moved(row.procedure()); // the form came again
        boolean first = row.asked() && own.outcome() == PetitionOutcome.NOT_ASKED;
        LocalDate again = own.askAgainOn();
        if (caller.account() == null || !first && (again == null || again.isAfter(today)))
            return new Refused("", "petition.refused.not-now");
        signatories.tried(own.id(), today, caller.account(), wrongNumber);
        LocalDate since = first || again == null ? LocalDate.EPOCH : again;
        if (signatories.tries(own.id(), since) < values.value("petition.tries", today))
            return new Moving.Moved(row.procedure());
        if (first) giveUp(row, own, caller);
        else signatories.asked(own.id());
        return new Moving.Moved(row.procedure());
    }

    private void giveUp(LifeRow row, Signatory own, Actor caller) {
        signatories.outcome(own.id(), PetitionOutcome.UNREACHABLE);
        PetitionOutcome now = together(signatories.of(row.id()));
        if (now != row.outcome()) life.outcome(row.id(), now);
        moves.record(
                row.id(),
                new Move(
                        "outcome",
                        "give-up-asking",
                        PetitionOutcome.NOT_ASKED.name(),
                        PetitionOutcome.UNREACHABLE.name(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        caller.role(),
                        row.unit(),
                        "",
                        null),
                caller);
    }

    /**
     * Who withdrew tells an outsider whether it was their own will.
     *
     * @param pressed whether anybody asked, paid or pressed them
     */
    @Transactional
    Moving withdrew(Code code, UUID submission, boolean pressed, Actor caller) {
        Signatory own = signatories.byCode(code.digits()).orElseThrow(() -> new NotFound("petition"));
        LifeRow row = life.lock(own.petition()).orElseThrow();
        if (row.procedure() != Procedure.WITHDRAWN) return new Refused("", "petition.refused.not-now");
        if (own.askAgainOn() == null) return new Moving.Moved(row.procedure()); // the form came again
        Saying saying = new Saying(submission, PetitionOutcome.NOT_ASKED, pressed, "");
        signatories.insert(verdict(own, submission, "WITHDRAWN", saying, caller, "CALL"));
        signatories.asked(own.id());
        return new Moving.Moved(row.procedure());
    }
}
