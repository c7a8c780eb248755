package io.huiyin.server.rectification;

import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.access.Purpose;
import io.huiyin.server.identity.Opened;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.rating.PoorRatings;
import io.huiyin.server.rating.PoorRatings.PoorRating;
import io.huiyin.server.rating.PoorRatingsReplaced;
import io.huiyin.server.rectification.WorkOrderStore.New;
import io.huiyin.server.rectification.WorkOrderStore.Row;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 整改: every poorly rated matter becomes one work order of its unit. The unit sees the fault, not the matter or the day, unless
 * the rater ticked 'the unit may contact me'.
 */
@Component
public class Rectifications {

    static final int LONGEST_MEASURES = 2000;

    private final WorkOrderStore store;
    private final ReleaseDays days;
    private final IdentityReads identities;
    private final Clock clock;

    Rectifications(WorkOrderStore store, ReleaseDays days, IdentityReads identities, Clock clock) {
        this.store = store;
        this.days = days;
        this.identities = identities;
        this.clock = clock;
    }

    @EventListener
    void open(PoorRatings event) {
        store.open(event.all().stream().map(this::order).toList(), today());
    }

    @EventListener
    void replace(PoorRatingsReplaced event) {
        store.replace(event.matters(), today(), clock.instant());
    }

    private New order(PoorRating rating) {
        LocalDate rated = SqlTime.day(rating.ratedAt());
        LocalDate released = rating.mayContact() ? rated : days.batchAfter(rated);
        return new New(
                rating.matter(),
                rating.unit(),
                rating.level(),
                String.join(";", rating.reasons()),
                rating.mayContact(),
                released,
                days.due(released));
    }

    /** Some of the own unit's orders, and how many of what kind there are in all. */
    record Page(List<WorkOrder> orders, Paging paging, UnitCount count) {}

    @Transactional(readOnly = true)
    Page ofOwnUnit(SignedIn by, int page, int size) {
        String unit = unit(by);
        UnitCount count = store.count(unit, today());
        Paging paging = Paging.of(page, size, count.open());
        List<WorkOrder> orders = store.released(unit, today(), size, paging.offset()).stream()
                .map(this::shown)
                .toList();
        return new Page(orders, paging, count);
    }

    /** For supervision: numbers, no orders. */
    List<UnitCount> counts() {
        return store.counts(today());
    }

    WorkOrder find(UUID id, SignedIn by) {
        return shown(row(id, by));
    }

    /** @throws StaleRow when somebody else was faster, or the rater changed what is known */
    @Transactional
    Rectifying rectify(UUID id, long seen, String measures, SignedIn by) {
        String text = measures.replace("\0", "").replace("\r\n", "\n").strip();
        if (text.isEmpty()) return new Rectifying.NoMeasures();
        if (text.codePointCount(0, text.length()) > LONGEST_MEASURES) return new Rectifying.TooLong();
        row(id, by);
        if (!store.rectify(id, seen, text, clock.instant())) throw new StaleRow(id);
        return new Rectifying.Done();
    }

    /**
     * What a unit did about one of its orders, some time ago.
     *
     * @param at passed over when the order had not reached the unit by then
     */
    public record Past(UUID matter, String measures, Instant at) {}

    /** For the demo's loader. */
    @Transactional
    public void rectifyPast(List<Past> rectified) {
        store.rectifyPast(rectified);
    }

    /** How to reach the rater, who ticked that box: one more look at an identity, on the record. Absent: nothing is known. */
    @Transactional
    Optional<Opened> contact(UUID id, SignedIn by) {
        Row row = row(id, by);
        if (!row.mayContact()) throw new NotFound(id);
        if (by.official() != null
                && Arrays.asList(row.receivedBy(), row.decidedBy(), row.deliveredBy())
                        .contains(by.official())) throw new Denied("rectification.denied.rated");
        UUID person = row.person();
        return person == null
                ? Optional.empty()
                : Optional.of(identities.open(by, person, Purpose.RECTIFICATION, "work-order:" + id));
    }

    private Row row(UUID id, SignedIn by) {
        return store.released(id, unit(by), today()).orElseThrow(() -> new NotFound(id));
    }

    private WorkOrder shown(Row row) {
        return new WorkOrder(
                row.id(),
                row.level(),
                row.faults().isEmpty() ? List.of() : List.of(row.faults().split(";")),
                row.dueOn(),
                days.left(today(), row.dueOn()),
                row.version(),
                row.mayContact() ? row.matterNo() : null);
    }

    private static String unit(SignedIn by) {
        @Nullable String unit = by.unit();
        if (unit == null) throw new Denied("rectification.denied.unit");
        return unit;
    }

    private LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
