package io.huiyin.server.petition;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InternalStepStore {

    private final JdbcClient sql;

    InternalStepStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param clock the value of its limit, counted from acceptance */
    record Kind(String code, String clock) {}

    List<Kind> kinds() {
        return sql.sql("SELECT code, clock FROM petition.internal_step ORDER BY place")
                .query(Kind.class)
                .list();
    }

    /** Also anew, when an answer was quashed or did not hold. */
    void start(UUID petition, List<String> steps, List<LocalDate> days) {
        sql.sql("""
                INSERT INTO petition.step_due (petition_id, step, due_on)
                SELECT :petition, step, day FROM unnest(:steps::text[], :days::date[]) AS t (step, day)
                ON CONFLICT (petition_id, step) DO UPDATE SET due_on = EXCLUDED.due_on, done_on = NULL, told_on = NULL""")
                .param("petition", petition)
                .param("steps", steps.toArray(String[]::new))
                .param("days", days.stream().map(Date::valueOf).toArray(Date[]::new))
                .update();
    }

    void shift(UUID petition, long days) {
        sql.sql("""
                UPDATE petition.step_due SET due_on = due_on + :days, told_on = NULL
                 WHERE petition_id = :petition AND done_on IS NULL""")
                .param("petition", petition)
                .param("days", Math.toIntExact(days))
                .update();
    }

    void done(UUID petition, String step, LocalDate today) {
        sql.sql("""
                UPDATE petition.step_due SET done_on = :today
                 WHERE petition_id = :petition AND step = :step AND done_on IS NULL""")
                .param("petition", petition)
                .param("step", step)
                .param("today", today)
                .update();
    }

    List<InternalStep> of(UUID petition) {
        return sql.sql("""
                SELECT s.code, s.name_zh, s.name_en, d.due_on, d.done_on
                  FROM petition.step_due d JOIN petition.internal_step s ON s.code = d.step
                 WHERE d.petition_id = :petition ORDER BY s.place""")
                .param("petition", petition)
                .query(InternalStep.class)
                .list();
    }

    /** Marks those whose day is over while the petition is in hand and its clock runs. */
    List<UUID> late(LocalDate today, int most) {
        return sql.sql("""
                UPDATE petition.step_due u SET told_on = :today
                  FROM (SELECT d.petition_id, d.step
                          FROM petition.step_due d JOIN petition.petition p ON p.id = d.petition_id
                         WHERE d.due_on < :today AND d.done_on IS NULL AND d.told_on IS NULL
                           AND p.procedure IN ('ACCEPTED', 'IN_HAND') AND p.paused_on IS NULL
                         ORDER BY d.due_on LIMIT :most FOR UPDATE OF d SKIP LOCKED) late
                 WHERE u.petition_id = late.petition_id AND u.step = late.step
                RETURNING u.petition_id""")
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
