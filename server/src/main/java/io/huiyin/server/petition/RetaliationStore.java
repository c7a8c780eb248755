package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RetaliationStore {

    private static final String TOLD = """
            SELECT r.id, p.petition_no AS number, p.title, u.name AS unit, r.told_at, r.source, r.words, r.due_on, f.upheld,
                   f.words AS finding
              FROM petition.retaliation r
              JOIN petition.signatory s ON s.id = r.signatory_id
              JOIN petition.petition p ON p.id = s.petition_id
              LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
              LEFT JOIN petition.retaliation_finding f ON f.retaliation_id = r.id
            """;

    private final JdbcClient sql;

    RetaliationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A report to be. */
    record New(
            UUID id, UUID submission, UUID signatory, Instant toldAt, String source, String words, LocalDate dueOn) {}

    /** A report; without upheld and finding as long as it is looked into. */
    record Told(
            UUID id,
            String number,
            String title,
            @Nullable String unit,
            Instant toldAt,
            String source,
            String words,
            LocalDate dueOn,
            @Nullable Boolean upheld,
            @Nullable String finding) {}

    /** A submission that comes again is the one that is there. */
    void insert(New told) {
        sql.sql("""
                INSERT INTO petition.retaliation (id, submission, signatory_id, told_at, source, words, due_on)
                VALUES (:id, :submission, :signatory, :at, :source, :words, :due) ON CONFLICT (submission) DO NOTHING""")
                .param("id", told.id())
                .param("submission", told.submission())
                .param("signatory", told.signatory())
                .param("at", SqlTime.of(told.toldAt()))
                .param("source", told.source())
                .param("words", told.words())
                .param("due", told.dueOn())
                .update();
    }

    List<Told> all(int most) {
        return sql.sql(TOLD + " ORDER BY f.found_at DESC NULLS FIRST, r.due_on, r.id LIMIT :most")
                .param("most", most)
                .query(Told.class)
                .list();
    }

    List<Told> of(UUID signatory) {
        return sql.sql(TOLD + " WHERE r.signatory_id = :signatory ORDER BY r.told_at")
                .param("signatory", signatory)
                .query(Told.class)
                .list();
    }

    private static final String OPEN = """
            SELECT count(*) FROM petition.retaliation r
             WHERE NOT EXISTS (SELECT FROM petition.retaliation_finding f WHERE f.retaliation_id = r.id)
            """;

    long open() {
        return sql.sql(OPEN).query(Long.class).single();
    }

    long overdue(LocalDate today) {
        return sql.sql(OPEN + " AND r.due_on < :today")
                .param("today", today)
                .query(Long.class)
                .single();
    }

    boolean found(UUID id, boolean upheld, String words, UUID account, Instant at) {
        return sql.sql("""
                        INSERT INTO petition.retaliation_finding (retaliation_id, upheld, words, account_id, found_at)
                        SELECT id, :upheld, :words, :account, :at FROM petition.retaliation WHERE id = :id
                        ON CONFLICT DO NOTHING""")
                        .param("id", id)
                        .param("upheld", upheld)
                        .param("words", words)
                        .param("account", account)
                        .param("at", SqlTime.of(at))
                        .update()
                == 1;
    }

    void asked(UUID signatory, boolean harmed, UUID account, Instant at) {
        sql.sql("""
                INSERT INTO petition.harm_answer (signatory_id, harmed, account_id, asked_at)
                VALUES (:signatory, :harmed, :account, :at) ON CONFLICT DO NOTHING""")
                .param("signatory", signatory)
                .param("harmed", harmed)
                .param("account", account)
                .param("at", SqlTime.of(at))
                .update();
        sql.sql("UPDATE petition.signatory SET harm_ask_on = NULL WHERE id = :id")
                .param("id", signatory)
                .update();
    }

    void sample(UUID petition, LocalDate on, int percent) {
        sql.sql("""
                UPDATE petition.signatory SET harm_ask_on = :on
                 WHERE petition_id = :petition AND person_id IS NOT NULL AND random() * 100 < :percent""")
                .param("petition", petition)
                .param("on", on)
                .param("percent", percent)
                .update();
    }
}
