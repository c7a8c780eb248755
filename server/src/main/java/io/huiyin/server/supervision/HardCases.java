package io.huiyin.server.supervision;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.PetitionMoved;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 疑难案件清单和包案. Supervision puts a case on the list; a leader without a stake takes it, with a plan and a day. Nobody ends it:
 * it ends when its petitioner says that it is solved, or with the procedure, and is open again when its petition is.
 */
@Component
@Transactional
class HardCases {

    private static final int MOST = 500;

    private final CaseStore store;
    private final Leaders leaders;
    private final History history;
    private final LegalValues values;
    private final Clock clock;

    HardCases(CaseStore store, Leaders leaders, History history, LegalValues values, Clock clock) {
        this.store = store;
        this.leaders = leaders;
        this.history = history;
        this.values = values;
        this.clock = clock;
    }

    /**
     * What supervision puts on the list.
     *
     * @param number any public number of the petition
     */
    record Listing(String number, String subject, String rule, String reason) {}

    /** What a leader means to do, and until when; the plan is public. */
    record Plan(String words, @Nullable LocalDate dueOn) {}

    Doing list(Listing wish, SignedIn by) {
        var found = store.candidate(wish.number());
        if (found.isEmpty()) return Doing.refused("number", "number");
        CaseStore.Candidate candidate = found.get();
        if (candidate.listed()) return Doing.refused("number", "listed");
        if (candidate.ending() != null) return Doing.refused("number", "ended");
        if (candidate.petitionClass() != null && !candidate.petitionClass().equals("APPEAL"))
            return Doing.refused("number", "class");
        if (store.subjects().stream().noneMatch(one -> one.code().equals(wish.subject())))
            return Doing.refused("subject", "subject");
        if (!Proposals.RULES.contains(wish.rule())) return Doing.refused("reason", "reason");
        if (wish.reason().length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        if (wish.rule().equals("by-hand") && wish.reason().isEmpty()) return Doing.refused("reason", "reason");
        UUID id = Ids.next();
        var entry = new CaseStore.New(
                id, candidate.petition(), wish.subject(), wish.rule(), wish.reason(), candidate.receivedOn(), today());
        if (!store.insert(entry)) return Doing.refused("number", "listed");
        history.write(new Step(Subject.CASE, id, "listed", wish.reason(), 1), by);
        return new Doing.Done(id);
    }

    /**
     * A leader takes a case.
     *
     * @param noStake whether the leader declares to have none
     * @throws StaleRow when somebody else was faster
     */
    Doing take(UUID id, long seen, Plan plan, boolean noStake, SignedIn by) {
        HardCase hard = store.lock(id).orElseThrow(() -> new NotFound("case"));
        if (recused(hard, by)) return Doing.refused("", "recused");
        if (hard.version() != seen) throw new StaleRow(id);
        if (!hard.open()) return Doing.refused("", "ended");
        if (hard.owner() != null) return Doing.refused("", "owned");
        var office = leaders.office(by.account());
        if (office.isEmpty()) return Doing.refused("", "no-office");
        if (!noStake) return Doing.refused("noStake", "declare");
        Doing.Refused fault = fault(plan, today());
        if (fault != null || plan.dueOn() == null) return fault == null ? Doing.refused("due", "due.empty") : fault;
        store.take(new CaseStore.Taken(
                Ids.next(), id, by.account(), by.unit(), office.get(), plan.words(), plan.dueOn(), today()));
        store.touch(id);
        history.write(Step.of(Subject.CASE, id, "taken", plan.words()), by);
        return new Doing.Done(id);
    }

    /** The owner plans anew; what was planned before stays in the history. */
    Doing replan(UUID id, long seen, Plan plan, SignedIn by) {
        HardCase hard = store.lock(id).orElseThrow(() -> new NotFound("case"));
        if (hard.ownership() == null || hard.takenOn() == null || !hard.ownedBy(by.account()))
            throw new NotFound("case");
        if (hard.version() != seen) throw new StaleRow(id);
        if (!hard.open()) return Doing.refused("", "ended");
        Doing.Refused fault = fault(plan, today());
        if (fault != null || plan.dueOn() == null) return fault == null ? Doing.refused("due", "due.empty") : fault;
        store.plan(hard.ownership(), plan.words(), plan.dueOn());
        store.touch(id);
        history.write(Step.of(Subject.CASE, id, "planned", plan.words()), by);
        return new Doing.Done(id);
    }

    private Doing.@Nullable Refused fault(Plan plan, LocalDate from) {
        int longest = values.value("supervision.owner.limit", from);
        if (plan.words().isEmpty()) return Doing.refused("plan", "plan");
        if (plan.words().length() > Typed.LONGEST) return Doing.refused("plan", "long", Typed.LONGEST);
        LocalDate due = plan.dueOn();
        if (due == null) return Doing.refused("due", "due.empty");
        if (!due.isAfter(from) || due.isAfter(from.plusDays(longest)))
            return Doing.refused("due", "due.range", longest);
        return null;
    }

    /** 申报利害关系: this case is never theirs; if they own it, it is free again. */
    Doing declareStake(UUID id, SignedIn by) {
        HardCase hard = store.lock(id).orElseThrow(() -> new NotFound("case"));
        if (recused(hard, by)) return Doing.refused("", "recused");
        if (hard.ownership() != null && hard.ownedBy(by.account())) store.release(hard.ownership(), today());
        store.declare(id, by.account(), today());
        store.touch(id);
        history.write(Step.of(Subject.CASE, id, "stake", ""), by);
        return new Doing.Done(id);
    }

    /** Supervision takes a case from its owner, with the reason. */
    Doing release(UUID id, long seen, String reason, SignedIn by) {
        HardCase hard = store.lock(id).orElseThrow(() -> new NotFound("case"));
        if (hard.version() != seen) throw new StaleRow(id);
        if (hard.ownership() == null || !hard.open()) return Doing.refused("", "not-owned");
        if (reason.isEmpty()) return Doing.refused("reason", "reason");
        if (reason.length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        store.release(hard.ownership(), today());
        store.touch(id);
        history.write(Step.of(Subject.CASE, id, "released", reason), by);
        return new Doing.Done(id);
    }

    @EventListener
    void follow(PetitionMoved event) {
        store.follow(event.petition(), today()).ifPresent(turned -> {
            if (turned.ending() == null) history.write(new Step(Subject.CASE, turned.id(), "reopened", "", 1), null);
            else
                history.write(
                        new Step(Subject.CASE, turned.id(), ended(turned), "", turned.before() == null ? -1 : 0), null);
        });
    }

    static String ended(CaseStore.Turned turned) {
        return "SOLVED".equals(turned.ending()) ? "solved" : "ended";
    }

    /** Supervision sees all, a leader those without a stake. */
    @Transactional(readOnly = true)
    List<HardCase> all(SignedIn by) {
        return by.role() == Role.LEADER ? store.allBut(by.account(), by.unit(), MOST) : store.all(MOST);
    }

    /** @throws NotFound also for a leader with a stake, who may not see it */
    @Transactional(readOnly = true)
    HardCase open(UUID id, SignedIn by) {
        return store.find(id).filter(hard -> !recused(hard, by)).orElseThrow(() -> new NotFound("case"));
    }

    @Transactional(readOnly = true)
    List<HardCase> ofYear(int year) {
        return store.ofYear(year);
    }

    @Transactional(readOnly = true)
    List<Choice> subjects() {
        return store.subjects();
    }

    private boolean recused(HardCase hard, SignedIn by) {
        return by.role() == Role.LEADER && store.recused(hard.id(), by.account(), by.unit());
    }

    LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
