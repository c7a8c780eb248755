package io.huiyin.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparkTest {

    @Test
    void two_months_are_no_course_and_neither_are_noughts() {
        assertThat(Spark.worthwhile(List.of(5L, 6L))).isFalse();
        assertThat(Spark.worthwhile(List.of(0L, 0L, 0L))).isFalse();
        assertThat(Spark.worthwhile(List.of(5L, 6L, 4L))).isTrue();
    }

    @Test
    void a_line_starts_at_nought_and_stays_inside_its_field() {
        Spark spark = Spark.of(List.of(100L, 0L, 50L));
        assertThat(spark.path()).isEqualTo("M4.0 4.0L56.0 36.0L108.0 20.0");
        assertThat(spark.endX()).isEqualTo(108);
        assertThat(spark.endY()).isEqualTo(20);
    }
}
