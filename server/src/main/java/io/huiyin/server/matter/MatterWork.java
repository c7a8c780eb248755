package io.huiyin.server.matter;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.matter.MatterDeskStore.Count;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 办件待办: to a unit its own open matters; to the supervision office all that are past their promised day. */
@Component
@Order(30)
class MatterWork implements DeskWork {

    private final MatterDeskStore store;
    private final Clock clock;

    MatterWork(MatterDeskStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        return switch (by.role()) {
            case HANDLER, UNIT_HEAD -> by.unit() == null ? List.of() : open(counts(by.unit()));
            case SUPERVISION -> overdue(counts(null));
            case INTAKE -> List.of(Queue.place("matter.work", "/desk/matters"));
            default -> List.of();
        };
    }

    private List<Count> counts(@Nullable String unit) {
        return store.counts(unit, SqlTime.day(clock.instant()));
    }

    private static List<Queue> open(List<Count> counts) {
        return List.of(
                new Queue("matter.work.open", "/desk/matters?state=open", of("open", counts), of("overdue", counts)));
    }

    private static List<Queue> overdue(List<Count> counts) {
        long overdue = of("overdue", counts);
        return List.of(new Queue("matter.work.overdue", "/desk/matters?state=overdue", overdue, overdue));
    }

    private static long of(String state, List<Count> counts) {
        return counts.stream()
                .filter(count -> count.state().equals(state))
                .mapToLong(Count::matters)
                .sum();
    }
}
