package io.huiyin.server.matter;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MatterDeskStore {

    private final JdbcClient sql;

    MatterDeskStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many matters there are, of one unit or of all, and how many in each state. */
    record Count(String state, long matters) {}

    /**
     * One row of the list.
     *
     * @param late open after the promised day, or closed after it
     */
    record Line(
            UUID id,
            String number,
            String service,
            String unit,
            Instant openedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            boolean late) {}

    /** One matter; codes of officials as they stand in the record. */
    record Whole(
            UUID id,
            String number,
            String service,
            String serviceClass,
            String unitCode,
            String unit,
            @Nullable String section,
            @Nullable String post,
            @Nullable String receivedBy,
            @Nullable String decidedBy,
            @Nullable String deliveredBy,
            String channel,
            Instant openedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            boolean hasContact,
            boolean byProxy,
            String sourceSystem,
            String externalId,
            boolean late) {}

    /** The states overlap: a matter is counted as open or by its outcome, and again where it is late. */
    List<Count> counts(@Nullable String unit, LocalDate today) {
        return sql.sql("""
                WITH m AS (
                    SELECT outcome, due_on < coalesce((closed_at AT TIME ZONE 'Asia/Shanghai')::date, :today) AS late
                      FROM matter.matter WHERE :unit::text IS NULL OR unit_code = :unit)
                SELECT coalesce(outcome, 'open') AS state, count(*) AS matters FROM m GROUP BY 1
                UNION ALL
                SELECT CASE WHEN outcome IS NULL THEN 'overdue' ELSE 'late' END, count(*) FROM m WHERE late GROUP BY 1""")
                .param("unit", unit, Types.VARCHAR)
                .param("today", today)
                .query(Count.class)
                .list();
    }

    List<Line> page(DeskFilter filter, LocalDate today, long offset, int size) {
        return sql.sql("""
                SELECT m.id, m.matter_no AS number, s.name AS service, u.name AS unit, m.opened_at, m.due_on, m.closed_at,
                       m.outcome,
                       coalesce(m.due_on < coalesce((m.closed_at AT TIME ZONE 'Asia/Shanghai')::date, :today), false) AS late
                  FROM matter.matter m
                  JOIN organization.shared_unit u ON u.code = m.unit_code
                  JOIN organization.shared_service_item s ON s.code = m.service_code
                 WHERE (:unit::text IS NULL OR m.unit_code = :unit)
                   AND CASE :state::text
                       WHEN 'open' THEN m.outcome IS NULL
                       WHEN 'overdue' THEN m.outcome IS NULL AND m.due_on < :today
                       WHEN 'late' THEN m.due_on < (m.closed_at AT TIME ZONE 'Asia/Shanghai')::date
                       ELSE :state::text IS NULL OR m.outcome = :state END
                 ORDER BY m.opened_at DESC, m.id
                 LIMIT :size OFFSET :offset""")
                .param("unit", filter.unit(), Types.VARCHAR)
                .param("state", filter.state(), Types.VARCHAR)
                .param("today", today)
                .param("size", size)
                .param("offset", offset)
                .query(Line.class)
                .list();
    }

    Optional<Whole> find(UUID id, LocalDate today) {
        return sql.sql("""
                SELECT m.id, m.matter_no AS number, s.name AS service, m.service_class, m.unit_code, u.name AS unit,
                       coalesce(c.name, m.section_code) AS section, coalesce(p.name, m.post_code) AS post,
                       r.name AS received_by, d.name AS decided_by, h.name AS delivered_by,
                       m.channel, m.opened_at, m.due_on, m.closed_at, m.outcome, m.has_contact,
                       m.applied_by_proxy AS by_proxy, m.source_system, m.external_id,
                       coalesce(m.due_on < coalesce((m.closed_at AT TIME ZONE 'Asia/Shanghai')::date, :today), false) AS late
                  FROM matter.matter m
                  JOIN organization.shared_unit u ON u.code = m.unit_code
                  JOIN organization.shared_service_item s ON s.code = m.service_code
                  LEFT JOIN organization.shared_section c ON c.unit_code = m.unit_code AND c.code = m.section_code
                  LEFT JOIN organization.shared_post p ON p.unit_code = m.unit_code AND p.code = m.post_code
                  LEFT JOIN organization.shared_official r ON r.code = m.received_by
                  LEFT JOIN organization.shared_official d ON d.code = m.decided_by
                  LEFT JOIN organization.shared_official h ON h.code = m.delivered_by
                 WHERE m.id = :id""")
                .param("id", id)
                .param("today", today)
                .query(Whole.class)
                .optional();
    }
}
