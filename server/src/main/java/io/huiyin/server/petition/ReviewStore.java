package io.huiyin.server.petition;

import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReviewStore {

    private static final String ROW = """
            SELECT r.id, r.petition_id AS petition, p.petition_no AS number, r.body_id AS body, r.kind, b.name_zh, b.name_en,
                   r.asked_at, CASE WHEN r.decided_at IS NULL THEN p.due_on END AS due_on,
                   CASE WHEN r.decided_at IS NULL THEN p.paused_on END AS paused_on, r.decided_at, r.upheld, r.words
              FROM petition.review r
              JOIN petition.review_body b ON b.id = r.body_id
              JOIN petition.petition p ON p.id = r.petition_id
            """;

    private final JdbcClient sql;

    ReviewStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID petition, UUID body, ReviewBody.Kind kind, Instant at) {
        sql.sql("""
                INSERT INTO petition.review (id, petition_id, body_id, kind, asked_at)
                VALUES (:id, :petition, :body, :kind, :at)""")
                .param("id", Ids.next())
                .param("petition", petition)
                .param("body", body)
                .param("kind", kind.name())
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Oldest first. */
    List<Review> of(UUID petition) {
        return sql.sql(ROW + " WHERE r.petition_id = :petition ORDER BY r.asked_at, r.id")
                .param("petition", petition)
                .query(Review.class)
                .list();
    }

    /** What is before a body, by its day. */
    List<Review> before(UUID body, int most) {
        return sql.sql(ROW + " WHERE r.body_id = :body AND r.decided_at IS NULL ORDER BY p.due_on, r.id LIMIT :most")
                .param("body", body)
                .param("most", most)
                .query(Review.class)
                .list();
    }

    /** Absent also for a case of another body. */
    Optional<Review> find(UUID id, UUID body) {
        return sql.sql(ROW + " WHERE r.id = :id AND r.body_id = :body")
                .param("id", id)
                .param("body", body)
                .query(Review.class)
                .optional();
    }

    /** Whether a body that is in use has the petition before it. */
    boolean isBeforeBody(UUID petition) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM petition.review r JOIN petition.review_body b ON b.id = r.body_id
                                WHERE r.petition_id = :petition AND r.decided_at IS NULL AND b.active)""").param("petition", petition).query(Boolean.class).single();
    }

    /** Closes what is open of a petition, if anything is. */
    void decide(UUID petition, boolean upheld, String words, Instant at) {
        sql.sql("""
                UPDATE petition.review SET decided_at = :at, upheld = :upheld, words = :words
                 WHERE petition_id = :petition AND decided_at IS NULL""")
                .param("petition", petition)
                .param("upheld", upheld)
                .param("words", words)
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Whether a unit handled a petition at any time. */
    boolean handled(UUID petition, String unit) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.move WHERE petition_id = :petition AND unit_code = :unit)")
                .param("petition", petition)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }
}
