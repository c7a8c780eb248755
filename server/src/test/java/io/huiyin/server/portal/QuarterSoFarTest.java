package io.huiyin.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarterSoFarTest {

    /** 14 October 2026, 10:00 in China: the fourth quarter is 13 days and 10 hours old. */
    private final QuarterSoFar october = new QuarterSoFar(Instant.parse("2026-10-14T02:00:00Z"));

    @Test
    void a_quarter_begins_at_midnight_in_china() {
        assertThat(october.begin().toInstant()).isEqualTo("2026-09-30T16:00:00Z");
        assertThat(october.beginBefore().toInstant()).isEqualTo("2026-06-30T16:00:00Z");
    }

    @Test
    void the_quarter_before_is_counted_to_the_same_day_and_hour() {
        assertThat(october.endBefore().toInstant()).isEqualTo("2026-07-14T02:00:00Z");
    }

    @Test
    void a_longer_quarter_is_never_compared_with_more_than_the_whole_of_a_shorter_one() {
        // 30 June is day 91 of its quarter; January to March has 90
        QuarterSoFar june = new QuarterSoFar(Instant.parse("2026-06-30T12:00:00Z"));
        assertThat(june.endBefore().toInstant()).isEqualTo("2026-03-31T16:00:00Z");
    }

    @Test
    void months_are_whole() {
        assertThat(october.beginMonths().toInstant()).isEqualTo("2025-09-30T16:00:00Z");
        assertThat(october.endMonths().toInstant()).isEqualTo("2026-09-30T16:00:00Z");
    }
}
