package io.huiyin.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
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
    void hours_are_real_hours_at_night_on_days_off_over_a_leap_day_and_into_the_next_year() {
        for (String start : new String[] {
            "2024-02-28T15:59:59Z",
            "2024-02-29T15:30:00Z",
            "2025-12-31T15:00:00Z",
            "2026-10-01T18:00:00.000001Z",
            "2031-01-01T00:00:00Z"
        }) {
            Instant called = Instant.parse(start);
            assertThat(deadlines.dueAt("petition.hotline.life", called)).isEqualTo(called.plusSeconds(2 * 3600));
            assertThat(deadlines.dueAt("petition.hotline.utility", called)).isEqualTo(called.plusSeconds(24 * 3600));
        }
    }

    @Test
    void a_limit_in_days_lasts_to_the_end_of_its_day_and_the_more_pressing_always_ends_first() {
        for (Instant called = Instant.parse("2023-12-20T03:17:00Z");
                called.isBefore(Instant.parse("2024-03-10T00:00:00Z"));
                called = called.plusSeconds(5 * 3600 + 1)) {
            Instant last = called;
            for (String code : new String[] {
                "petition.hotline.life",
                "petition.hotline.utility",
                "petition.hotline.ordinary",
                "petition.hotline.hard"
            }) {
                Instant due = deadlines.dueAt(code, called);
                assertThat(due).as(code + " from " + called).isAfterOrEqualTo(last);
                last = due;
            }
            LocalDate day = deadlines.due("petition.hotline.hard", SqlTime.day(called));
            assertThat(SqlTime.day(last)).isEqualTo(day);
            assertThat(SqlTime.day(last.plusNanos(1_000))).isEqualTo(day.plusDays(1));
        }
    }

    @Test
    void steps_inside_the_limit_of_an_answer_come_one_after_the_other_and_before_its_last_day() {
        for (LocalDate day = LocalDate.of(2023, 12, 1);
                day.isBefore(LocalDate.of(2026, 10, 1));
                day = day.plusDays(1)) {
            LocalDate approve = deadlines.due("petition.step.approve", day);
            assertThat(approve)
                    .as("accepted on " + day)
                    .isAfter(deadlines.due("petition.step.draft", day))
                    .isBefore(deadlines.due("petition.answer", day));
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
