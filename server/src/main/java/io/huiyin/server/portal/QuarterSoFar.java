package io.huiyin.server.portal;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** This quarter until now, the same stretch of the quarter before, and the last twelve whole months. */
record QuarterSoFar(Instant now) {

    private static final int MONTHS = 12;

    OffsetDateTime begin() {
        return SqlTime.of(start());
    }

    OffsetDateTime end() {
        return SqlTime.of(now);
    }

    OffsetDateTime beginBefore() {
        return SqlTime.of(startBefore());
    }

    /** As far into the quarter before as now is into this one, but not beyond its end. */
    OffsetDateTime endBefore() {
        Instant same = startBefore().plus(Duration.between(start(), now));
        return SqlTime.of(same.isBefore(start()) ? same : start());
    }

    OffsetDateTime beginMonths() {
        return SqlTime.of(SqlTime.startOf(month().minusMonths(MONTHS)));
    }

    OffsetDateTime endMonths() {
        return SqlTime.of(SqlTime.startOf(month()));
    }

    private Instant start() {
        return SqlTime.startOf(quarter().first());
    }

    private Instant startBefore() {
        return SqlTime.startOf(quarter().previous().first());
    }

    private Quarter quarter() {
        return Quarter.of(SqlTime.day(now));
    }

    private LocalDate month() {
        return SqlTime.day(now).withDayOfMonth(1);
    }
}
