package io.huiyin.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class RecordRowsTest {

    @Autowired
    JdbcClient sql;

    enum Colour {
        RED
    }

    record Everything(
            String someWords,
            int number,
            long large,
            boolean yes,
            @Nullable Integer none,
            @Nullable Colour colour,
            UUID id,
            Instant happenedAt,
            @Nullable LocalDate dueOn,
            byte[] bytes,
            BigDecimal exact) {}

    record Small(int number) {}

    record OfColour(Colour colour) {}

    @Test
    void a_component_is_read_from_the_column_of_its_name() {
        Everything row = sql.sql("""
                SELECT 0.50::numeric AS exact, 'x' AS some_words, 7 AS number, 8::bigint AS large, true AS yes, NULL::int AS none,
                       'RED' AS colour, '00000000-0000-0000-0000-000000000001'::uuid AS id,
                       '2026-03-01 00:00:00+08'::timestamptz AS happened_at, '2026-03-02'::date AS due_on, '\\x01'::bytea AS bytes""").query(Everything.class).single();
        assertThat(row)
                .usingRecursiveComparison()
                .isEqualTo(new Everything(
                        "x",
                        7,
                        8,
                        true,
                        null,
                        Colour.RED,
                        new UUID(0, 1),
                        Instant.parse("2026-02-28T16:00:00Z"),
                        LocalDate.of(2026, 3, 2),
                        new byte[] {1},
                        new BigDecimal("0.50")));
    }

    @Test
    void a_row_for_each() {
        assertThat(sql.sql("SELECT number FROM generate_series(1, 3) number")
                        .query(Small.class)
                        .list())
                .containsExactly(new Small(1), new Small(2), new Small(3));
    }

    @Test
    void a_statement_that_leaves_something_out_is_a_fault_that_says_what() {
        assertThatThrownBy(() -> sql.sql("SELECT 1 AS other").query(Small.class).list())
                .isInstanceOf(DataRetrievalFailureException.class)
                .hasMessageContaining("no column for number");
        assertThatThrownBy(() ->
                        sql.sql("SELECT NULL::int AS number").query(Small.class).list())
                .isInstanceOf(DataRetrievalFailureException.class)
                .hasMessageContaining("empty cell for number");
        assertThatThrownBy(() ->
                        sql.sql("SELECT 'BLUE' AS colour").query(OfColour.class).list())
                .isInstanceOf(DataRetrievalFailureException.class)
                .hasMessageContaining("no BLUE");
    }
}
