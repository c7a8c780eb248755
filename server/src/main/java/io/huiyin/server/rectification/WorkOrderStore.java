package io.huiyin.server.rectification;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkOrderStore {

    private final JdbcClient sql;

    WorkOrderStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An order to be, as the counting rating of its matter says. */
    record New(
            UUID matter,
            String unit,
            int level,
            String faults,
            boolean mayContact,
            LocalDate releasedOn,
            LocalDate dueOn) {}

    /**
     * Opens orders, one a matter. What a unit has seen stays as it is but for the contact, which the rater may allow and take back;
     * before that the last rating says what the order holds. A rectified order stays rectified.
     */
    void open(List<New> orders, LocalDate today) {
        sql.sql("""
                INSERT INTO rectification.work_order AS o
                       (id, matter_id, unit_code, level, faults, may_contact, released_on, due_on, state)
                SELECT gen_random_uuid(), matter_id, unit_code, level, string_to_array(faults, ';'), may_contact,
                       released_on, due_on, 'OPEN'
                  FROM unnest(:matters::uuid[], :units::text[], :levels::int[], :faults::text[], :contact::bool[],
                       :released::date[], :due::date[])
                       AS t (matter_id, unit_code, level, faults, may_contact, released_on, due_on)
                ON CONFLICT (matter_id) DO UPDATE SET
                       level       = CASE WHEN o.state = 'OPEN' AND o.released_on <= :today THEN o.level ELSE excluded.level END,
                       faults      = CASE WHEN o.state = 'OPEN' AND o.released_on <= :today THEN o.faults ELSE excluded.faults END,
                       may_contact = excluded.may_contact,
                       released_on = CASE WHEN o.state = 'OPEN' THEN least(o.released_on, excluded.released_on)
                                          ELSE excluded.released_on END,
                       due_on      = CASE WHEN o.state = 'OPEN' THEN least(o.due_on, excluded.due_on) ELSE excluded.due_on END,
                       state       = 'OPEN',
                       ended_at    = NULL,
                       version     = o.version + 1
                 WHERE o.state <> 'RECTIFIED'""")
                .param("matters", orders.stream().map(New::matter).toArray(UUID[]::new))
                .param("units", orders.stream().map(New::unit).toArray(String[]::new))
                .param("levels", orders.stream().map(New::level).toArray(Integer[]::new))
                .param("faults", orders.stream().map(New::faults).toArray(String[]::new))
                .param("contact", orders.stream().map(New::mayContact).toArray(Boolean[]::new))
                .param("released", days(orders.stream().map(New::releasedOn).toList()))
                .param("due", days(orders.stream().map(New::dueOn).toList()))
                .param("today", today)
                .update();
    }

    /** Orders that no unit has seen yet end when their matter is rated anew and not poorly. */
    void replace(List<UUID> matters, LocalDate today, Instant now) {
        sql.sql("""
                UPDATE rectification.work_order
                   SET state = 'REPLACED', ended_at = :now, version = version + 1
                 WHERE matter_id = ANY (:matters) AND state = 'OPEN' AND released_on > :today""")
                .param("matters", matters.toArray(UUID[]::new))
                .param("today", today)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** One order that has reached its unit. */
    record Row(
            UUID id,
            int level,
            String faults,
            LocalDate dueOn,
            long version,
            boolean mayContact,
            String matterNo,
            @Nullable UUID person,
            @Nullable String receivedBy,
            @Nullable String decidedBy,
            @Nullable String deliveredBy) {}

    private static final String RELEASED = """
            SELECT o.id, o.level, array_to_string(o.faults, ';') AS faults, o.due_on, o.version, o.may_contact,
                   m.matter_no, m.person_id AS person, m.received_by, m.decided_by, m.delivered_by
              FROM rectification.work_order o
              JOIN matter.shared_matter m ON m.id = o.matter_id
             WHERE o.unit_code = :unit AND o.state = 'OPEN' AND o.released_on <= :today
            """;

    /** By fault; ids are random, so that nothing of the order in which the ratings came is left. */
    List<Row> released(String unit, LocalDate today, int limit, long offset) {
        return sql.sql(RELEASED + " ORDER BY o.faults, o.level, o.due_on, o.id LIMIT :limit OFFSET :offset")
                .param("unit", unit)
                .param("today", today)
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list();
    }

    Optional<Row> released(UUID id, String unit, LocalDate today) {
        return sql.sql(RELEASED + " AND o.id = :id")
                .param("unit", unit)
                .param("today", today)
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    void rectifyPast(List<Rectifications.Past> rectified) {
        sql.sql("""
                UPDATE rectification.work_order o
                   SET state = 'RECTIFIED', measures = t.measures, ended_at = t.ended_at, version = version + 1
                  FROM unnest(:matters::uuid[], :measures::text[], :times::timestamptz[]) AS t (matter_id, measures, ended_at)
                 WHERE o.matter_id = t.matter_id AND o.state = 'OPEN'
                   AND o.released_on <= (t.ended_at AT TIME ZONE 'Asia/Shanghai')::date""")
                .param(
                        "matters",
                        rectified.stream().map(Rectifications.Past::matter).toArray(UUID[]::new))
                .param(
                        "measures",
                        rectified.stream().map(Rectifications.Past::measures).toArray(String[]::new))
                .param(
                        "times",
                        rectified.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .update();
    }

    boolean rectify(UUID id, long seen, String measures, Instant now) {
        return sql.sql("""
                        UPDATE rectification.work_order
                           SET state = 'RECTIFIED', measures = :measures, ended_at = :now, version = version + 1
                         WHERE id = :id AND version = :seen AND state = 'OPEN'""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("measures", measures)
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    List<UnitCount> counts(LocalDate today) {
        return sql.sql(COUNTS + " GROUP BY o.unit_code, u.name ORDER BY over_due DESC, u.name")
                .param("today", today)
                .query(UnitCount.class)
                .list();
    }

    UnitCount count(String unit, LocalDate today) {
        return sql.sql(COUNTS + " AND o.unit_code = :unit GROUP BY o.unit_code, u.name")
                .param("today", today)
                .param("unit", unit)
                .query(UnitCount.class)
                .optional()
                .orElse(new UnitCount("", 0, 0, 0, 0, 0));
    }

    private static final String COUNTS = """
            SELECT u.name AS unit_name, count(*) AS orders,
                   count(*) FILTER (WHERE o.state = 'OPEN') AS open,
                   count(*) FILTER (WHERE o.state = 'OPEN' AND o.due_on < :today) AS over_due,
                   count(*) FILTER (WHERE o.state = 'RECTIFIED') AS rectified,
                   count(*) FILTER (WHERE o.state = 'RECTIFIED'
                                      AND (o.ended_at AT TIME ZONE 'Asia/Shanghai')::date <= o.due_on) AS in_time
              FROM rectification.work_order o
              JOIN organization.shared_unit u ON u.code = o.unit_code
             WHERE o.released_on <= :today AND o.state <> 'REPLACED'
            """;

    private static String[] days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }
}
