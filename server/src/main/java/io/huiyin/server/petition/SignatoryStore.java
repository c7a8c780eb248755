package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
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
class SignatoryStore {

    private static final String ROW = """
            SELECT id, petition_id, place, code, person_id, represents, outcome, ask_again_on, harm_ask_on FROM petition.signatory
            """;

    private final JdbcClient sql;

    SignatoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A signatory to be. */
    record New(
            UUID id,
            UUID petition,
            int place,
            String code,
            byte[] tag,
            @Nullable UUID person,
            boolean represents,
            boolean english) {}

    void insert(List<New> all) {
        sql.sql("""
                INSERT INTO petition.signatory (id, petition_id, place, code, query_tag, person_id, represents, english)
                SELECT * FROM unnest(:ids::uuid[], :petitions::uuid[], :places::int[], :codes::text[], :tags::bytea[],
                                     :persons::uuid[], :represents::boolean[], :english::boolean[])""")
                .param("ids", all.stream().map(New::id).toArray(UUID[]::new))
                .param("petitions", all.stream().map(New::petition).toArray(UUID[]::new))
                .param("places", all.stream().map(New::place).toArray(Integer[]::new))
                .param("codes", all.stream().map(New::code).toArray(String[]::new))
                .param("tags", all.stream().map(New::tag).toArray(byte[][]::new))
                .param("persons", all.stream().map(New::person).toArray(UUID[]::new))
                .param("represents", all.stream().map(New::represents).toArray(Boolean[]::new))
                .param("english", all.stream().map(New::english).toArray(Boolean[]::new))
                .update();
    }

    boolean taken(String code) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.signatory WHERE code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    Optional<Signatory> byCode(String code) {
        return sql.sql(ROW + " WHERE code = :code")
                .param("code", code)
                .query(SignatoryStore::row)
                .optional();
    }

    Optional<byte[]> tag(String code) {
        return sql.sql("SELECT query_tag FROM petition.signatory WHERE code = :code")
                .param("code", code)
                .query(byte[].class)
                .optional();
    }

    /** In the order in which they signed. */
    List<Signatory> of(UUID petition) {
        return sql.sql(ROW + " WHERE petition_id = :petition ORDER BY place")
                .param("petition", petition)
                .query(SignatoryStore::row)
                .list();
    }

    private static Signatory row(ResultSet row, int number) throws SQLException {
        return new Signatory(
                row.getObject("id", UUID.class),
                row.getObject("petition_id", UUID.class),
                row.getInt("place"),
                row.getString("code"),
                row.getObject("person_id", UUID.class),
                row.getBoolean("represents"),
                PetitionOutcome.valueOf(row.getString("outcome")),
                row.getObject("ask_again_on", LocalDate.class),
                row.getObject("harm_ask_on", LocalDate.class));
    }

    /** What somebody said, and where. */
    record NewVerdict(
            UUID id,
            UUID submission,
            UUID signatory,
            String said,
            String source,
            @Nullable UUID caller,
            boolean pressed,
            String words,
            Instant at) {}

    /** False when this submission is stored already. */
    boolean insert(NewVerdict verdict) {
        return sql.sql("""
                        INSERT INTO petition.verdict (id, submission, signatory_id, said, source, account_id, pressed, words, said_at)
                        VALUES (:id, :submission, :signatory, :said, :source, :caller, :pressed, :words, :at)
                        ON CONFLICT (submission) DO NOTHING""")
                        .param("id", verdict.id())
                        .param("submission", verdict.submission())
                        .param("signatory", verdict.signatory())
                        .param("said", verdict.said())
                        .param("source", verdict.source())
                        .param("caller", verdict.caller(), Types.OTHER)
                        .param("pressed", verdict.pressed())
                        .param("words", verdict.words())
                        .param("at", SqlTime.of(verdict.at()))
                        .update()
                == 1;
    }

    void outcome(UUID id, PetitionOutcome outcome) {
        sql.sql("UPDATE petition.signatory SET outcome = :outcome WHERE id = :id")
                .param("id", id)
                .param("outcome", outcome.name())
                .update();
    }

    void askAgain(UUID petition, @Nullable LocalDate day) {
        sql.sql("UPDATE petition.signatory SET ask_again_on = :day WHERE petition_id = :petition")
                .param("petition", petition)
                .param("day", day, Types.DATE)
                .update();
    }

    /** Nobody asks them again. */
    void asked(UUID signatory) {
        sql.sql("UPDATE petition.signatory SET ask_again_on = NULL WHERE id = :id")
                .param("id", signatory)
                .update();
    }

    /** Whether everybody who signed has withdrawn. */
    boolean allWithdrew(UUID petition) {
        return sql.sql("""
                SELECT NOT EXISTS (SELECT FROM petition.signatory s WHERE s.petition_id = :petition AND NOT EXISTS (
                    SELECT FROM petition.verdict v WHERE v.signatory_id = s.id AND v.said = 'WITHDRAWN'))""").param("petition", petition).query(Boolean.class).single();
    }

    void tried(UUID signatory, LocalDate day, UUID caller, boolean wrongNumber) {
        sql.sql("""
                INSERT INTO petition.try (signatory_id, tried_on, account_id, wrong_number) VALUES (:signatory, :day, :caller, :wrong)
                ON CONFLICT DO NOTHING""")
                .param("signatory", signatory)
                .param("day", day)
                .param("caller", caller)
                .param("wrong", wrongNumber)
                .update();
    }

    boolean wasTried(UUID signatory, LocalDate day) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.try WHERE signatory_id = :signatory AND tried_on = :day)")
                .param("signatory", signatory)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** On how many days since one. */
    int tries(UUID signatory, LocalDate since) {
        return sql.sql("SELECT count(*) FROM petition.try WHERE signatory_id = :signatory AND tried_on >= :since")
                .param("signatory", signatory)
                .param("since", since)
                .query(Integer.class)
                .single();
    }
}
