package io.huiyin.server.rectification;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 整改待办: to its head the unit's open orders; to the supervision office those of all units. */
@Component
@Order(10)
class RectificationWork implements DeskWork {

    private final WorkOrderStore store;
    private final Clock clock;

    RectificationWork(WorkOrderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        LocalDate today = SqlTime.day(clock.instant());
        if (by.role() == Role.UNIT_HEAD && by.unit() != null) return of(List.of(store.count(by.unit(), today)));
        return by.role() == Role.SUPERVISION ? of(store.counts(today)) : List.of();
    }

    private static List<Queue> of(List<UnitCount> counts) {
        long open = counts.stream().mapToLong(UnitCount::open).sum();
        long late = counts.stream().mapToLong(UnitCount::overDue).sum();
        return List.of(new Queue("rectification.work", "/desk/rectifications", open, late));
    }
}
