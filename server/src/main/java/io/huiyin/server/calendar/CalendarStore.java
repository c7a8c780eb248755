package io.huiyin.server.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {

    private final JdbcClient sql;

    CalendarStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A day that differs from the week. */
    record SpecialDay(LocalDate day, boolean isOff) {}

    /** What law or custom sets, from a day on. */
    record Value(String code, LocalDate validFrom, int value) {}

    List<SpecialDay> specialDays() {
        return sql.sql("SELECT day, is_off FROM calendar.day")
                .query(SpecialDay.class)
                .list();
    }

    List<Value> values() {
        return sql.sql("SELECT code, valid_from, value FROM calendar.legal_value")
                .query(Value.class)
                .list();
    }
}
