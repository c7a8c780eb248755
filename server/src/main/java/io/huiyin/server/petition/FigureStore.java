package io.huiyin.server.petition;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FigureStore {

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What became of the petitions that came in one month, to one unit or to all; both axes side by side.
     *
     * @param month as 2026-04
     * @param inTime of those answered, until the day that stood when they were answered
     * @param wrongNumber whose telephone number is not theirs
     * @param asked who said how it ended, or whom somebody tried to reach in vain
     * @param answered now answered, and neither in review nor ended
     */
    record Month(
            String unit,
            String month,
            long received,
            long replied,
            long inTime,
            long answered,
            long inReview,
            long terminated,
            long notAccepted,
            long withdrawn,
            long solved,
            long partly,
            long notSolved,
            long unreachable,
            long wrongNumber,
            long asked) {

        /** Petitioners who have said how it ended. */
        long said() {
            return solved + partly + notSolved;
        }

        /** Of two months, or more, together. */
        Month and(Month other) {
            return new Month(
                    unit,
                    "",
                    received + other.received,
                    replied + other.replied,
                    inTime + other.inTime,
                    answered + other.answered,
                    inReview + other.inReview,
                    terminated + other.terminated,
                    notAccepted + other.notAccepted,
                    withdrawn + other.withdrawn,
                    solved + other.solved,
                    partly + other.partly,
                    notSolved + other.notSolved,
                    unreachable + other.unreachable,
                    wrongNumber + other.wrongNumber,
                    asked + other.asked);
        }
    }

    /** By the month of receipt, the newest first; of one unit, of each unit, or of the county as a whole. */
    List<Month> months(@Nullable String unit, boolean each, LocalDate from, int limit) {
        return sql.sql("""
                SELECT %s AS unit, to_char(received_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, count(*) AS received,
                       count(*) FILTER (WHERE answered_on IS NOT NULL OR reply = 'answered') AS replied,
                       count(*) FILTER (WHERE answered_on <= answer_due_on
                                           OR reply = 'answered' AND answered_on_calendar_days <= :limit) AS in_time,
                       count(*) FILTER (WHERE procedure IN ('ANSWERED', 'REVIEW_NOT_ASKED')
                                           OR procedure = 'ELSEWHERE' AND reply = 'answered') AS answered,
                       count(*) FILTER (WHERE procedure IN ('IN_REVIEW', 'REVIEWED', 'IN_REREVIEW')) AS in_review,
                       count(*) FILTER (WHERE procedure = 'TERMINATED') AS terminated,
                       count(*) FILTER (WHERE procedure = 'NOT_ACCEPTED') AS not_accepted,
                       count(*) FILTER (WHERE procedure = 'WITHDRAWN') AS withdrawn,
                       count(*) FILTER (WHERE outcome = 'SOLVED') AS solved,
                       count(*) FILTER (WHERE outcome = 'PARTLY') AS partly,
                       count(*) FILTER (WHERE outcome = 'NOT_SOLVED') AS not_solved,
                       count(*) FILTER (WHERE outcome = 'UNREACHABLE') AS unreachable,
                       count(*) FILTER (WHERE w.petition_id IS NOT NULL) AS wrong_number,
                       count(*) FILTER (WHERE outcome <> 'NOT_ASKED' OR w.petition_id IS NOT NULL) AS asked
                  FROM petition.petition p
                  LEFT JOIN (SELECT DISTINCT s.petition_id FROM petition.try t JOIN petition.signatory s ON s.id = t.signatory_id
                              WHERE t.wrong_number) w ON w.petition_id = p.id
                 WHERE received_at >= (:from::date)::timestamp AT TIME ZONE 'Asia/Shanghai' %s
                 GROUP BY 1, 2 ORDER BY 1, 2 DESC""".formatted(
                                each ? "unit_code" : "''",
                                each ? "AND unit_code IS NOT NULL" : unit == null ? "" : "AND unit_code = :unit"))
                .param("unit", unit, Types.VARCHAR)
                .param("from", from)
                .param("limit", limit)
                .query(Month.class)
                .list();
    }

    /** How old what is not ended is: up to 30, 60 and 90 calendar days, and older. */
    record Ages(long month, long two, long three, long older) {}

    Ages ages(@Nullable String unit, LocalDate today) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE age <= 30) AS month, count(*) FILTER (WHERE age BETWEEN 31 AND 60) AS two,
                       count(*) FILTER (WHERE age BETWEEN 61 AND 90) AS three, count(*) FILTER (WHERE age > 90) AS older
                  FROM (SELECT :today::date - (received_at AT TIME ZONE 'Asia/Shanghai')::date AS age FROM petition.petition
                         WHERE (procedure IN ('RECEIVED', 'TRANSFERRED', 'ASSIGNED', 'OBJECTED', 'ACCEPTED', 'IN_HAND')
                                OR procedure = 'ELSEWHERE' AND reply IN ('none', 'acknowledged')) %s) open""".formatted(unit == null ? "" : "AND unit_code = :unit"))
                .param("unit", unit, Types.VARCHAR)
                .param("today", today)
                .query(Ages.class)
                .single();
    }

    /** Of those asked whether anything bad happened because they spoke: how many were asked, how many said yes. */
    record Harm(long asked, long harmed) {}

    Harm harm() {
        return sql.sql("SELECT count(*) AS asked, count(*) FILTER (WHERE harmed) AS harmed FROM petition.harm_answer")
                .query(Harm.class)
                .single();
    }

    /** Of those whom outsiders spoke to: how many, and how many were asked, paid or pressed by anybody. */
    record Pressed(long asked, long pressed) {}

    Pressed pressed(@Nullable String unit, LocalDate from) {
        return sql.sql("""
                SELECT count(*) AS asked, count(*) FILTER (WHERE v.pressed) AS pressed
                  FROM petition.verdict v
                  JOIN petition.signatory s ON s.id = v.signatory_id
                  JOIN petition.petition p ON p.id = s.petition_id
                 WHERE v.source = 'CALL' AND v.said_at >= (:from::date)::timestamp AT TIME ZONE 'Asia/Shanghai' %s""".formatted(unit == null ? "" : "AND p.unit_code = :unit"))
                .param("unit", unit, Types.VARCHAR)
                .param("from", from)
                .query(Pressed.class)
                .single();
    }
}
