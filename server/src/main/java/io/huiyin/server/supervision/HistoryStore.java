package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HistoryStore {

    private final JdbcClient sql;

    HistoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    record New(
            UUID id,
            History.Step step,
            LocalDate day,
            Instant at,
            @Nullable SignedIn by,
            byte[] salt) {}

    void insert(New line) {
        SignedIn by = line.by();
        sql.sql("""
                INSERT INTO supervision.step (id, subject, subject_id, what, words, taken_on, taken_at, account_id, role, stock, salt)
                VALUES (:id, :subject, :subjectId, :what, :words, :day, :at, :account, :role, :stock, :salt)""")
                .param("id", line.id())
                .param("subject", line.step().subject().name())
                .param("subjectId", line.step().id())
                .param("what", line.step().what())
                .param("words", line.step().words())
                .param("day", line.day())
                .param("at", SqlTime.of(line.at()))
                .param("account", by == null ? null : by.account(), Types.OTHER)
                .param("role", by == null ? "" : by.role().name())
                .param("stock", line.step().stock())
                .param("salt", line.salt())
                .update();
    }

    List<History.Line> of(UUID subject) {
        return sql.sql("""
                SELECT subject, what, words, taken_at, role FROM supervision.step
                 WHERE subject_id = :subject ORDER BY taken_on, taken_at, id""").param("subject", subject).query(History.Line.class).list();
    }
}
