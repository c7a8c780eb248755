package io.huiyin.server.rating;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RatingStore {

    private final JdbcClient sql;

    RatingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A rating with what ties it to the public log. */
    record Row(UUID id, Rating rating, byte[] salt, byte[] leafHash) {}

    /** A submission that is stored already. */
    record Stored(UUID matter, int overall, byte[] leafHash) {}

    Stored find(UUID submission) {
        return sql.sql(
                        "SELECT matter_id AS matter, overall, leaf_hash FROM rating.rating WHERE submission = :submission")
                .param("submission", submission)
                .query(Stored.class)
                .single();
    }

    Set<UUID> known(Collection<UUID> submissions) {
        return sql.sql("SELECT submission FROM rating.rating WHERE submission = ANY (:submissions)")
                .param("submissions", submissions.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** Whoever records many at once waits here for the others, so that no submission of a batch is stored meanwhile. */
    void lockRecording() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('rating.record'))")
                .query((row, n) -> 0)
                .list();
    }

    /**
     * Stores ratings in their order; one whose submission is there already is left out. Returns, for each one stored, whether its
     * matter had been rated poorly before.
     */
    List<Boolean> insert(List<Row> rows) {
        return sql.sql("""
                INSERT INTO rating.rating (id, submission, matter_id, channel, terminal, overall,
                       satisfied, happy, agree, done, attitude, quality, competence,
                       reasons, comment, may_contact, rated_at, salt, leaf_hash)
                SELECT id, submission, matter_id, channel, terminal, overall,
                       satisfied, happy, agree, done, attitude, quality, competence,
                       string_to_array(reasons, ';'), comment, may_contact, rated_at, salt, leaf_hash
                  FROM unnest(:ids::uuid[], :submissions::uuid[], :matters::uuid[], :channels::text[], :terminals::text[],
                       :overall::int[], :satisfied::int[], :happy::int[], :agree::int[], :done::int[], :attitude::int[],
                       :quality::int[], :competence::int[], :reasons::text[], :comments::text[], :contact::bool[],
                       :times::timestamptz[], :salts::bytea[], :hashes::bytea[]) WITH ORDINALITY
                       AS t (id, submission, matter_id, channel, terminal, overall, satisfied, happy, agree, done, attitude,
                       quality, competence, reasons, comment, may_contact, rated_at, salt, leaf_hash, place)
                 ORDER BY place
                ON CONFLICT (submission) DO NOTHING
                RETURNING EXISTS (SELECT 1 FROM rating.rating before WHERE before.matter_id = rating.matter_id AND before.overall <= 2)""")
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("submissions", each(rows, Rating::submission).toArray(UUID[]::new))
                .param("matters", each(rows, Rating::matter).toArray(UUID[]::new))
                .param("channels", each(rows, rating -> rating.channel().word()).toArray(String[]::new))
                .param("terminals", each(rows, Rating::terminal).toArray(String[]::new))
                .param(
                        "overall",
                        each(rows, rating -> rating.opinion().overall()).toArray(Integer[]::new))
                .param("satisfied", answers(rows, Question.SATISFIED))
                .param("happy", answers(rows, Question.HAPPY))
                .param("agree", answers(rows, Question.AGREE))
                .param("done", answers(rows, Question.DONE))
                .param("attitude", answers(rows, Question.ATTITUDE))
                .param("quality", answers(rows, Question.QUALITY))
                .param("competence", answers(rows, Question.COMPETENCE))
                .param(
                        "reasons",
                        each(rows, rating -> String.join(";", rating.opinion().reasons()))
                                .toArray(String[]::new))
                .param(
                        "comments",
                        each(rows, rating -> rating.opinion().comment()).toArray(String[]::new))
                .param(
                        "contact",
                        each(rows, rating -> rating.opinion().mayContact()).toArray(Boolean[]::new))
                .param(
                        "times",
                        each(rows, rating -> rating.ratedAt().toString()).toArray(String[]::new))
                .param("salts", rows.stream().map(Row::salt).toArray(byte[][]::new))
                .param("hashes", rows.stream().map(Row::leafHash).toArray(byte[][]::new))
                .query(Boolean.class)
                .list();
    }

    /** A matter's rating that counts now, and whether any rating of the matter was ever poor. */
    record Counting(
            UUID matter,
            String unit,
            int level,
            String reasons,
            boolean mayContact,
            Instant ratedAt,
            boolean everPoor) {}

    List<Counting> counting(Collection<UUID> matters) {
        return sql.sql("""
                SELECT DISTINCT ON (r.matter_id) r.matter_id AS matter, m.unit_code AS unit, r.overall AS level,
                       array_to_string(r.reasons, ';') AS reasons, r.may_contact, r.rated_at,
                       bool_or(r.overall <= 2) OVER (PARTITION BY r.matter_id) AS ever_poor
                  FROM rating.rating r
                  JOIN matter.shared_matter m ON m.id = r.matter_id
                 WHERE r.matter_id = ANY (:matters)
                 ORDER BY r.matter_id, r.channel = 'counter', r.rated_at DESC, r.seq DESC""")
                .param("matters", matters.toArray(UUID[]::new))
                .query(Counting.class)
                .list();
    }

    private static <T> List<T> each(List<Row> rows, Function<Rating, T> value) {
        return rows.stream().map(row -> value.apply(row.rating())).toList();
    }

    private static @Nullable Integer[] answers(List<Row> rows, Question question) {
        return rows.stream()
                .map(row -> row.rating().opinion().answers().get(question))
                .toArray(Integer[]::new);
    }
}
