package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 时限: finds what has come to its day. The day stands in the row, so nothing is lost while the server is down. */
@Component
class Clocks {

    private static final int BATCH = 500;

    private final LifeStore store;
    private final Life life;
    private final Reminders reminders;
    private final HarmSample harm;
    private final Hotline hotline;
    private final InternalSteps steps;
    private final Clock clock;
    private final boolean on;

    Clocks(
            LifeStore store,
            Life life,
            Reminders reminders,
            HarmSample harm,
            Hotline hotline,
            InternalSteps steps,
            Clock clock,
            @Value("${huiyin.sweep}") boolean on) {
        this.store = store;
        this.life = life;
        this.reminders = reminders;
        this.harm = harm;
        this.hotline = hotline;
        this.steps = steps;
        this.clock = clock;
        this.on = on;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
    void run() {
        if (on) sweep();
    }

    /** Ends the time to ask for a review where it is over, and marks what is overdue. */
    void sweep() {
        LocalDate today = SqlTime.day(clock.instant());
        int moved;
        do {
            moved = 0;
            for (UUID petition : store.lapsed(today, BATCH)) if (lapse(petition)) moved++;
        } while (moved == BATCH);
        store.escalate(today);
        reminders.sweep(today);
        harm.commitAhead();
        repeat(hotline::sweep);
        repeat(steps::sweep);
    }

    /** A batch is one transaction; the last finds nothing. */
    private static void repeat(IntSupplier batch) {
        while (batch.getAsInt() > 0) {}
    }

    private boolean lapse(UUID petition) {
        return store.find(petition)
                .map(row -> life.move(petition, Wish.of("lapse", row.version(), ""), Actor.CLOCK))
                .filter(Moving.Moved.class::isInstance)
                .isPresent();
    }
}
