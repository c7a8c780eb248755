package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.sql.SqlTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReviewBodyStore {

    private static final String ROW = """
            SELECT b.id, b.kind, b.name_zh, b.name_en, b.contact, b.email, b.number, b.unit_code, b.active,
                   ARRAY(SELECT u.name FROM petition.review_body_unit r
                           JOIN organization.shared_unit u ON u.code = r.unit_code
                          WHERE r.body_id = b.id ORDER BY u.name) AS units,
                   (SELECT count(*) FROM petition.review r WHERE r.body_id = b.id AND r.decided_at IS NULL) AS open,
                   (SELECT count(*) FROM petition.review r JOIN petition.petition p ON p.id = r.petition_id
                     WHERE r.body_id = b.id AND r.decided_at IS NULL AND p.due_on < :today AND p.paused_on IS NULL) AS overdue
              FROM petition.review_body b
            """;

    private final JdbcClient sql;

    ReviewBodyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A body to be. */
    record New(
            UUID id,
            ReviewBody.Kind kind,
            String nameZh,
            String nameEn,
            String contact,
            @Nullable String email,
            @Nullable String unit,
            Code number,
            byte[] tag) {}

    void insert(New body, List<String> units, Instant now) {
        sql.sql("""
                INSERT INTO petition.review_body (id, kind, name_zh, name_en, contact, email, unit_code, number, tag, created_at)
                VALUES (:id, :kind, :zh, :en, :contact, :email, :unit, :number, :tag, :now)""")
                .param("id", body.id())
                .param("kind", body.kind().name())
                .param("zh", body.nameZh())
                .param("en", body.nameEn())
                .param("contact", body.contact())
                .param("email", body.email(), Types.VARCHAR)
                .param("unit", body.unit(), Types.VARCHAR)
                .param("number", body.number().digits())
                .param("tag", body.tag())
                .param("now", SqlTime.of(now))
                .update();
        sql.sql("INSERT INTO petition.review_body_unit (body_id, unit_code) SELECT :id, unnest(:units::text[])")
                .param("id", body.id())
                .param("units", units.toArray(String[]::new))
                .update();
    }

    /** Those in use first, by name. */
    List<ReviewBody> all(LocalDate today) {
        return sql.sql(ROW + " ORDER BY b.active DESC, b.kind DESC, b.name_zh, b.id")
                .param("today", today)
                .query(ReviewBodyStore::row)
                .list();
    }

    Optional<ReviewBody> byNumber(String number, LocalDate today) {
        return sql.sql(ROW + " WHERE b.number = :number AND b.active")
                .param("number", number)
                .param("today", today)
                .query(ReviewBodyStore::row)
                .optional();
    }

    Optional<String> number(UUID id) {
        return sql.sql("SELECT number FROM petition.review_body WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> tag(String number) {
        return sql.sql("SELECT tag FROM petition.review_body WHERE number = :number AND active")
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void tag(UUID id, byte[] tag) {
        sql.sql("UPDATE petition.review_body SET tag = :tag WHERE id = :id")
                .param("id", id)
                .param("tag", tag)
                .update();
    }

    void email(UUID id, @Nullable String email) {
        sql.sql("UPDATE petition.review_body SET email = :email WHERE id = :id")
                .param("id", id)
                .param("email", email, Types.VARCHAR)
                .update();
    }

    /** Of one that is in use. */
    Optional<String> email(UUID id) {
        return sql.sql("SELECT email FROM petition.review_body WHERE id = :id AND email IS NOT NULL AND active")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void active(UUID id, boolean active) {
        sql.sql("UPDATE petition.review_body SET active = :active WHERE id = :id")
                .param("id", id)
                .param("active", active)
                .update();
    }

    /** The unit's own body, else the one for all; never one that is the unit itself or has to step aside. */
    Optional<UUID> lawful(ReviewBody.Kind kind, UUID petition) {
        return sql.sql("""
                SELECT b.id FROM petition.review_body b
                  JOIN petition.petition p ON p.id = :petition
                  LEFT JOIN petition.review_body_unit own ON own.body_id = b.id AND own.unit_code = p.unit_code
                 WHERE b.kind = :kind AND b.active
                   AND (own.body_id IS NOT NULL
                        OR NOT EXISTS (SELECT FROM petition.review_body_unit u WHERE u.body_id = b.id))
                   AND (b.unit_code IS NULL OR b.unit_code <> p.unit_code AND NOT EXISTS (
                        SELECT FROM petition.recusal r WHERE r.petition_id = p.id AND r.unit_code = b.unit_code))
                 ORDER BY own.body_id IS NULL, b.created_at, b.id LIMIT 1""")
                .param("kind", kind.name())
                .param("petition", petition)
                .query(UUID.class)
                .optional();
    }

    private static ReviewBody row(ResultSet row, int number) throws SQLException {
        Array units = row.getArray("units");
        return new ReviewBody(
                row.getObject("id", UUID.class),
                ReviewBody.Kind.valueOf(row.getString("kind")),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("contact"),
                row.getString("email"),
                new Code(row.getString("number")),
                row.getString("unit_code"),
                row.getBoolean("active"),
                List.of((String[]) units.getArray()),
                row.getLong("open"),
                row.getLong("overdue"));
    }
}
