package io.huiyin.server.supervision;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StockStore {

    private final JdbcClient sql;

    StockStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A case is open on a day when what its steps did to the stock by then adds up to one. */
    List<Stock.Day> course(LocalDate[] days) {
        return sql.sql("""
                WITH span AS (
                    SELECT subject_id, taken_on, sum(stock) OVER (PARTITION BY subject_id ORDER BY taken_on, id) AS open,
                           lead(taken_on) OVER (PARTITION BY subject_id ORDER BY taken_on, id) AS until
                      FROM supervision.step WHERE subject = 'CASE' AND stock <> 0)
                SELECT d.day, count(c.id) AS open, coalesce(avg(d.day - c.received_on), 0)::float8 AS age
                  FROM unnest(:days::date[]) AS d (day)
                  LEFT JOIN span s ON s.open = 1 AND s.taken_on <= d.day AND (s.until IS NULL OR s.until > d.day)
                  LEFT JOIN supervision.hard_case c ON c.id = s.subject_id
                 GROUP BY d.day ORDER BY d.day""")
                .param("days", Arrays.stream(days).map(Date::valueOf).toArray(Date[]::new))
                .query(Stock.Day.class)
                .list();
    }
}
