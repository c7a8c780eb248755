package io.huiyin.server.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** 工作日: the days on which offices work, by the yearly announcement of the State Council; Monday to Friday where there is none. */
@Component
@DependsOnDatabaseInitialization
public class WorkingDays {

    private final List<SpecialDay> special;
    private final Map<LocalDate, Boolean> off;

    WorkingDays(CalendarStore store) {
        special = store.specialDays();
        off = special.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, SpecialDay::isOff));
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !off.getOrDefault(day, weekend);
    }

    /** The n-th working day after a day; the day itself never counts. */
    public LocalDate plus(LocalDate day, int n) {
        if (n < 0) throw new IllegalArgumentException("days before a day are not counted: " + n);
        LocalDate reached = day;
        for (int left = n; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) left--;
        }
        return reached;
    }

    /** Working days after {@code from}, up to and including {@code to}; 0 when {@code to} is not after {@code from}. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Whether the days off of a year are known; New Year's Day is in every announcement. */
    public boolean announced(int year) {
        return off.getOrDefault(LocalDate.of(year, 1, 1), false);
    }

    /** The days of a year that differ from the week, in order. */
    public List<SpecialDay> ofYear(int year) {
        return special.stream().filter(one -> one.day().getYear() == year).toList();
    }
}
