package io.huiyin.server.matter;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.matter.MatterDeskStore.Count;
import io.huiyin.server.matter.MatterDeskStore.Line;
import io.huiyin.server.matter.MatterDeskStore.Whole;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.Units;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 工作台上的办件: the intake and the supervision office see all, a unit sees its own; whom a matter is for is never shown. */
@Component
@Transactional(readOnly = true)
class MatterDesk {

    private static final int ROWS = 50;

    private final MatterDeskStore store;
    private final Units units;
    private final Clock clock;

    MatterDesk(MatterDeskStore store, Units units, Clock clock) {
        this.store = store;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A part of the list.
     *
     * @param units those that may be chosen; empty for somebody who sees only the own unit
     */
    record Shown(DeskFilter filter, List<Count> queues, List<Line> lines, Paging paging, List<Unit> units) {}

    Shown list(DeskFilter asked, int page, SignedIn by) {
        String own = ownUnit(by);
        DeskFilter filter = own == null ? asked : new DeskFilter(own, asked.state());
        LocalDate today = SqlTime.day(clock.instant());
        List<Count> queues = queues(store.counts(filter.unit(), today));
        String state = filter.state() == null ? "" : filter.state();
        long total = queues.stream()
                .filter(queue -> queue.state().equals(state))
                .mapToLong(Count::matters)
                .sum();
        Paging paging = Paging.of(page, ROWS, total);
        List<Line> lines = store.page(filter, today, paging.offset(), ROWS);
        return new Shown(filter, queues, lines, paging, own == null ? units.all() : List.of());
    }

    /**
     * @throws NotFound also for a matter of another unit: who may not see it may not learn that it exists
     */
    Whole open(UUID id, SignedIn by) {
        Whole matter = store.find(id, SqlTime.day(clock.instant())).orElseThrow(() -> new NotFound("matter"));
        String own = ownUnit(by);
        if (own != null && !own.equals(matter.unitCode())) throw new NotFound("matter");
        return matter;
    }

    private static @Nullable String ownUnit(SignedIn by) {
        return switch (by.role()) {
            case INTAKE, SUPERVISION -> null;
            case HANDLER, UNIT_HEAD -> {
                if (by.unit() == null) throw new Denied("matter.denied");
                yield by.unit();
            }
            default -> throw new Denied("matter.denied");
        };
    }

    /** All (the empty word), then each state in its order, also those with none. */
    private static List<Count> queues(List<Count> counted) {
        Map<String, Long> counts = counted.stream().collect(Collectors.toMap(Count::state, Count::matters));
        long all = counted.stream()
                .filter(count -> !List.of("overdue", "late").contains(count.state()))
                .mapToLong(Count::matters)
                .sum();
        return Stream.concat(
                        Stream.of(new Count("", all)),
                        DeskFilter.STATES.stream().map(state -> new Count(state, counts.getOrDefault(state, 0L))))
                .toList();
    }
}
