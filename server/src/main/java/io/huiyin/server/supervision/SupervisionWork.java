package io.huiyin.server.supervision;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 督查待办: to a leader the own cases and those without an owner; to the supervision office what waits for it. */
@Component
@Order(25)
class SupervisionWork implements DeskWork {

    private final CaseStore cases;
    private final ActStore acts;
    private final OrderStore orders;
    private final ReceptionStore receptions;
    private final AdviceStore advice;
    private final Clock clock;

    SupervisionWork(
            CaseStore cases,
            ActStore acts,
            OrderStore orders,
            ReceptionStore receptions,
            AdviceStore advice,
            Clock clock) {
        this.cases = cases;
        this.acts = acts;
        this.orders = orders;
        this.receptions = receptions;
        this.advice = advice;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        LocalDate today = SqlTime.day(clock.instant());
        return switch (by.role()) {
            case LEADER -> {
                CaseStore.Counts own = cases.counts(by.account(), today);
                yield List.of(
                        new Queue("supervision.work.own", "/desk/cases", own.open(), own.late()),
                        new Queue(
                                "supervision.work.free",
                                "/desk/cases",
                                cases.counts(null, today).free(),
                                0),
                        received(by.account()),
                        Queue.place("supervision.work.oversight", "/desk/oversight"));
            }
            case SUPERVISION -> {
                CaseStore.Counts all = cases.counts(null, today);
                OrderStore.Counts issued = orders.counts(null, today);
                yield List.of(
                        Queue.place("supervision.work.oversight", "/desk/oversight"),
                        new Queue("supervision.work.judge", "/desk/orders", issued.toJudge(), 0),
                        new Queue("supervision.work.overdue", "/desk/orders", issued.overdue(), issued.overdue()),
                        new Queue("supervision.work.cases", "/desk/cases", all.open(), all.late()),
                        new Queue(
                                "supervision.work.denied",
                                "/desk/acts",
                                acts.toLookInto().size(),
                                0),
                        follow(today),
                        Queue.place("supervision.work.proposals", "/desk/cases/proposals"),
                        Queue.place("supervision.work.leaders", "/desk/leaders"));
            }
            case INTAKE -> List.of(received(null), follow(today));
            case UNIT_HEAD -> {
                if (by.unit() == null) yield List.of();
                OrderStore.Counts own = orders.counts(by.unit(), today);
                AdviceStore.Counts told = advice.counts(by.unit(), today);
                yield List.of(
                        new Queue("supervision.work.orders", "/desk/orders", own.toReply(), own.late()),
                        new Queue("supervision.work.advice", "/desk/advice", told.toAnswer(), told.late()));
            }
            default -> List.of();
        };
    }

    private Queue follow(LocalDate today) {
        return new Queue(
                "supervision.work.advice.follow",
                "/desk/advice",
                advice.counts(null, today).toFollow(),
                0);
    }

    private Queue received(@Nullable UUID leader) {
        ReceptionStore.Counts counts = receptions.counts(leader, clock.instant());
        return new Queue("supervision.work.receptions", "/desk/receptions", counts.waiting(), counts.over());
    }
}
