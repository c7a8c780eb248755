package io.huiyin.server.spotcheck;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InterviewStore {

    private final JdbcClient sql;

    InterviewStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One answer as it becomes a row. */
    record Row(UUID id, UUID attempt, Instant at, Answer answer, byte[] salt) {}

    boolean knows(UUID submission) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM spotcheck.attempt WHERE submission = :submission)")
                .param("submission", submission)
                .query(Boolean.class)
                .single();
    }

    void insertAttempts(List<UUID> ids, List<Attempt> attempts, @Nullable UUID by) {
        sql.sql("""
                INSERT INTO spotcheck.attempt (id, submission, call_id, tried_at, outcome, account_id, call_again_at)
                SELECT t.id, t.submission, t.call_id, t.tried_at, t.outcome, :by, t.call_again_at
                  FROM unnest(:ids::uuid[], :submissions::uuid[], :calls::uuid[], :times::timestamptz[], :outcomes::text[],
                              :again::timestamptz[]) AS t (id, submission, call_id, tried_at, outcome, call_again_at)""")
                .param("by", by)
                .param("ids", ids.toArray(UUID[]::new))
                .param("submissions", attempts.stream().map(Attempt::submission).toArray(UUID[]::new))
                .param("calls", attempts.stream().map(Attempt::call).toArray(UUID[]::new))
                .param("times", attempts.stream().map(a -> time(a.at())).toArray(String[]::new))
                .param(
                        "outcomes",
                        attempts.stream().map(a -> a.outcome().word()).toArray(String[]::new))
                .param(
                        "again",
                        attempts.stream().map(a -> time(a.callAgainAt())).toArray(String[]::new))
                .update();
    }

    /** Only answers about matters of the attempt's own call become rows. */
    int insertInterviews(List<Row> rows) {
        JdbcClient.StatementSpec insert = sql.sql("""
                INSERT INTO spotcheck.interview (id, attempt_id, draw_id, number, asked_at, overall, satisfied, happy, agree,
                       done, attitude, quality, competence, rated_before, rated_level, pressed, salt)
                SELECT t.id, t.attempt_id, m.draw_id, t.number, t.asked_at, t.overall, t.satisfied, t.happy, t.agree,
                       t.done, t.attitude, t.quality, t.competence, t.rated_before, t.rated_level, t.pressed, t.salt
                  FROM unnest(:ids::uuid[], :attempts::uuid[], :numbers::text[], :times::timestamptz[], :overall::int[],
                              :satisfied::int[], :happy::int[], :agree::int[], :done::int[], :attitude::int[],
                              :quality::int[], :competence::int[], :rated_before::text[], :rated_level::int[],
                              :pressed::text[], :salts::bytea[])
                       AS t (id, attempt_id, number, asked_at, overall, satisfied, happy, agree, done, attitude, quality,
                             competence, rated_before, rated_level, pressed, salt)
                  JOIN spotcheck.attempt a ON a.id = t.attempt_id
                  JOIN spotcheck.call_matter m ON m.call_id = a.call_id AND m.number = t.number""");
        for (Content content : Content.values())
            insert.param(
                    content.word(), numbers(rows, row -> row.answer().contents().get(content)));
        return insert.param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("attempts", rows.stream().map(Row::attempt).toArray(UUID[]::new))
                .param("numbers", texts(rows, row -> row.answer().number()))
                .param("times", texts(rows, row -> time(row.at())))
                .param("overall", numbers(rows, row -> row.answer().overall()))
                .param(
                        "rated_before",
                        texts(rows, row -> row.answer().ratedBefore().word()))
                .param("rated_level", numbers(rows, row -> row.answer().ratedLevel()))
                .param("pressed", texts(rows, row -> row.answer().pressed().word()))
                .param("salts", rows.stream().map(Row::salt).toArray(byte[][]::new))
                .update();
    }

    private static Integer[] numbers(List<Row> rows, Function<Row, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    private static String[] texts(List<Row> rows, Function<Row, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant).toString();
    }
}
