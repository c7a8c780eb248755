package io.huiyin.server.rectification;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/**
 * When a work order reaches its unit: all of a week together on the Monday after it, or the first working day after that Monday,
 * so that no order tells the day of its rating; and by when the unit must have rectified.
 */
@Component
class ReleaseDays {

    private final WorkingDays workingDays;
    private final LegalValues values;

    ReleaseDays(WorkingDays workingDays, LegalValues values) {
        this.workingDays = workingDays;
        this.values = values;
    }

    LocalDate batchAfter(LocalDate rated) {
        LocalDate monday = rated.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return workingDays.isWorkingDay(monday) ? monday : workingDays.plus(monday, 1);
    }

    LocalDate due(LocalDate released) {
        return workingDays.plus(released, values.value("rectification.ordinary", released));
    }

    /** Working days left until the due day; below zero: by how many it is over. */
    int left(LocalDate today, LocalDate due) {
        return today.isAfter(due) ? -workingDays.between(due, today) : workingDays.between(today, due);
    }
}
