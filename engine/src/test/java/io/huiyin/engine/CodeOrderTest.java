package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeOrderTest {

    @Test
    void numbers_come_first_and_sort_as_numbers() {
        assertThat(List.of("b", "10", "9", "09", "A", "2", "1000000000000000000000", "单位", "1a").stream()
                        .sorted(CodeOrder.COMPARATOR))
                .containsExactly("2", "9", "09", "10", "1000000000000000000000", "1a", "A", "b", "单位");
    }
}
