package io.huiyin.server.supervision;

import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 存量: how many hard cases were open at the end of each of the last thirteen months, and how old they were. */
@Component
@Transactional(readOnly = true)
class Stock {

    private static final int MONTHS = 13;

    private final StockStore store;
    private final Clock clock;

    Stock(StockStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One day of the course.
     *
     * @param age mean calendar days since receipt of those open; 0 when none is
     */
    record Day(LocalDate day, long open, double age) {}

    /** The last is today. */
    List<Day> course() {
        LocalDate today = SqlTime.day(clock.instant());
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1L);
        LocalDate[] days = new LocalDate[MONTHS];
        for (int i = 0; i < MONTHS; i++) days[i] = first.plusMonths(i).atEndOfMonth();
        days[MONTHS - 1] = today;
        return store.course(days);
    }
}
