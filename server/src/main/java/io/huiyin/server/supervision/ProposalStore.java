package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProposalStore {

    private final JdbcClient sql;

    ProposalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * From which number on each rule proposes.
     *
     * @param overdue calendar days past the legal day
     * @param answer calendar days after receipt by which an imported petition is to be answered
     */
    record Thresholds(
            int repeats, int overdue, int signed, int notSolved, int age, int answer, LocalDate today, int most) {}

    /**
     * One pass over each table: who merged, reopened or said 'not solved' is counted in groups, not petition by petition. Answers
     * after which somebody said 'not solved' are rounds, so that a joint petition's many voices after one answer are one.
     */
    List<Proposals.Proposal> all(Thresholds from) {
        return sql.sql("""
                WITH met AS (
                    SELECT id, 'repeats' AS rule
                      FROM (SELECT merged_into AS id, count(*) AS n FROM petition.shared_merged GROUP BY merged_into
                            UNION ALL
                            SELECT petition_id, count(*) FROM petition.shared_move WHERE move = 'reopen' GROUP BY petition_id) r
                     GROUP BY id HAVING sum(n) >= :repeats
                    UNION ALL
                    SELECT petition_id, 'not-solved'
                      FROM (SELECT petition_id, move, count(*) FILTER (WHERE move = 'answer')
                                       OVER (PARTITION BY petition_id ORDER BY made_at, id) AS round
                              FROM petition.shared_move WHERE move IN ('answer', 'say-not-solved')) s
                     WHERE move = 'say-not-solved' GROUP BY petition_id HAVING count(DISTINCT round) >= :notSolved
                    UNION ALL
                    SELECT petition_id, 'signed' FROM petition.shared_joint WHERE signed >= :signed
                    UNION ALL
                    SELECT id, 'overdue' FROM petition.shared_petition
                     WHERE due_on <= :today - :overdue AND procedure NOT IN ('ANSWERED', 'REVIEWED')
                        OR procedure = 'ELSEWHERE' AND received_on <= :today - :overdue - :answer
                    UNION ALL
                    SELECT id, 'age' FROM petition.shared_petition WHERE received_on <= :today - :age)
                SELECT p.id AS petition, p.petition_no AS number, p.title, u.name AS unit, p.received_on,
                       string_agg(met.rule, ' ' ORDER BY met.rule) AS rules
                  FROM met
                  JOIN petition.shared_petition p ON p.id = met.id
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE p.ending IS NULL AND (p.class IS NULL OR p.class = 'APPEAL')
                   AND NOT EXISTS (SELECT FROM supervision.hard_case c WHERE c.petition_id = p.id)
                 GROUP BY p.id, p.petition_no, p.title, u.name, p.received_on
                HAVING NOT EXISTS (SELECT FROM supervision.dismissal d
                                    WHERE d.petition_id = p.id AND string_to_array(d.rules, ' ') @> array_agg(met.rule))
                 ORDER BY count(*) DESC, p.received_on, p.id
                 LIMIT :most""")
                .param("repeats", from.repeats())
                .param("overdue", from.overdue())
                .param("signed", from.signed())
                .param("notSolved", from.notSolved())
                .param("age", from.age())
                .param("answer", from.answer())
                .param("today", from.today())
                .param("most", from.most())
                .query(Proposals.Proposal.class)
                .list();
    }

    /** False when it was dismissed with these rules before. */
    boolean dismiss(UUID petition, String rules, String reason, UUID account, LocalDate today) {
        return sql.sql("""
                        INSERT INTO supervision.dismissal (petition_id, rules, reason, account_id, dismissed_on)
                        VALUES (:petition, :rules, :reason, :account, :today) ON CONFLICT DO NOTHING""")
                        .param("petition", petition)
                        .param("rules", rules)
                        .param("reason", reason)
                        .param("account", account)
                        .param("today", today)
                        .update()
                == 1;
    }
}
