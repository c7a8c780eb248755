package io.huiyin.server.supervision;

import io.huiyin.server.petition.TrackingNotes.Denial;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActStore {

    private static final String ACT = """
            SELECT id, case_id, office, kind, acted_on, delegate, result, recorded_on, denied_at IS NOT NULL AS denied, happened, stands
              FROM supervision.act_seen
            """;

    private final JdbcClient sql;

    ActStore(JdbcClient sql) {
        this.sql = sql;
    }

    record New(
            UUID id,
            UUID submission,
            UUID caseId,
            UUID ownership,
            UUID account,
            String office,
            String kind,
            LocalDate actedOn,
            String delegate,
            String result,
            LocalDate recordedOn,
            Instant recordedAt,
            byte[] salt) {}

    void insert(New act) {
        sql.sql("""
                INSERT INTO supervision.act (id, submission, case_id, ownership_id, account_id, office, kind, acted_on, delegate, result,
                       recorded_on, recorded_at, salt)
                VALUES (:id, :submission, :case, :ownership, :account, :office, :kind, :acted, :delegate, :result, :on, :at, :salt)""")
                .param("id", act.id())
                .param("submission", act.submission())
                .param("case", act.caseId())
                .param("ownership", act.ownership())
                .param("account", act.account())
                .param("office", act.office())
                .param("kind", act.kind())
                .param("acted", act.actedOn())
                .param("delegate", act.delegate())
                .param("result", act.result())
                .param("on", act.recordedOn())
                .param("at", SqlTime.of(act.recordedAt()))
                .param("salt", act.salt())
                .update();
    }

    Optional<UUID> bySubmission(UUID submission) {
        return sql.sql("SELECT id FROM supervision.act WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .optional();
    }

    /** Oldest first. */
    List<Act> of(UUID caseId) {
        return sql.sql(ACT + " WHERE case_id = :case ORDER BY acted_on, recorded_at, id")
                .param("case", caseId)
                .query(Act.class)
                .list();
    }

    Optional<Act> find(UUID id) {
        return sql.sql(ACT + " WHERE id = :id").param("id", id).query(Act.class).optional();
    }

    /** Denied, and supervision has not looked since. */
    List<Act> toLookInto() {
        return sql.sql(ACT + """
                 WHERE denied_at IS NOT NULL AND NOT EXISTS (
                    SELECT FROM supervision.finding f WHERE f.act_id = act_seen.id AND f.found_at >= denied_at)
                 ORDER BY denied_at, id""").query(Act.class).list();
    }

    /** Whether the act is about this petition. */
    boolean isOf(UUID act, UUID petition) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM supervision.act a JOIN supervision.hard_case c ON c.id = a.case_id
                                WHERE a.id = :act AND c.petition_id = :petition)""")
                .param("act", act)
                .param("petition", petition)
                .query(Boolean.class)
                .single();
    }

    /** False when this signatory denied it before. */
    boolean insert(UUID id, Denial denial, Instant at, byte[] salt) {
        return sql.sql("""
                INSERT INTO supervision.denial (id, submission, act_id, signatory_id, words, said_at, salt)
                VALUES (:id, :submission, :act, :signatory, :words, :at, :salt) ON CONFLICT DO NOTHING""")
                        .param("id", id)
                        .param("submission", denial.submission())
                        .param("act", denial.note())
                        .param("signatory", denial.signatory())
                        .param("words", denial.words())
                        .param("at", SqlTime.of(at))
                        .param("salt", salt)
                        .update()
                == 1;
    }

    record Finding(UUID id, UUID act, boolean happened, String reason, Instant at, UUID account, byte[] salt) {}

    void insert(Finding finding) {
        sql.sql("""
                INSERT INTO supervision.finding (id, act_id, happened, reason, found_at, account_id, salt)
                VALUES (:id, :act, :happened, :reason, :at, :account, :salt)""")
                .param("id", finding.id())
                .param("act", finding.act())
                .param("happened", finding.happened())
                .param("reason", finding.reason())
                .param("at", SqlTime.of(finding.at()))
                .param("account", finding.account())
                .param("salt", finding.salt())
                .update();
    }
}
