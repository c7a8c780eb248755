package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HotlineStore {

    /** Nothing was told yet and no answer stands for it. */
    private static final String WAITING = """
            p.feedback_due_at IS NOT NULL AND p.fed_back_at IS NULL
               AND p.procedure IN ('RECEIVED', 'TRANSFERRED', 'ASSIGNED', 'OBJECTED', 'ACCEPTED', 'IN_HAND')
            """;

    private final JdbcClient sql;

    HotlineStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<HotlineClass> classes() {
        return sql.sql("SELECT code, name_zh, name_en, clock FROM petition.hotline_class ORDER BY place")
                .query(HotlineClass.class)
                .list();
    }

    void classify(UUID petition, String code, Instant due) {
        sql.sql("""
                UPDATE petition.petition SET hotline = :code, feedback_due_at = :due, feedback_told_at = NULL
                 WHERE id = :id""")
                .param("id", petition)
                .param("code", code)
                .param("due", SqlTime.of(due))
                .update();
    }

    /**
     * A call's first word.
     *
     * @param dueAt until when, this instant included
     * @param fedBackAt null: it waits, or the answer stands for it
     */
    record Call(
            HotlineClass hotline, Instant dueAt, @Nullable Instant fedBackAt) {

        boolean inTime() {
            return fedBackAt != null && !fedBackAt.isAfter(dueAt);
        }
    }

    Optional<Call> call(UUID petition) {
        return sql.sql("""
                SELECT h.code, h.name_zh, h.name_en, h.clock, p.feedback_due_at, p.fed_back_at
                  FROM petition.petition p JOIN petition.hotline_class h ON h.code = p.hotline
                 WHERE p.id = :id""").param("id", petition).query(HotlineStore::call).optional();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        OffsetDateTime fedBack = row.getObject("fed_back_at", OffsetDateTime.class);
        return new Call(
                new HotlineClass(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("clock")),
                row.getObject("feedback_due_at", OffsetDateTime.class).toInstant(),
                fedBack == null ? null : fedBack.toInstant());
    }

    /** A word back to be. */
    record New(
            UUID id,
            UUID submission,
            UUID petition,
            String words,
            UUID account,
            String role,
            String unit,
            Instant at,
            byte[] salt) {}

    boolean given(UUID submission) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.feedback WHERE submission = :submission)")
                .param("submission", submission)
                .query(Boolean.class)
                .single();
    }

    void insert(New feedback) {
        sql.sql("""
                INSERT INTO petition.feedback (id, submission, petition_id, words, account_id, role, unit_code, given_at, salt)
                VALUES (:id, :submission, :petition, :words, :account, :role, :unit, :at, :salt)""")
                .param("id", feedback.id())
                .param("submission", feedback.submission())
                .param("petition", feedback.petition())
                .param("words", feedback.words())
                .param("account", feedback.account())
                .param("role", feedback.role())
                .param("unit", feedback.unit())
                .param("at", SqlTime.of(feedback.at()))
                .param("salt", feedback.salt())
                .update();
    }

    /** Of a call the first word counts, however many follow. */
    void fedBack(UUID petition, Instant at) {
        sql.sql("""
                UPDATE petition.petition SET fed_back_at = :at
                 WHERE id = :id AND feedback_due_at IS NOT NULL AND fed_back_at IS NULL""").param("id", petition).param("at", SqlTime.of(at)).update();
    }

    /** A call on the desk's list. */
    record Line(
            UUID id,
            String number,
            @Nullable String title,
            @Nullable String unit,
            Procedure procedure,
            Call call) {}

    List<Line> waiting(@Nullable String unit, Actor by, int most) {
        return sql.sql("""
                SELECT p.id, p.petition_no, p.title, u.name AS unit, p.procedure, h.code, h.name_zh, h.name_en, h.clock,
                       p.feedback_due_at, p.fed_back_at
                  FROM petition.petition p
                  JOIN petition.hotline_class h ON h.code = p.hotline
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE %s%s%s
                 ORDER BY p.feedback_due_at, p.id LIMIT :most""".formatted(WAITING, of(unit), PetitionDeskStore.NOT_RECUSED))
                .param("unit", unit, Types.VARCHAR)
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .param("most", most)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("petition_no"),
                        row.getString("title"),
                        row.getString("unit"),
                        Procedure.valueOf(row.getString("procedure")),
                        call(row, n)))
                .list();
    }

    long count(@Nullable String unit, Actor by) {
        return sql.sql("SELECT count(*) FROM petition.petition p WHERE " + WAITING + of(unit)
                        + PetitionDeskStore.NOT_RECUSED)
                .param("unit", unit, Types.VARCHAR)
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .query(Long.class)
                .single();
    }

    long overdue(@Nullable String unit, Actor by, Instant now) {
        return sql.sql("SELECT count(*) FROM petition.petition p WHERE " + WAITING + of(unit)
                        + PetitionDeskStore.NOT_RECUSED + " AND p.feedback_due_at < :now")
                .param("unit", unit, Types.VARCHAR)
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .param("now", SqlTime.of(now))
                .query(Long.class)
                .single();
    }

    private static String of(@Nullable String unit) {
        return unit == null ? "" : " AND p.unit_code = :unit";
    }

    /** Marks those whose instant is over and that were not marked before, whoever asks at once. */
    List<UUID> late(Instant now, int most) {
        return sql.sql("""
                UPDATE petition.petition SET feedback_told_at = :now
                 WHERE id IN (SELECT p.id FROM petition.petition p
                               WHERE %s AND p.feedback_due_at < :now AND p.feedback_told_at IS NULL
                               ORDER BY p.feedback_due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING id""".formatted(WAITING))
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
