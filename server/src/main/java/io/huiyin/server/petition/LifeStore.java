package io.huiyin.server.petition;

import io.huiyin.server.petition.PetitionClock.Running;
import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of petitions' lives: where they stand and how they got there. */
@Repository
class LifeStore {

    /** What {@link #row} reads, of {@code petition.petition p}. */
    static final String COLUMNS = """
            p.id, p.petition_no, p.received_at, p.class, p.procedure, p.outcome, p.hidden, p.unit_code, p.clock, p.due_on,
            p.paused_on, p.pause_ground, p.handler_id, p.matter_id, p.petitioner_id, p.merged_into,
            (SELECT m.procedure FROM petition.petition m WHERE m.id = p.merged_into) AS merged_procedure,
            coalesce(p.submission, p.id) AS owner, p.hotline IS NOT NULL AS called, p.version""";

    private static final String ROW = "SELECT " + COLUMNS + " FROM petition.petition p";

    private final JdbcClient sql;

    LifeStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Transition> transitions() {
        return sql.sql("""
                SELECT axis, move, from_state, to_state, who, needs, clock, (
                       SELECT coalesce(string_agg(whom || ':' || replace(template, 'petition.telling.', ''), ' ' ORDER BY whom DESC), '')
                         FROM petition.telling WHERE what = move AND axis = 'procedure') AS told
                  FROM petition.transition""")
                .query((row, n) -> new Transition(
                        row.getString("axis"),
                        row.getString("move"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        words(row.getString("who")),
                        words(row.getString("needs")),
                        row.getString("clock"),
                        row.getString("told")))
                .list();
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }

    Optional<LifeRow> find(UUID id) {
        return sql.sql(ROW + " WHERE id = :id")
                .param("id", id)
                .query(LifeStore::row)
                .optional();
    }

    /** Nobody else moves it until the transaction ends. */
    Optional<LifeRow> lock(UUID id) {
        return sql.sql(ROW + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(LifeStore::row)
                .optional();
    }

    Optional<LifeRow> byNumber(String number) {
        return sql.sql(ROW + " WHERE petition_no = :number")
                .param("number", number)
                .query(LifeStore::row)
                .optional();
    }

    static LifeRow row(ResultSet row, int number) throws SQLException {
        String petitionClass = row.getString("class");
        String merged = row.getString("merged_procedure");
        return new LifeRow(
                row.getObject("id", UUID.class),
                row.getString("petition_no"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                petitionClass == null ? null : PetitionClass.valueOf(petitionClass),
                Procedure.valueOf(row.getString("procedure")),
                PetitionOutcome.valueOf(row.getString("outcome")),
                row.getBoolean("hidden"),
                row.getString("unit_code"),
                new Running(
                        row.getString("clock"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("paused_on", LocalDate.class),
                        row.getString("pause_ground")),
                row.getObject("handler_id", UUID.class),
                row.getObject("matter_id", UUID.class),
                row.getObject("petitioner_id", UUID.class),
                row.getObject("merged_into", UUID.class),
                merged == null ? null : Procedure.valueOf(merged),
                row.getObject("owner", UUID.class),
                row.getBoolean("called"),
                row.getLong("version"));
    }

    /** What a move leaves behind. */
    record Moved(
            UUID id,
            Procedure to,
            @Nullable String unit,
            Running running,
            @Nullable UUID handler,
            @Nullable UUID mergedInto,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate answerDueOn) {}

    void move(Moved moved) {
        sql.sql("""
                UPDATE petition.petition
                   SET procedure = :to, unit_code = :unit, clock = :clock, due_on = :due, handler_id = :handler,
                       merged_into = :merged, paused_on = :paused, pause_ground = :ground,
                       answered_on = coalesce(:answered, answered_on),
                       answer_due_on = coalesce(:answerDue, answer_due_on), escalated_on = NULL,
                       version = version + 1
                 WHERE id = :id""")
                .param("id", moved.id())
                .param("to", moved.to().name())
                .param("unit", moved.unit(), Types.VARCHAR)
                .param("clock", moved.running().code(), Types.VARCHAR)
                .param("due", moved.running().dueOn(), Types.DATE)
                .param("paused", moved.running().pausedOn(), Types.DATE)
                .param("ground", moved.running().ground(), Types.VARCHAR)
                .param("handler", moved.handler(), Types.OTHER)
                .param("merged", moved.mergedInto(), Types.OTHER)
                .param("answered", moved.answeredOn(), Types.DATE)
                .param("answerDue", moved.answerDueOn(), Types.DATE)
                .update();
    }

    /** Grounds on which a clock may stand still. */
    List<Ground> grounds() {
        return sql.sql("SELECT code, name_zh, name_en, source FROM petition.ground ORDER BY code")
                .query(Ground.class)
                .list();
    }

    void classify(UUID id, PetitionClass petitionClass) {
        sql.sql("UPDATE petition.petition SET class = :class, version = version + 1 WHERE id = :id")
                .param("id", id)
                .param("class", petitionClass.name())
                .update();
    }

    void outcome(UUID id, PetitionOutcome outcome) {
        sql.sql("UPDATE petition.petition SET outcome = :outcome, version = version + 1 WHERE id = :id")
                .param("id", id)
                .param("outcome", outcome.name())
                .update();
    }

    void matter(UUID id, UUID matter) {
        sql.sql("UPDATE petition.petition SET matter_id = :matter WHERE id = :id")
                .param("id", id)
                .param("matter", matter)
                .update();
    }

    /** A row of the history to be. */
    record NewMove(
            UUID id, UUID petition, Move move, @Nullable UUID account, byte[] salt) {}

    void insert(NewMove made) {
        Move move = made.move();
        sql.sql("""
                INSERT INTO petition.move (id, petition_id, axis, move, from_state, to_state, made_at, account_id, role,
                       unit_code, reason, due_on, salt)
                VALUES (:id, :petition, :axis, :move, :from, :to, :at, :account, :role, :unit, :reason, :due, :salt)""")
                .param("id", made.id())
                .param("petition", made.petition())
                .param("axis", move.axis())
                .param("move", move.move())
                .param("from", move.fromState())
                .param("to", move.toState())
                .param("at", SqlTime.of(move.madeAt()))
                .param("account", made.account(), Types.OTHER)
                .param("role", move.role())
                .param("unit", move.unit(), Types.VARCHAR)
                .param("reason", move.reason())
                .param("due", move.dueOn(), Types.DATE)
                .param("salt", made.salt())
                .update();
    }

    /** Oldest first. */
    List<Move> moves(UUID petition) {
        return sql.sql("""
                SELECT axis, move, from_state, to_state, made_at, role, unit_code AS unit, reason, due_on
                  FROM petition.move WHERE petition_id = :petition ORDER BY made_at, id""").param("petition", petition).query(Move.class).list();
    }

    boolean made(UUID petition, String move) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.move WHERE petition_id = :petition AND move = :move)")
                .param("petition", petition)
                .param("move", move)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody, or the unit they work for, steps aside. */
    boolean recused(UUID petition, Actor by) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM petition.recusal
                                WHERE petition_id = :petition AND (unit_code = :unit OR account_id = :account))""")
                .param("petition", petition)
                .param("unit", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    void recuse(UUID petition, @Nullable String unit, @Nullable UUID account, String reason) {
        sql.sql("""
                INSERT INTO petition.recusal (petition_id, unit_code, account_id, reason)
                VALUES (:petition, :unit, :account, :reason) ON CONFLICT DO NOTHING""")
                .param("petition", petition)
                .param("unit", unit, Types.VARCHAR)
                .param("account", account, Types.OTHER)
                .param("reason", reason)
                .update();
    }

    /** Whose time to ask for a review is over. */
    List<UUID> lapsed(LocalDate today, int most) {
        return sql.sql("""
                SELECT id FROM petition.petition
                 WHERE procedure IN ('ANSWERED', 'REVIEWED') AND due_on < :today
                 ORDER BY due_on, id LIMIT :most""")
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Marks what is over its day and was not marked yet; each is found whatever the server slept through. */
    int escalate(LocalDate today) {
        return sql.sql("""
                UPDATE petition.petition SET escalated_on = :today
                 WHERE due_on < :today AND escalated_on IS NULL
                   AND paused_on IS NULL AND procedure NOT IN ('ANSWERED', 'REVIEWED')""").param("today", today).update();
    }
}
