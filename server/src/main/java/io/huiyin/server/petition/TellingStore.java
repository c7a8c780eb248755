package io.huiyin.server.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TellingStore {

    private static final String ONCE = """
            INSERT INTO petition.reminded (subject, what, day) SELECT id, :what, day FROM due
            ON CONFLICT DO NOTHING RETURNING subject""";

    private final JdbcClient sql;

    TellingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One line of the table: what is told to whom by which text. */
    record Telling(String what, String whom, String template) {}

    List<Telling> tellings() {
        return sql.sql("SELECT what, whom, template FROM petition.telling ORDER BY what, whom")
                .query(Telling.class)
                .list();
    }

    /** Somebody who signed and gave a contact or a name. */
    record Told(UUID id, String code, UUID person, boolean english) {}

    List<Told> signatories(UUID petition) {
        return sql.sql("""
                SELECT id, code, person_id AS person, english FROM petition.signatory
                 WHERE petition_id = :petition AND person_id IS NOT NULL ORDER BY place""").param("petition", petition).query(Told.class).list();
    }

    Told signatory(UUID id) {
        return sql.sql("SELECT id, code, person_id AS person, english FROM petition.signatory WHERE id = :id")
                .param("id", id)
                .query(Told.class)
                .single();
    }

    /** A review body as it is told. */
    record Body(UUID id, String number) {}

    /** The one that has a petition before it. */
    Optional<Body> body(UUID petition) {
        return sql.sql("""
                SELECT b.id, b.number FROM petition.review r JOIN petition.review_body b ON b.id = r.body_id
                 WHERE r.petition_id = :petition AND r.decided_at IS NULL AND b.active""").param("petition", petition).query(Body.class).optional();
    }

    /** Marks petitions whose day lies in the span, and answers those that were not marked before, whoever asks at once. */
    List<UUID> remind(String what, boolean toAsk, LocalDate from, LocalDate to, int most) {
        return sql.sql("""
                WITH due AS (
                    SELECT p.id, p.due_on AS day FROM petition.petition p
                     WHERE p.due_on BETWEEN :from AND :to AND p.paused_on IS NULL AND (p.procedure IN ('ANSWERED', 'REVIEWED')) = :toAsk
                       AND NOT EXISTS (SELECT FROM petition.reminded r
                                        WHERE r.subject = p.id AND r.what = :what AND r.day = p.due_on)
                     ORDER BY p.due_on, p.id LIMIT :most)
                """ + ONCE)
                .param("what", what)
                .param("toAsk", toAsk)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** As {@link #remind}: signatories who are to be asked again since one of the days. */
    List<UUID> askAgain(String what, LocalDate from, LocalDate to, int most) {
        return sql.sql("""
                WITH due AS (
                    SELECT s.id, s.ask_again_on AS day
                      FROM petition.signatory s JOIN petition.petition p ON p.id = s.petition_id
                     WHERE s.ask_again_on BETWEEN :from AND :to AND s.person_id IS NOT NULL AND p.class = 'APPEAL'
                       AND p.procedure IN ('ANSWERED', 'IN_REVIEW', 'REVIEWED', 'REVIEW_NOT_ASKED', 'TERMINATED')
                       AND NOT EXISTS (SELECT FROM petition.reminded r
                                        WHERE r.subject = s.id AND r.what = :what AND r.day = s.ask_again_on)
                     ORDER BY s.ask_again_on, s.id LIMIT :most)
                """ + ONCE)
                .param("what", what)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Of whom the petition is about, or who has a stake, nobody is told. */
    boolean recused(UUID petition, UUID account) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM petition.recusal WHERE petition_id = :petition AND account_id = :account)")
                .param("petition", petition)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
