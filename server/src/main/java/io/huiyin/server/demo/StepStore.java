package io.huiyin.server.demo;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoOnly
class StepStore {

    private final JdbcClient sql;

    StepStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isBegun() {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM demo.county)")
                .query(Boolean.class)
                .single();
    }

    /** Whether a county is here already: its units, or its matters. */
    boolean holdsUnitsOrMatters() {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM organization.shared_unit)
                    OR EXISTS (SELECT 1 FROM matter.shared_matter)""").query(Boolean.class).single();
    }

    void begin(Wish wish, Instant now) {
        sql.sql("""
                INSERT INTO demo.county (seed, today, scale, started_at) VALUES (:seed, :today, :scale, :now)
                ON CONFLICT DO NOTHING""")
                .param("seed", wish.seed())
                .param("today", wish.today())
                .param("scale", wish.scale())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** The wish as stored: a half-loaded county is finished as it was begun. */
    Wish begun(Wish wish) {
        return sql.sql("SELECT seed, today, scale FROM demo.county")
                .query((row, n) -> new Wish(
                        row.getLong("seed"),
                        row.getObject("today", LocalDate.class),
                        row.getDouble("scale"),
                        wish.worked()))
                .single();
    }

    Set<String> done() {
        return sql.sql("SELECT name FROM demo.step").query(String.class).set();
    }

    void insert(String step, Instant now) {
        sql.sql("INSERT INTO demo.step (name, done_at) VALUES (:name, :now)")
                .param("name", step)
                .param("now", SqlTime.of(now))
                .update();
    }
}
