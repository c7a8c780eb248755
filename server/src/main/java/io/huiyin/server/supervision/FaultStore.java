package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The three faults, read from dated rows each time: nothing has to run for a fault to be there, and no stop hides one. */
@Repository
class FaultStore {

    private final JdbcClient sql;

    FaultStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A case behind a number.
     *
     * @param hard entry on the list of hard cases; null for what was assigned and is not on it
     * @param leader account of its owner; null while nobody owns it
     * @param since the last day on which something of the kind happened, or, for what never ends, the first
     */
    record Found(
            Fault fault,
            UUID petition,
            @Nullable UUID hard,
            @Nullable Integer year,
            @Nullable Integer no,
            @Nullable String title,
            @Nullable String unit,
            @Nullable UUID leader,
            @Nullable String office,
            LocalDate since) {}

    /** After how many calendar days each is a fault: on the day after the last of them. */
    record Thresholds(int unsupervised, int unworked, int unended, LocalDate today) {}

    List<Found> all(Thresholds from) {
        return sql.sql("""
                WITH owned AS (
                    SELECT c.id, c.petition_id, c.year, c.no, c.listed_on, c.ending, o.account_id, o.office, o.taken_on,
                           (SELECT min(a.acted_on) FROM supervision.act_seen a
                             WHERE a.case_id = c.id AND a.account_id = o.account_id AND a.stands AND a.delegate = '') AS first_act,
                           (SELECT max(a.acted_on) FROM supervision.act_seen a
                             WHERE a.case_id = c.id AND a.account_id = o.account_id AND a.stands AND a.delegate = '') AS last_act,
                           (SELECT max(a.acted_on) FROM supervision.act_seen a
                             WHERE a.case_id = c.id AND a.kind = 'INSPECT' AND a.stands AND a.delegate = '') AS inspected
                      FROM supervision.hard_case c
                      LEFT JOIN supervision.ownership o ON o.case_id = c.id AND o.ended_on IS NULL
                     WHERE c.ending IS NULL),
                found AS (
                    SELECT 'UNSUPERVISED' AS fault, p.id AS petition_id, greatest(
                               (SELECT max(m.made_on) FROM petition.shared_move m WHERE m.petition_id = p.id AND m.move = 'assign'),
                               (SELECT max(s.taken_on) FROM supervision.step s WHERE s.subject_id = p.id AND s.subject = 'PETITION'),
                               (SELECT max(x.issued_on) FROM supervision.supervision_order x WHERE x.petition_id = p.id),
                               h.listed_on, h.inspected) AS since
                      FROM petition.shared_petition p
                      LEFT JOIN owned h ON h.petition_id = p.id
                     WHERE p.procedure IN ('ASSIGNED', 'ACCEPTED', 'IN_HAND') AND p.ending IS NULL
                       AND (h.id IS NOT NULL OR EXISTS (
                            SELECT FROM petition.shared_move m WHERE m.petition_id = p.id AND m.move = 'assign'))
                    UNION ALL
                    SELECT 'UNWORKED', petition_id, greatest(taken_on, last_act) FROM owned WHERE account_id IS NOT NULL
                    UNION ALL
                    SELECT 'UNENDED', petition_id, first_act FROM owned WHERE first_act IS NOT NULL)
                SELECT f.fault, f.petition_id AS petition, h.id AS hard, h.year, h.no, p.title, u.name AS unit,
                       h.account_id AS leader, h.office, f.since
                  FROM found f
                  JOIN petition.shared_petition p ON p.id = f.petition_id
                  LEFT JOIN owned h ON h.petition_id = f.petition_id
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE f.since < :today - CASE f.fault WHEN 'UNSUPERVISED' THEN :unsupervised::int
                                                       WHEN 'UNWORKED' THEN :unworked::int ELSE :unended::int END
                 ORDER BY f.since, f.petition_id""")
                .param("today", from.today())
                .param("unsupervised", from.unsupervised())
                .param("unworked", from.unworked())
                .param("unended", from.unended())
                .query(Found.class)
                .list();
    }

    /** Open petitions by how many calendar days they have waited: each band from its first day on. */
    record Band(int from, long petitions) {}

    List<Band> backlog(LocalDate today) {
        return sql.sql("""
                SELECT b.from, count(p.id) AS petitions
                  FROM (VALUES (0, 60), (60, 90), (90, 180), (180, 365), (365, 100000)) AS b ("from", until)
                  LEFT JOIN petition.shared_petition p
                         ON p.ending IS NULL AND :today - p.received_on >= b.from AND :today - p.received_on < b.until
                 GROUP BY b.from ORDER BY b.from""").param("today", today).query(Band.class).list();
    }
}
