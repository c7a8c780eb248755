package io.huiyin.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class DeadlinesTest {

    @Autowired
    Deadlines deadlines;

    @Autowired
    WorkingDays workingDays;

    @Test
    void the_day_of_the_event_does_not_count() {
        // Wednesday 14 October 2026 and fifteen days: Thursday 29 October
        assertThat(deadlines.due("petition.register", LocalDate.of(2026, 10, 14)))
                .isEqualTo("2026-10-29");
    }

    @Test
    void an_end_on_a_day_off_moves_to_the_next_working_day() {
        // 16 September 2026 and fifteen days is National Day, which lasts until Wednesday 7 October
        assertThat(deadlines.due("petition.register", LocalDate.of(2026, 9, 16)))
                .isEqualTo("2026-10-08");
        // 12 December 2025 and twenty days would be New Year's Day
        assertThat(deadlines.due("petition.register", LocalDate.of(2025, 12, 17)))
                .isEqualTo("2026-01-04");
    }

    @Test
    void a_worked_weekend_day_is_a_day_to_end_on() {
        LocalDate worked = LocalDate.of(2026, 10, 10);
        assertThat(workingDays.isWorkingDay(worked)).as("a worked Saturday").isTrue();
        assertThat(deadlines.due("petition.register", worked.minusDays(15))).isEqualTo(worked);
    }

    @Test
    void a_leap_day_is_a_day_like_others() {
        assertThat(deadlines.due("petition.review.ask", LocalDate.of(2024, 1, 30)))
                .isEqualTo("2024-02-29");
    }

    @Test
    void a_year_that_is_not_announced_counts_monday_to_friday() {
        assertThat(workingDays.announced(2031)).isFalse();
        // 1 May 2031 is a Thursday; nobody knows yet which days around it are off
        assertThat(deadlines.due("petition.objection", LocalDate.of(2031, 4, 30)))
                .isEqualTo("2031-05-07");
    }

    @Test
    void later_events_never_end_earlier_and_no_end_is_a_day_off() {
        for (String code : new String[] {"petition.register", "petition.answer", "petition.objection"}) {
            LocalDate before = LocalDate.MIN;
            for (LocalDate day = LocalDate.of(2023, 12, 1);
                    day.isBefore(LocalDate.of(2026, 12, 1));
                    day = day.plusDays(1)) {
                LocalDate due = deadlines.due(code, day);
                assertThat(due)
                        .as(code + " from " + day)
                        .isAfterOrEqualTo(before)
                        .isAfter(day);
                assertThat(workingDays.isWorkingDay(due))
                        .as(code + " from " + day)
                        .isTrue();
                before = due;
            }
        }
    }

    @Test
    void days_left_are_counted_both_ways() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        assertThat(deadlines.left(monday, monday)).isZero();
        assertThat(deadlines.left(monday, monday.plusDays(4))).isEqualTo(4);
        assertThat(deadlines.left(monday.plusDays(4), monday)).isEqualTo(-4);
    }
}
