package io.huiyin.server.supervision;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SteadinessStore {

    private final JdbcClient sql;

    SteadinessStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Staffing(UUID id, LocalDate month, int people, Instant at, UUID account) {}

    void insert(Staffing staffing) {
        sql.sql("""
                INSERT INTO supervision.staffing (id, month, people, entered_at, account_id)
                VALUES (:id, :month, :people, :at, :account)""")
                .param("id", staffing.id())
                .param("month", staffing.month())
                .param("people", staffing.people())
                .param("at", SqlTime.of(staffing.at()))
                .param("account", staffing.account())
                .update();
    }

    /** Both days included. Hours in which anybody found no leader do not count as held. */
    Steadiness.Span span(LocalDate first, LocalDate last) {
        return sql.sql("""
                SELECT (SELECT coalesce(sum(extract(epoch FROM h.ends_at - h.begins_at)) / 3600, 0)::float8
                          FROM supervision.reception_hour h
                         WHERE h.cancelled_on IS NULL AND h.begins_at >= :from AND h.ends_at < :until
                           AND NOT EXISTS (SELECT FROM supervision.slot s JOIN supervision.reception r ON r.slot_id = s.id
                                            WHERE s.hour_id = h.id AND r.state = 'NOT_HELD')) AS hours,
                       (SELECT avg(people)::float8
                          FROM (SELECT DISTINCT ON (month) people FROM supervision.staffing
                                 WHERE month BETWEEN :first AND :last ORDER BY month, entered_at DESC, id DESC) m) AS people,
                       (SELECT count(*) FROM supervision.act_seen
                         WHERE acted_on BETWEEN :first AND :last AND stands AND delegate = '') AS acts,
                       (SELECT count(*) FROM supervision.hard_case
                         WHERE listed_on <= :last AND (ended_on IS NULL OR ended_on >= :first)) AS cases""")
                .param("first", first)
                .param("last", last)
                .param("from", SqlTime.of(SqlTime.startOf(first)))
                .param("until", SqlTime.of(SqlTime.startOf(last.plusDays(1))))
                .query(Steadiness.Span.class)
                .single();
    }
}
