package io.huiyin.server.supervision;

import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.Units;
import io.huiyin.server.petition.TrackingNotes;
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
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 督办单. The supervision office demands, the unit replies by the day that stands on the order, the office accepts or sends back;
 * what is not obeyed a named person publishes, not the sweeper.
 */
@Component
@Transactional
class SupervisionOrders implements TrackingNotes {

    static final int LONGEST_REPLY = 5_000;
    private static final int MOST = 500;

    private final OrderStore store;
    private final Units units;
    private final History history;
    private final Deadlines deadlines;
    private final Clock clock;
    private final boolean on;

    SupervisionOrders(
            OrderStore store,
            Units units,
            History history,
            Deadlines deadlines,
            Clock clock,
            @Value("${huiyin.sweep}") boolean on) {
        this.store = store;
        this.units = units;
        this.history = history;
        this.deadlines = deadlines;
        this.clock = clock;
        this.on = on;
    }

    /**
     * An order to be.
     *
     * @param number any public number of the petition it is about; empty: about the unit's work as a whole
     * @param unit of the petition, or whichever when there is none
     */
    record Wish(UUID submission, String number, String unit, String trigger, String kind, String demand) {}

    /** What the form offers. */
    record Choices(List<Unit> units, List<Choice> triggers, List<Choice> kinds) {}

    @Transactional(readOnly = true)
    Choices choices() {
        return new Choices(units.all(), store.triggers(), store.kinds());
    }

    Doing issue(Wish wish, SignedIn by) {
        store.oneAtATime();
        var before = store.bySubmission(wish.submission());
        if (before.isPresent()) return new Doing.Done(before.get());
        OrderStore.About about = new OrderStore.About(new UUID(0, 0), wish.unit());
        if (!wish.number().isEmpty()) {
            var found = store.about(wish.number());
            if (found.isEmpty()) return Doing.refused("number", "number");
            about = found.get();
            if (about.unit() == null) return Doing.refused("number", "order.no-unit");
        }
        String unit = about.unit();
        if (unit == null || units.find(unit).isEmpty()) return Doing.refused("unit", "unit");
        if (!wish.number().isEmpty() && !wish.unit().isEmpty() && !wish.unit().equals(unit))
            return Doing.refused("unit", "order.other-unit");
        if (!offers(store.triggers(), wish.trigger())) return Doing.refused("trigger", "order.trigger");
        if (!offers(store.kinds(), wish.kind())) return Doing.refused("kind", "order.kind");
        if (wish.demand().isEmpty()) return Doing.refused("demand", "order.demand");
        if (wish.demand().length() > Typed.LONGEST) return Doing.refused("demand", "long", Typed.LONGEST);
        UUID id = Ids.next();
        store.insert(new OrderStore.New(
                id,
                wish.submission(),
                wish.number().isEmpty() ? null : about.petition(),
                unit,
                wish.trigger(),
                wish.kind(),
                wish.demand(),
                today(),
                deadlines.due("supervision.order.reply", today())));
        history.write(Step.of(Subject.ORDER, id, "issued", wish.demand()), by);
        return new Doing.Done(id);
    }

    private static boolean offers(List<Choice> choices, String code) {
        return choices.stream().anyMatch(one -> one.code().equals(code));
    }

    /** @throws StaleRow when somebody else was faster */
    Doing reply(UUID id, long seen, String reply, SignedIn by) {
        SupervisionOrder order = open(id, by);
        if (!order.waitsForUnit()) return Doing.refused("", "order.not-now");
        if (reply.isEmpty()) return Doing.refused("reply", "order.reply");
        if (reply.length() > LONGEST_REPLY) return Doing.refused("reply", "long", LONGEST_REPLY);
        if (!store.reply(id, seen, reply, today())) throw new StaleRow(id);
        history.write(Step.of(Subject.ORDER, id, "replied", reply), by);
        return new Doing.Done(id);
    }

    Doing accept(UUID id, long seen, String reason, SignedIn by) {
        if (!open(id, by).waitsForOffice()) return Doing.refused("", "order.not-now");
        if (reason.length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        if (!store.accept(id, seen, today())) throw new StaleRow(id);
        history.write(Step.of(Subject.ORDER, id, "accepted", reason), by);
        return new Doing.Done(id);
    }

    Doing sendBack(UUID id, long seen, String reason, SignedIn by) {
        if (!open(id, by).waitsForOffice()) return Doing.refused("", "order.not-now");
        if (reason.isEmpty()) return Doing.refused("reason", "reason");
        if (reason.length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        if (!store.sendBack(id, seen, deadlines.due("supervision.order.again", today()))) throw new StaleRow(id);
        history.write(Step.of(Subject.ORDER, id, "sent-back", reason), by);
        return new Doing.Done(id);
    }

    /** Publishes that a unit did not obey; what has come to its day without being found yet is found first. */
    Doing publish(UUID id, long seen, SignedIn by) {
        sweep();
        if (!open(id, by).mayBePublished()) return Doing.refused("", "order.obeyed");
        if (!store.publish(id, seen, today())) throw new StaleRow(id);
        history.write(Step.of(Subject.ORDER, id, "published", ""), by);
        return new Doing.Done(id);
    }

    /** @throws NotFound also for another unit's order */
    @Transactional(readOnly = true)
    SupervisionOrder open(UUID id, SignedIn by) {
        return store.find(id)
                .filter(order -> by.role() == Role.SUPERVISION || order.unit().equals(by.unit()))
                .orElseThrow(() -> new NotFound("order"));
    }

    /** Supervision sees all, a unit its own. */
    @Transactional(readOnly = true)
    List<SupervisionOrder> all(SignedIn by) {
        if (by.role() == Role.SUPERVISION) return store.all(null, MOST);
        return Stream.ofNullable(by.unit())
                .flatMap(unit -> store.all(unit, MOST).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    List<SupervisionOrder> published() {
        return store.published(MOST);
    }

    /** The petitioner learns that there is one and where it stands; what it demands is between the offices. */
    @Override
    @Transactional(readOnly = true)
    public List<Note> of(UUID petition) {
        return store.ofPetition(petition).stream()
                .map(order -> new Note(
                        order.id(), order.issuedOn(), "supervision.note.order", "", "", order.stateKey(), false))
                .toList();
    }

    @Override
    public boolean deny(Denial denial) {
        return false;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void run() {
        if (on) sweep();
    }

    /** Finds what has come to its day without a reply. */
    void sweep() {
        for (UUID order : store.overdue(today())) history.write(Step.of(Subject.ORDER, order, "overdue", ""), null);
    }

    LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
