package io.huiyin.server.demo;

import io.huiyin.server.calendar.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** When the demo county's last four quarters were frozen and called: after their ratings had closed, the newest sooner. */
final class CheckTimes {

    private static final int AFTER_RATINGS = 32;
    private static final int CALLING = 21;

    private final LocalDate today;

    CheckTimes(Wish wish) {
        this.today = wish.today();
    }

    /** The four that ended before the demo's day, oldest first. */
    List<Quarter> quarters() {
        Quarter newest = newest();
        return Stream.iterate(newest.previous().previous().previous(), Quarter::next)
                .limit(4)
                .toList();
    }

    Quarter newest() {
        return Quarter.of(today).previous();
    }

    /** In the newest quarter a third of the days that have passed are waited, so that there is time to call. */
    Instant frozen(Quarter quarter) {
        LocalDate next = quarter.next().first();
        long passed = ChronoUnit.DAYS.between(next, today);
        boolean soon = passed < AFTER_RATINGS + CALLING;
        return Wish.at(next.plusDays(soon ? passed / 3 : AFTER_RATINGS), 0);
    }

    Instant callsEnd(Quarter quarter) {
        Instant end = frozen(quarter).plus(CALLING, ChronoUnit.DAYS);
        Instant latest = Wish.at(today, 0);
        return end.isBefore(latest) ? end : latest;
    }

    /** Whether something said about a matter closed at one time was said too late for the frame it stands in. */
    boolean tooLate(Instant closed, Instant said) {
        if (!said.isBefore(Wish.at(today, 0))) return true;
        Quarter quarter = Quarter.of(Wish.day(closed));
        return quarter.equals(newest()) && !said.isBefore(frozen(quarter));
    }
}
