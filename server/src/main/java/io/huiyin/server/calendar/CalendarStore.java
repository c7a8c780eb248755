package io.huiyin.server.calendar;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {

    private final JdbcClient sql;

    CalendarStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<SpecialDay> specialDays() {
        return sql.sql("SELECT day, name, is_off FROM calendar.day ORDER BY day")
                .query(SpecialDay.class)
                .list();
    }

    List<LegalValue> legalValues() {
        return sql.sql("""
                SELECT code, valid_from, value, unit, starts, source FROM calendar.legal_value
                 ORDER BY code, valid_from DESC""").query(LegalValue.class).list();
    }
}
