package io.huiyin.server.supervision;

import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hard cases and orders of days that are over, for the demo's loader. Rules that look at today are not asked. */
@Component
@Transactional
public class PastCases {

    private final CaseStore cases;
    private final ActStore acts;
    private final OrderStore orders;
    private final SupervisionOrders sweeper;
    private final Leaders leaders;
    private final History history;
    private final Deadlines deadlines;

    PastCases(
            CaseStore cases,
            ActStore acts,
            OrderStore orders,
            SupervisionOrders sweeper,
            Leaders leaders,
            History history,
            Deadlines deadlines) {
        this.cases = cases;
        this.acts = acts;
        this.orders = orders;
        this.sweeper = sweeper;
        this.leaders = leaders;
        this.history = history;
        this.deadlines = deadlines;
    }

    /** Which office a leader's account stands for. */
    public void office(String username, String office) {
        if (leaders.name(username, office) instanceof Doing.Refused refused)
            throw new IllegalStateException(username + ": " + refused.key());
    }

    /**
     * A case on the list.
     *
     * @param number of its petition
     * @param endedOn when its petition came to an end, if it did
     */
    public record PastCase(
            String number,
            String subject,
            String rule,
            LocalDate listedOn,
            @Nullable PastOwner owner,
            @Nullable LocalDate endedOn) {}

    public record PastOwner(
            UUID account, String office, String plan, LocalDate takenOn, LocalDate dueOn, List<PastAct> acts) {}

    /** @param delegate office of whoever did it instead; empty: in person */
    public record PastAct(String kind, LocalDate on, String delegate, String result) {}

    /** In the order of the days on which they were listed; passed over is what is not there or on the list already. */
    public void cases(List<PastCase> all) {
        all.stream().sorted(Comparator.comparing(PastCase::listedOn)).forEach(this::put);
    }

    private void put(PastCase past) {
        CaseStore.Candidate candidate = cases.candidate(past.number()).orElse(null);
        if (candidate == null || candidate.listed()) return;
        UUID id = Ids.next();
        cases.insert(new CaseStore.New(
                id, candidate.petition(), past.subject(), past.rule(), "", candidate.receivedOn(), past.listedOn()));
        history.write(new Step(Subject.CASE, id, "listed", "", 1), null, past.listedOn());
        PastOwner owner = past.owner();
        if (owner != null) own(id, owner);
        LocalDate ended = past.endedOn();
        if (ended != null)
            cases.follow(candidate.petition(), ended)
                    .ifPresent(turned ->
                            history.write(new Step(Subject.CASE, id, HardCases.ended(turned), "", -1), null, ended));
    }

    private void own(UUID id, PastOwner owner) {
        UUID ownership = Ids.next();
        cases.take(new CaseStore.Taken(
                ownership, id, owner.account(), null, owner.office(), owner.plan(), owner.dueOn(), owner.takenOn()));
        history.write(Step.of(Subject.CASE, id, "taken", owner.plan()), null, owner.takenOn());
        for (PastAct act : owner.acts()) {
            byte[] salt = history.commit(
                    EntryKind.PERSONAL_ACT,
                    "personal-act",
                    Map.of(
                            "case",
                            id.toString(),
                            "act",
                            act.kind(),
                            "on",
                            act.on().toString()));
            acts.insert(new ActStore.New(
                    Ids.next(),
                    UUID.randomUUID(),
                    id,
                    ownership,
                    owner.account(),
                    owner.office(),
                    act.kind(),
                    act.on(),
                    act.delegate(),
                    act.result(),
                    act.on(),
                    SqlTime.startOf(act.on()).plusSeconds(17 * 3600),
                    salt));
        }
    }

    /**
     * A supervision order.
     *
     * @param reply empty: the unit never replied
     */
    public record PastOrder(
            String number,
            String trigger,
            String kind,
            String demand,
            LocalDate issuedOn,
            String reply,
            LocalDate repliedOn,
            boolean accepted) {}

    /** Those whose petition is with no unit are passed over; whatever was not replied to in time before a day is published. */
    public void orders(List<PastOrder> all, LocalDate publishBefore) {
        for (PastOrder past : all) order(past);
        sweeper.sweep();
        for (SupervisionOrder order : orders.all(null, 500))
            if (order.mayBePublished() && order.dueOn().isBefore(publishBefore)) {
                orders.publish(order.id(), order.version(), publishBefore);
                history.write(Step.of(Subject.ORDER, order.id(), "published", ""), null, publishBefore);
            }
    }

    private void order(PastOrder past) {
        OrderStore.About about = orders.about(past.number()).orElse(null);
        if (about == null || about.unit() == null) return;
        UUID id = Ids.next();
        orders.insert(new OrderStore.New(
                id,
                UUID.randomUUID(),
                about.petition(),
                about.unit(),
                past.trigger(),
                past.kind(),
                past.demand(),
                past.issuedOn(),
                deadlines.due("supervision.order.reply", past.issuedOn())));
        history.write(Step.of(Subject.ORDER, id, "issued", past.demand()), null, past.issuedOn());
        if (past.reply().isEmpty()) return;
        orders.reply(id, 0, past.reply(), past.repliedOn());
        history.write(Step.of(Subject.ORDER, id, "replied", past.reply()), null, past.repliedOn());
        if (!past.accepted()) return;
        orders.accept(id, 1, past.repliedOn());
        history.write(Step.of(Subject.ORDER, id, "accepted", ""), null, past.repliedOn());
    }

    /** Open appeals that run here and are with a unit, the oldest first: numbers and days of receipt. */
    public List<Living> living(int most) {
        return cases.living(most);
    }

    /** Of those that their petitioners say are solved, the oldest that are not on the list. */
    public List<Living> solved(int most) {
        return cases.solved(most);
    }

    public record Living(String number, LocalDate receivedOn) {}
}
