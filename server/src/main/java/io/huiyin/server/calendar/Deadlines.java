package io.huiyin.server.calendar;

import io.huiyin.server.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * 期限: until which day something must be done. Whether the day of the event counts and whether an end on a day off moves are
 * values set by law themselves ({@code deadline.…}).
 */
@Component
public class Deadlines {

    private static final String FIRST = "deadline.first.day";
    private static final String MOVES = "deadline.day.off.moves";
    private static final String HOURS = "hours";
    private static final String WORKING_DAYS = "working days";

    private final LegalValues values;
    private final WorkingDays workingDays;

    Deadlines(LegalValues values, WorkingDays workingDays) {
        this.values = values;
        this.workingDays = workingDays;
    }

    /**
     * The last day of a limit.
     *
     * @param code the limit's legal value, in calendar or working days
     * @param event the day on which the clock's event happened
     * @throws IllegalArgumentException for a code that the calendar does not have
     */
    public LocalDate due(String code, LocalDate event) {
        LegalValue limit = values.inForce(code, event);
        LocalDate eve = event.plusDays(values.value(FIRST, event) - 1L);
        if (limit.unit().equals(WORKING_DAYS)) return workingDays.plus(eve, limit.value());
        LocalDate end = eve.plusDays(limit.value());
        return values.value(MOVES, event) == 0 || workingDays.isWorkingDay(end) ? end : workingDays.plus(end, 1);
    }

    /**
     * The last instant of a limit that may be in hours. Hours are real ones, at night and on days off too; a limit in days lasts until
     * the last microsecond of its last day, so that it is shown as that day.
     *
     * @param event when the clock's event happened
     * @throws IllegalArgumentException for a code that the calendar does not have
     */
    public Instant dueAt(String code, Instant event) {
        LegalValue limit = values.inForce(code, SqlTime.day(event));
        return limit.unit().equals(HOURS)
                ? event.plus(Duration.ofHours(limit.value()))
                : SqlTime.startOf(due(code, SqlTime.day(event)).plusDays(1)).minus(1, ChronoUnit.MICROS);
    }

    /** A due day moved on by the calendar days for which its clock stood still; an end on a day off moves as every end does. */
    public LocalDate later(LocalDate due, long days) {
        LocalDate end = due.plusDays(days);
        return values.value(MOVES, due) == 0 || workingDays.isWorkingDay(end) ? end : workingDays.plus(end, 1);
    }

    /** Working days left until a due day, today not counted; below zero: by how many it is over. */
    public int left(LocalDate today, LocalDate due) {
        return today.isAfter(due) ? -workingDays.between(due, today) : workingDays.between(today, due);
    }
}
