package io.huiyin.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class WorkingDaysTest {

    @Autowired
    WorkingDays days;

    @Autowired
    LegalValues values;

    @Test
    void the_national_day_week_is_off_and_the_moved_saturday_is_worked() {
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 8))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 11))).isFalse();
    }

    @Test
    void working_days_are_counted_after_the_first_day_and_with_the_last() {
        LocalDate before = LocalDate.of(2026, 9, 30);
        assertThat(days.between(before, LocalDate.of(2026, 10, 8))).isEqualTo(1);
        assertThat(days.between(before, LocalDate.of(2026, 10, 10))).isEqualTo(3);
        assertThat(days.between(before, before)).isZero();
        assertThat(days.between(before, before.minusDays(3))).isZero();
        assertThat(days.plus(before, 3)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(days.plus(before, 0)).isEqualTo(before);
    }

    @Test
    void a_year_that_is_not_announced_works_from_monday_to_friday() {
        assertThat(days.announced(2012)).isTrue();
        assertThat(days.announced(2026)).isTrue();
        assertThat(days.announced(2027)).isFalse();
        assertThat(days.announced(2011)).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
    }

    @Test
    void a_legal_value_is_the_newest_in_force() {
        assertThat(values.value("petition.answer", LocalDate.of(2026, 10, 14))).isEqualTo(60);
        assertThat(values.value("petition.answer", LocalDate.of(2001, 1, 1))).isEqualTo(60);
        assertThatThrownBy(() -> values.value("petition.never", LocalDate.of(2026, 10, 14)))
                .hasMessageContaining("petition.never");
    }
}
