package io.huiyin.server.petition;

import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 时限: which clock runs after a move, until when, and whether it stands still. */
@Component
class PetitionClock {

    private static final String STOP = "stop";
    private static final String HOLD = "hold";
    private static final String GO_ON = "go-on";

    private final Deadlines deadlines;
    private final Routes routes;
    private final Clock clock;

    PetitionClock(Deadlines deadlines, Routes routes, Clock clock) {
        this.deadlines = deadlines;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * A petition's clock.
     *
     * @param code its legal value; null when none runs
     * @param pausedOn since when it stands still, on which ground; null: it runs
     */
    record Running(
            @Nullable String code,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate pausedOn,
            @Nullable String ground) {

        static final Running NONE = new Running(null, null, null, null);

        Running until(@Nullable LocalDate day) {
            return new Running(code, day, null, null);
        }
    }

    Running after(Transition transition, LifeRow petition, Wish wish, List<Claim> claims) {
        Running now = petition.running();
        return switch (transition.clock()) {
            case "" -> now;
            case STOP -> Running.NONE;
            case HOLD -> new Running(now.code(), now.dueOn(), today(), wish.ground());
            case GO_ON -> now.until(resumed(now));
            default -> started(transition, petition, claims);
        };
    }

    private @Nullable LocalDate resumed(Running now) {
        if (now.dueOn() == null || now.pausedOn() == null) return now.dueOn();
        return deadlines.later(now.dueOn(), ChronoUnit.DAYS.between(now.pausedOn(), today()));
    }

    /** An extension goes on from the day on which the limit ends, every other clock from today. */
    private Running started(Transition transition, LifeRow petition, List<Claim> claims) {
        if (transition.to() == Procedure.ANSWERED && !routes.reviewable(claims)) return Running.NONE;
        LocalDate before = petition.running().dueOn();
        LocalDate event = transition.move().equals("extend") && before != null ? before : today();
        return new Running(transition.clock(), deadlines.due(transition.clock(), event), null, null);
    }

    LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
