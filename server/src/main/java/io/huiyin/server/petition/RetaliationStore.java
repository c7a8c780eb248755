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
            UUID id,
            UUID submission,
            UUID signatory,
            Instant toldAt,
            String source,
            String words,
            LocalDate dueOn,
            byte[] salt) {}

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

    /** Two posts of one form, or two findings on one report, wait for each other and for nobody else. */
    void oneAtATime(UUID submission) {
        sql.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", submission.getLeastSignificantBits())
                .query(row -> {});
    }

    boolean told(UUID submission) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.retaliation WHERE submission = :submission)")
                .param("submission", submission)
                .query(Boolean.class)
                .single();
    }

    void insert(New told) {
        sql.sql("""
                INSERT INTO petition.retaliation (id, submission, signatory_id, told_at, source, words, due_on, salt)
                VALUES (:id, :submission, :signatory, :at, :source, :words, :due, :salt)""")
                .param("id", told.id())
                .param("submission", told.submission())
                .param("signatory", told.signatory())
                .param("at", SqlTime.of(told.toldAt()))
                .param("source", told.source())
                .param("words", told.words())
                .param("due", told.dueOn())
                .param("salt", told.salt())
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

    /** Whether it is there and nothing was found yet. */
    boolean isOpen(UUID id) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM petition.retaliation r WHERE r.id = :id
                   AND NOT EXISTS (SELECT FROM petition.retaliation_finding f WHERE f.retaliation_id = r.id))""").param("id", id).query(Boolean.class).single();
    }

    void found(UUID id, boolean upheld, String words, UUID account, Instant at, byte[] salt) {
        sql.sql("""
                INSERT INTO petition.retaliation_finding (retaliation_id, upheld, words, account_id, found_at, salt)
                VALUES (:id, :upheld, :words, :account, :at, :salt)""")
                .param("id", id)
                .param("upheld", upheld)
                .param("words", words)
                .param("account", account)
                .param("at", SqlTime.of(at))
                .param("salt", salt)
                .update();
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
}
