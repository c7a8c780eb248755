package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void an_empty_list_has_one_empty_part() {
        Paging none = Paging.of(1, 50, 0);
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.first()).isZero();
        assertThat(none.last()).isZero();
    }

    @Test
    void what_is_asked_for_beyond_the_list_is_its_end() {
        assertThat(Paging.of(-3, 50, 120).number()).isEqualTo(1);
        assertThat(Paging.of(99, 50, 120).number()).isEqualTo(3);
    }

    @Test
    void the_last_part_may_be_short() {
        Paging last = Paging.of(3, 50, 120);
        assertThat(last.offset()).isEqualTo(100);
        assertThat(last.first()).isEqualTo(101);
        assertThat(last.last()).isEqualTo(120);
    }

    @Test
    void a_million_rows_are_fine() {
        Paging end = Paging.of(Integer.MAX_VALUE, 1, 1_000_000);
        assertThat(end.number()).isEqualTo(1_000_000);
        assertThat(end.offset()).isEqualTo(999_999);
    }
}
