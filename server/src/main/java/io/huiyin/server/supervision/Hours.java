package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 接访时段: the intake office writes down when and where each leader is there, in the office or out in a village. */
@Component
@Transactional
class Hours {

    static final Set<String> KINDS = Set.of("OFFICE", "VILLAGE");
    static final int LONGEST_PLACE = 200;
    private static final Duration LONGEST = Duration.ofHours(10);

    private final HourStore store;
    private final ReceptionStore receptions;
    private final Leaders leaders;
    private final History history;
    private final Clock clock;

    Hours(HourStore store, ReceptionStore receptions, Leaders leaders, History history, Clock clock) {
        this.store = store;
        this.receptions = receptions;
        this.leaders = leaders;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Hours to be.
     *
     * @param minutes of one slot
     */
    record Wish(
            @Nullable UUID leader,
            String kind,
            String place,
            @Nullable LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            int minutes) {}

    Doing open(Wish wish, SignedIn by) {
        Optional<String> office = wish.leader() == null ? Optional.empty() : leaders.office(wish.leader());
        if (wish.leader() == null || office.isEmpty()) return Doing.refused("leader", "hour.leader");
        if (!KINDS.contains(wish.kind())) return Doing.refused("kind", "hour.kind");
        if (wish.place().isEmpty() || wish.place().length() > LONGEST_PLACE)
            return Doing.refused("place", "hour.place", LONGEST_PLACE);
        if (wish.day() == null) return Doing.refused("day", "hour.day");
        if (wish.from() == null) return Doing.refused("from", "hour.time");
        if (wish.to() == null) return Doing.refused("to", "hour.time");
        Instant begins = wish.day().atTime(wish.from()).atZone(SqlTime.CHINA).toInstant();
        Instant ends = wish.day().atTime(wish.to()).atZone(SqlTime.CHINA).toInstant();
        if (!begins.isAfter(clock.instant())) return Doing.refused("day", "hour.past");
        if (!ends.isAfter(begins) || Duration.between(begins, ends).compareTo(LONGEST) > 0)
            return Doing.refused("to", "hour.order");
        if (wish.minutes() < 5 || Duration.between(begins, ends).toMinutes() < wish.minutes())
            return Doing.refused("minutes", "hour.minutes");
        if (store.busy(wish.leader(), begins, ends)) return Doing.refused("from", "hour.busy");
        UUID id = Ids.next();
        store.insert(
                new HourStore.New(id, wish.leader(), office.get(), wish.kind(), wish.place(), begins, ends),
                wish.minutes());
        history.write(Step.of(Subject.RECEPTION, id, "opened", ""), by);
        return new Doing.Done(id);
    }

    /** The leader cannot be there: whoever booked is told so, and the hours do not count as held. */
    Doing cancel(UUID hour, String reason, SignedIn by) {
        if (reason.isEmpty()) return Doing.refused("reason", "reason");
        if (reason.length() > Typed.LONGEST) return Doing.refused("reason", "long", Typed.LONGEST);
        if (!receptions.cancelHour(hour, SqlTime.day(clock.instant()))) throw new NotFound("hour");
        history.write(Step.of(Subject.RECEPTION, hour, "fell-away", reason), by);
        for (UUID reception : receptions.notHeld(hour, clock.instant()))
            history.write(Step.of(Subject.RECEPTION, reception, "not-held", reason), by);
        return new Doing.Done(hour);
    }

    /** The next weeks' hours, for whoever writes them down. */
    @Transactional(readOnly = true)
    List<ReceptionHour> coming() {
        Instant now = clock.instant();
        return store.between(now, now.plus(Duration.ofDays(56)), now);
    }

    /** A week from Monday on. */
    @Transactional(readOnly = true)
    List<ReceptionHour> week(LocalDate monday) {
        return store.between(SqlTime.startOf(monday), SqlTime.startOf(monday.plusDays(7)), clock.instant());
    }
}
