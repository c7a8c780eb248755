package io.huiyin.server.petition;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.organization.Units;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 信访件的一生: makes the moves of the table, each with its clock, its line in the history and its entry in the log. */
@Component
class Life {

    private static final String RECUSED = "petition.refused.recused";

    private final LifeStore store;
    private final ClaimStore claims;
    private final Transitions transitions;
    private final Routes routes;
    private final AnswerGate gate;
    private final TakeOver takeOver;
    private final Endings endings;
    private final Reviews reviews;
    private final InternalSteps steps;
    private final Tellings tellings;
    private final Units units;
    private final Accounts accounts;
    private final PetitionClock clocks;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Life(
            LifeStore store,
            ClaimStore claims,
            Transitions transitions,
            Routes routes,
            AnswerGate gate,
            TakeOver takeOver,
            Endings endings,
            Reviews reviews,
            InternalSteps steps,
            Tellings tellings,
            Units units,
            Accounts accounts,
            PetitionClock clocks,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.transitions = transitions;
        this.routes = routes;
        this.gate = gate;
        this.takeOver = takeOver;
        this.endings = endings;
        this.reviews = reviews;
        this.steps = steps;
        this.tellings = tellings;
        this.units = units;
        this.accounts = accounts;
        this.clocks = clocks;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** A move that leads on from here, and why somebody may not make it now; a null key: may be made. */
    record Possible(Transition transition, @Nullable String refused) {}

    /**
     * What somebody on the desk may do with a petition, and what not, with the reason.
     *
     * @param all its claims
     * @param by nobody who steps aside from it: they do not even see it
     */
    @Transactional(readOnly = true)
    List<Possible> possible(LifeRow petition, List<Claim> all, Actor by) {
        return transitions.from(petition.procedure()).stream()
                .filter(one -> one.who().contains(by.role()))
                .map(one -> new Possible(one, refusedBefore(one, petition, all, by)))
                .toList();
    }

    /**
     * Makes a move.
     *
     * @throws NotFound when there is no such petition, or it is another unit's
     * @throws StaleRow when somebody else moved it since the form was made
     */
    @Transactional
    Moving move(UUID id, Wish wish, Actor by) {
        LifeRow petition = store.lock(id).orElseThrow(() -> new NotFound("petition"));
        if (by.unit() != null && !by.unit().equals(petition.unit())) throw new NotFound("petition");
        if (petition.version() != wish.seen()) throw new StaleRow(id);
        Optional<Transition> found = transitions.find(wish.move(), petition.procedure());
        if (found.isEmpty() || !found.get().who().contains(by.role()))
            return new Moving.Refused("", "petition.refused.not-now");
        Transition transition = found.get();
        if (recused(petition, by)) return new Moving.Refused("", RECUSED);
        List<Claim> all = claims.of(petition.id());
        String refused = refusedBefore(transition, petition, all, by);
        if (refused != null) return new Moving.Refused("", refused);
        return given(transition, petition, wish).orElseGet(() -> make(transition, petition, all, wish, by));
    }

    private boolean recused(LifeRow petition, Actor by) {
        return by.account() != null && store.recused(petition.id(), by);
    }

    /** What is missing whatever is typed. */
    private @Nullable String refusedBefore(Transition transition, LifeRow petition, List<Claim> all, Actor by) {
        String barred = reviews.barred(petition, by);
        if (barred != null) return barred;
        if (transition.needs("once") && store.made(petition.id(), transition.move())) return "petition.refused.once";
        if (transition.needs("routes") && !routed(petition, all)) return "petition.refused.routes";
        if (transition.needs("answers") && gate.missing(all) != null) return gate.missing(all);
        if (transition.needs("review") && !routes.reviewable(all)) return "petition.refused.no-review";
        if (transition.needs("review") && late(petition)) return "petition.refused.review-late";
        if (transition.needs("unanswered") && petition.hasAnswer()) return "petition.refused.answered";
        if (transition.needs("running") && petition.running().pausedOn() != null) return "petition.refused.paused";
        if (transition.needs("paused") && petition.running().pausedOn() == null) return "petition.refused.not-paused";
        if (transition.needs("again") && petition.outcome() == PetitionOutcome.SOLVED) return "petition.refused.solved";
        return null;
    }

    private boolean late(LifeRow petition) {
        return petition.dueOn() != null && clocks.today().isAfter(petition.dueOn());
    }

    private static boolean routed(LifeRow petition, List<Claim> all) {
        return petition.petitionClass() != null
                && !all.isEmpty()
                && all.stream().allMatch(claim -> claim.route() != null);
    }

    /** What is missing in what was typed. */
    private Optional<Moving> given(Transition transition, LifeRow petition, Wish wish) {
        if (transition.needs("reason") && wish.reason().isBlank()) return refused("reason", "reason");
        if (wish.reason().length() > Wish.LONGEST_REASON) return refused("reason", "reason-long");
        if (transition.needs("unit")) {
            if (units.find(wish.unit()).isEmpty()) return refused("unit", "unit");
            if (store.recused(petition.id(), new Actor("", null, wish.unit(), null)))
                return refused("unit", "unit-recused");
        }
        if (transition.needs("handler")) {
            Optional<SignedIn> handler = handler(petition, wish.handler());
            if (handler.isEmpty()) return refused("handler", "handler");
            if (store.recused(petition.id(), Actor.of(handler.get()))) return refused("handler", "handler-recused");
        }
        if (transition.needs("approver") && approver(petition, wish.approver()).isEmpty())
            return refused("approver", "approver");
        if (transition.needs("ground")
                && store.grounds().stream().noneMatch(ground -> ground.code().equals(wish.ground())))
            return refused("ground", "ground");
        if (transition.needs("other")
                && store.byNumber(wish.other())
                        .filter(other -> !other.id().equals(petition.id()))
                        .isEmpty()) return refused("other", "other");
        return Optional.empty();
    }

    private static Optional<Moving> refused(String field, String what) {
        return Optional.of(new Moving.Refused(field, "petition.refused." + what));
    }

    /** Handlers and the head of the petition's own unit. */
    private Optional<SignedIn> handler(LifeRow petition, String username) {
        return accounts.find(username)
                .filter(one -> one.role() == Role.HANDLER || one.role() == Role.UNIT_HEAD)
                .filter(one -> one.unit() != null && one.unit().equals(petition.unit()));
    }

    /** Whether a petition is with somebody already. */
    @Transactional(readOnly = true)
    boolean handles(LifeRow petition, String username) {
        return handler(petition, username)
                .filter(one -> one.account().equals(petition.handler()))
                .isPresent();
    }

    private Optional<SignedIn> approver(LifeRow petition, String username) {
        return handler(petition, username).filter(one -> one.role() == Role.UNIT_HEAD);
    }

    private Moving make(Transition transition, LifeRow petition, List<Claim> all, Wish wish, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PetitionClock.Running running = clocks.after(transition, petition, wish, all);
        Procedure to = transition.to();
        String unit = transition.needs("unit") ? wish.unit() : to == Procedure.RECEIVED ? null : petition.unit();
        UUID handler = transition.needs("handler")
                ? handler(petition, wish.handler()).orElseThrow().account()
                : to == Procedure.RECEIVED ? null : petition.handler();
        UUID other = transition.needs("other")
                ? store.byNumber(wish.other()).orElseThrow().id()
                : null;
        store.move(new LifeStore.Moved(
                petition.id(),
                to,
                unit,
                running,
                handler,
                other,
                to == Procedure.ANSWERED ? SqlTime.day(now) : null,
                to == Procedure.ANSWERED ? petition.dueOn() : null));
        record(
                petition.id(),
                new Move(
                        "procedure",
                        transition.move(),
                        transition.fromState(),
                        to.name(),
                        now,
                        by.role(),
                        unit,
                        wish.reason(),
                        running.pausedOn() == null ? running.dueOn() : null),
                by);
        if (transition.move().equals("take-over")) takeOver.begin(petition);
        reviews.moved(petition.id(), transition.move(), wish.reason());
        steps.moved(petition, transition, running);
        endings.moved(petition, to, unit, by, now);
        tellings.moved(petition.id(), transition.move(), petition.version(), unit, handler);
        return new Moving.Moved(to);
    }

    /** Writes a line of the history; the log commits to it without saying whose it is. */
    void record(UUID petition, Move move, Actor by) {
        byte[] salt = ledger.commit(
                EntryKind.PETITION_MOVED,
                "petition-move",
                Map.of(
                        "petition", petition.toString(),
                        "axis", move.axis(),
                        "move", move.move(),
                        "from", move.fromState(),
                        "to", move.toState(),
                        "at", move.madeAt().toString(),
                        "reason", move.reason()));
        store.insert(new LifeStore.NewMove(Ids.next(), petition, move, by.account(), salt));
        events.publishEvent(new PetitionMoved(petition));
    }
}
