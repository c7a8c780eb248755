package io.huiyin.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void has_its_first_and_last_day() {
        assertThat(Quarter.parse("2024Q1").first()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(Quarter.parse("2024Q4").last()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(Quarter.of(LocalDate.of(2026, 9, 30))).hasToString("2026Q3");
    }

    @Test
    void follows_another_across_the_year() {
        assertThat(Quarter.parse("2025Q4").next()).hasToString("2026Q1");
        assertThat(Quarter.parse("2026Q1").previous()).hasToString("2025Q4");
        assertThat(Quarter.parse("2025Q4")).isLessThan(Quarter.parse("2026Q1"));
    }

    @Test
    void refuses_what_is_not_a_quarter() {
        for (String wrong : new String[] {"2026Q5", "2026q1", "26Q1", "2026Q1 ", ""})
            assertThatThrownBy(() -> Quarter.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
