package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void keeps_what_cancels() {
        assertThat(ExactSum.of(1e100, 1, -1e100)).isEqualTo(1);
        assertThat(ExactSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(ExactSum.of()).isZero();
        assertThat(ExactSum.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))
                .isEqualTo(1);
    }

    @Test
    void is_the_exact_sum_rounded_once_in_any_order() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            double[] terms = new double[50];
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = 0; i < terms.length; i++) {
                terms[i] = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(120) - 60);
                exact = exact.add(new BigDecimal(terms[i]));
            }
            assertThat(ExactSum.of(terms)).isEqualTo(exact.doubleValue());
            double swapped = terms[3];
            terms[3] = terms[40];
            terms[40] = swapped;
            assertThat(ExactSum.of(terms)).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void halves_of_the_last_place_go_where_the_rest_points() {
        double half = Math.ulp(1.0) / 2;
        assertThat(ExactSum.of(1, half)).isEqualTo(1);
        assertThat(ExactSum.of(1, half, 1e-300)).isEqualTo(1 + 2 * half);
        assertThat(ExactSum.of(1, half, -1e-300)).isEqualTo(1);
        assertThat(ExactSum.of(1 + 2 * half, half, -1e-300)).isEqualTo(1 + 2 * half);
        assertThat(ExactSum.of(-1, -half, -1e-300)).isEqualTo(-1 - 2 * half);
        assertThat(ExactSum.of(1 + 2 * half, half)).isEqualTo(1 + 4 * half);
    }

    @Test
    void refuses_what_is_not_finite() {
        assertThatThrownBy(() -> ExactSum.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
