package io.huiyin.server.petition;

import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.petition.InternalStepStore.Kind;
import io.huiyin.server.petition.PetitionClock.Running;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 内部步骤: the days inside the limit of an answer. They begin with it, move with it, and are found overdue by the sweeper. */
@Component
@Transactional
@DependsOnDatabaseInitialization
class InternalSteps {

    static final String ANSWER = "petition.answer";

    private static final int BATCH = 500;

    private final InternalStepStore store;
    private final List<Kind> kinds;
    private final LifeStore life;
    private final Deadlines deadlines;
    private final Tellings tellings;
    private final Clock clock;

    InternalSteps(InternalStepStore store, LifeStore life, Deadlines deadlines, Tellings tellings, Clock clock) {
        this.store = store;
        this.kinds = store.kinds();
        this.life = life;
        this.deadlines = deadlines;
        this.tellings = tellings;
        this.clock = clock;
    }

    /** In the transaction of a move. */
    void moved(LifeRow before, Transition transition, Running after) {
        LocalDate from = before.dueOn();
        LocalDate to = after.dueOn();
        if (transition.clock().equals(ANSWER))
            store.start(
                    before.id(),
                    kinds.stream().map(Kind::code).toList(),
                    kinds.stream()
                            .map(kind -> deadlines.due(kind.clock(), today()))
                            .toList());
        else if (transition.to() == Procedure.ANSWERED) store.done(before.id(), "approve", today());
        else if (before.procedure() == Procedure.IN_HAND && from != null && to != null && to.isAfter(from))
            store.shift(before.id(), ChronoUnit.DAYS.between(from, to));
    }

    /** Every claim has its answer in the draft. */
    void drafted(UUID petition) {
        store.done(petition, "draft", today());
    }

    /** In their order; none before acceptance. */
    @Transactional(readOnly = true)
    List<InternalStep> of(UUID petition) {
        return store.of(petition);
    }

    /** Tells each that is overdue once, also after days without a server. */
    int sweep() {
        List<UUID> late = store.late(today(), BATCH);
        for (UUID petition : late.stream().distinct().toList()) {
            LifeRow row = life.find(petition).orElseThrow();
            tellings.event(petition, "step-overdue", petition, row.unit(), row.handler(), today());
        }
        return late.size();
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
