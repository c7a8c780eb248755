package io.huiyin.server.supervision;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdviceStore {

    private static final String ADVICE = """
            SELECT a.id, a.year, a.no, a.unit_code AS unit, u.name AS unit_name, a.kind, a.pattern, a.words, a.written_on, a.due_on,
                   a.state, a.adopted, a.answer, a.answered_on, a.follow_on, a.found, a.finding, a.found_on, a.version
              FROM supervision.advice a JOIN organization.shared_unit u ON u.code = a.unit_code
            """;

    private final JdbcClient sql;

    AdviceStore(JdbcClient sql) {
        this.sql = sql;
    }

    record New(
            UUID id,
            UUID submission,
            String unit,
            String kind,
            String pattern,
            String words,
            LocalDate writtenOn,
            LocalDate dueOn) {}

    void oneAtATime() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('supervision.advice'))").query(row -> {});
    }

    Optional<UUID> bySubmission(UUID submission) {
        return sql.sql("SELECT id FROM supervision.advice WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .optional();
    }

    void insert(New advice) {
        sql.sql("""
                INSERT INTO supervision.advice (id, submission, year, no, unit_code, kind, pattern, words, written_on, due_on, state)
                SELECT :id, :submission, extract(year FROM :written), coalesce(max(no), 0) + 1, :unit, :kind, :pattern, :words, :written,
                       :due, 'WRITTEN'
                  FROM supervision.advice WHERE year = extract(year FROM :written)""")
                .param("id", advice.id())
                .param("submission", advice.submission())
                .param("unit", advice.unit())
                .param("kind", advice.kind())
                .param("pattern", advice.pattern())
                .param("words", advice.words())
                .param("written", advice.writtenOn())
                .param("due", advice.dueOn())
                .update();
    }

    Optional<Advice> find(UUID id) {
        return sql.sql(ADVICE + " WHERE a.id = :id")
                .param("id", id)
                .query(Advice.class)
                .optional();
    }

    /** Of one unit or of all: what waits first, by its day. */
    List<Advice> all(@Nullable String unit, int most) {
        return sql.sql(ADVICE + """
                 WHERE :unit::text IS NULL OR a.unit_code = :unit
                 ORDER BY a.state = 'FOLLOWED', coalesce(a.follow_on, a.due_on), a.id LIMIT :most""")
                .param("unit", unit, Types.VARCHAR)
                .param("most", most)
                .query(Advice.class)
                .list();
    }

    /** What a unit answers. */
    record Answer(UUID id, long seen, boolean adopted, String words, LocalDate on, LocalDate followOn) {}

    /** False when somebody else was faster. */
    boolean answer(Answer answer) {
        return sql.sql("""
                UPDATE supervision.advice
                   SET state = CASE WHEN :adopted THEN 'ADOPTED' ELSE 'DECLINED' END, adopted = :adopted, answer = :words,
                       answered_on = :on, follow_on = :follow, version = version + 1
                 WHERE id = :id AND version = :seen AND state = 'WRITTEN'""")
                        .param("id", answer.id())
                        .param("seen", answer.seen())
                        .param("adopted", answer.adopted())
                        .param("words", answer.words())
                        .param("on", answer.on())
                        .param("follow", answer.followOn())
                        .update()
                == 1;
    }

    boolean follow(UUID id, long seen, String found, String finding, LocalDate today) {
        return sql.sql("""
                UPDATE supervision.advice
                   SET state = 'FOLLOWED', found = :found, finding = :finding, found_on = :today, version = version + 1
                 WHERE id = :id AND version = :seen AND state IN ('ADOPTED', 'DECLINED')""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("found", found)
                        .param("finding", finding)
                        .param("today", today)
                        .update()
                == 1;
    }

    record Counts(long toAnswer, long late, long toFollow) {}

    Counts counts(@Nullable String unit, LocalDate today) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE state = 'WRITTEN') AS to_answer,
                       count(*) FILTER (WHERE state = 'WRITTEN' AND due_on < :today) AS late,
                       count(*) FILTER (WHERE state IN ('ADOPTED', 'DECLINED') AND follow_on <= :today) AS to_follow
                  FROM supervision.advice WHERE :unit::text IS NULL OR unit_code = :unit""")
                .param("unit", unit, Types.VARCHAR)
                .param("today", today)
                .query(Counts.class)
                .single();
    }
}
