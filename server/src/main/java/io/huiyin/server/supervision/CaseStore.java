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
class CaseStore {

    private static final String CASE = """
            SELECT c.id, c.petition_id AS petition, c.year, c.no, s.name_zh AS subject_zh, s.name_en AS subject_en, c.rule, c.reason,
                   c.received_on, c.listed_on, c.ending, c.ended_on, c.version, p.title, p.body, p.unit_code AS unit,
                   u.name AS unit_name, o.id AS ownership, o.account_id AS owner, o.office, o.plan, o.due_on AS plan_due, o.taken_on
              FROM supervision.hard_case c
              JOIN supervision.subject s ON s.code = c.subject
              JOIN petition.shared_petition p ON p.id = c.petition_id
              LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
              LEFT JOIN supervision.ownership o ON o.case_id = c.id AND o.ended_on IS NULL
            """;

    private final JdbcClient sql;

    CaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Choice> subjects() {
        return sql.sql("SELECT code, name_zh, name_en FROM supervision.subject ORDER BY code = 'other', code")
                .query(Choice.class)
                .list();
    }

    /** A petition that is to be put on the list. */
    record Candidate(
            UUID petition,
            @Nullable String title,
            LocalDate receivedOn,
            @Nullable String petitionClass,
            @Nullable String ending,
            boolean listed) {}

    /** By any of its public numbers. */
    Optional<Candidate> candidate(String number) {
        return sql.sql("""
                SELECT p.id AS petition, p.title, p.received_on, p.class AS petition_class, p.ending,
                       EXISTS (SELECT FROM supervision.hard_case c WHERE c.petition_id = p.id) AS listed
                  FROM petition.shared_number n JOIN petition.shared_petition p ON p.id = n.petition_id
                 WHERE n.code = :number LIMIT 1""").param("number", number).query(Candidate.class).optional();
    }

    /** Absent when there is no such petition. */
    Optional<String> title(UUID petition) {
        return sql.sql("SELECT title FROM petition.shared_petition WHERE id = :petition")
                .param("petition", petition)
                .query(String.class)
                .optional();
    }

    /** An entry to be. */
    record New(
            UUID id,
            UUID petition,
            String subject,
            String rule,
            String reason,
            LocalDate receivedOn,
            LocalDate listedOn) {}

    /** Numbers run through the year without a gap: one entry at a time. False when the petition is on the list already. */
    boolean insert(New entry) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('supervision.hard_case'))")
                .query(row -> {});
        return sql.sql("""
                INSERT INTO supervision.hard_case (id, petition_id, year, no, subject, rule, reason, received_on, listed_on)
                SELECT :id, :petition, extract(year FROM :listed), coalesce(max(no), 0) + 1, :subject, :rule, :reason, :received, :listed
                  FROM supervision.hard_case WHERE year = extract(year FROM :listed)
                ON CONFLICT (petition_id) DO NOTHING""")
                        .param("id", entry.id())
                        .param("petition", entry.petition())
                        .param("subject", entry.subject())
                        .param("rule", entry.rule())
                        .param("reason", entry.reason())
                        .param("received", entry.receivedOn())
                        .param("listed", entry.listedOn())
                        .update()
                == 1;
    }

    Optional<HardCase> find(UUID id) {
        return sql.sql(CASE + " WHERE c.id = :id")
                .param("id", id)
                .query(HardCase.class)
                .optional();
    }

    /** Nobody else takes, gives up or ends it until the transaction ends. */
    Optional<HardCase> lock(UUID id) {
        sql.sql("SELECT id FROM supervision.hard_case WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(row -> {});
        return find(id);
    }

    Optional<HardCase> ofPetition(UUID petition) {
        return sql.sql(CASE + " WHERE c.petition_id = :petition")
                .param("petition", petition)
                .query(HardCase.class)
                .optional();
    }

    /** What stood on the list in a year: entered in it, or still open when it began. */
    List<HardCase> ofYear(int year) {
        return sql.sql(CASE + """
                 WHERE c.listed_on < make_date(:year + 1, 1, 1) AND (c.ended_on IS NULL OR c.ended_on >= make_date(:year, 1, 1))
                 ORDER BY c.ended_on IS NOT NULL, c.received_on, c.year, c.no""").param("year", year).query(HardCase.class).list();
    }

    /** Of the account {@code :account} and the unit {@code :unit}: declared, complained of, or the one that handles it. */
    private static final String RECUSED = """
            (EXISTS (SELECT FROM supervision.stake s WHERE s.case_id = c.id AND s.account_id = :account)
             OR EXISTS (SELECT FROM petition.shared_recusal r
                         WHERE r.petition_id = c.petition_id AND (r.account_id = :account OR r.unit_code = :unit))
             OR coalesce(p.unit_code = :unit, false))""";

    private static final String ORDER =
            " ORDER BY c.ended_on IS NOT NULL, c.ended_on DESC, c.received_on, c.id LIMIT :most";

    /** Open ones first, the oldest first. */
    List<HardCase> all(int most) {
        return sql.sql(CASE + ORDER).param("most", most).query(HardCase.class).list();
    }

    /** Those from which neither a leader nor the leader's unit has to step aside. */
    List<HardCase> allBut(UUID account, @Nullable String unit, int most) {
        return sql.sql(CASE + " WHERE NOT " + RECUSED + ORDER)
                .param("account", account)
                .param("unit", unit, Types.VARCHAR)
                .param("most", most)
                .query(HardCase.class)
                .list();
    }

    boolean recused(UUID id, UUID account, @Nullable String unit) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM supervision.hard_case c JOIN petition.shared_petition p ON p.id = c.petition_id
                                WHERE c.id = :id AND %s)""".formatted(RECUSED))
                .param("id", id)
                .param("account", account)
                .param("unit", unit, Types.VARCHAR)
                .query(Boolean.class)
                .single();
    }

    void declare(UUID id, UUID account, LocalDate day) {
        sql.sql("""
                INSERT INTO supervision.stake (case_id, account_id, declared_on) VALUES (:id, :account, :day)
                ON CONFLICT DO NOTHING""").param("id", id).param("account", account).param("day", day).update();
    }

    /** An ownership to be. */
    record Taken(
            UUID id,
            UUID caseId,
            UUID account,
            @Nullable String unit,
            String office,
            String plan,
            LocalDate dueOn,
            LocalDate takenOn) {}

    void take(Taken taken) {
        sql.sql("""
                INSERT INTO supervision.ownership (id, case_id, account_id, unit_code, office, plan, due_on, taken_on)
                VALUES (:id, :case, :account, :unit, :office, :plan, :due, :taken)""")
                .param("id", taken.id())
                .param("case", taken.caseId())
                .param("account", taken.account())
                .param("unit", taken.unit(), Types.VARCHAR)
                .param("office", taken.office())
                .param("plan", taken.plan())
                .param("due", taken.dueOn())
                .param("taken", taken.takenOn())
                .update();
    }

    void plan(UUID ownership, String plan, LocalDate due) {
        sql.sql("UPDATE supervision.ownership SET plan = :plan, due_on = :due, version = version + 1 WHERE id = :id")
                .param("id", ownership)
                .param("plan", plan)
                .param("due", due)
                .update();
    }

    void release(UUID ownership, LocalDate day) {
        sql.sql("UPDATE supervision.ownership SET ended_on = :day, version = version + 1 WHERE id = :id")
                .param("id", ownership)
                .param("day", day)
                .update();
    }

    void touch(UUID id) {
        sql.sql("UPDATE supervision.hard_case SET version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** What a petition's own end makes of its entry: {@code ended} or {@code reopened}; absent when nothing changes. */
    record Turned(
            UUID id, @Nullable String ending, @Nullable String before) {}

    Optional<Turned> follow(UUID petition, LocalDate today) {
        return sql.sql("""
                UPDATE supervision.hard_case c
                   SET ending = p.ending, ended_on = CASE WHEN p.ending IS NULL THEN NULL ELSE coalesce(c.ended_on, :today) END,
                       version = c.version + 1
                  FROM petition.shared_petition p
                  JOIN supervision.hard_case b ON b.petition_id = p.id
                 WHERE c.petition_id = :petition AND p.id = c.petition_id AND b.id = c.id AND p.ending IS DISTINCT FROM c.ending
                RETURNING c.id, c.ending, b.ending AS before""")
                .param("petition", petition)
                .param("today", today)
                .query(Turned.class)
                .optional();
    }

    /** Open appeals with a unit that are not on the list, the oldest first. */
    List<PastCases.Living> living(int most) {
        return sql.sql("""
                SELECT p.petition_no AS number, p.received_on FROM petition.shared_petition p
                 WHERE p.ending IS NULL AND p.class = 'APPEAL' AND p.procedure IN ('ASSIGNED', 'ACCEPTED', 'IN_HAND')
                   AND NOT EXISTS (SELECT FROM supervision.hard_case c WHERE c.petition_id = p.id)
                 ORDER BY p.received_on, p.id LIMIT :most""").param("most", most).query(PastCases.Living.class).list();
    }

    /** Of those that their petitioners say are solved and that are not on the list, the oldest. */
    List<PastCases.Living> solved(int most) {
        return sql.sql("""
                SELECT p.petition_no AS number, p.received_on FROM petition.shared_petition p
                 WHERE p.ending = 'SOLVED' AND p.class = 'APPEAL' AND p.procedure <> 'ELSEWHERE'
                   AND NOT EXISTS (SELECT FROM supervision.hard_case c WHERE c.petition_id = p.id)
                 ORDER BY p.received_on, p.id LIMIT :most""").param("most", most).query(PastCases.Living.class).list();
    }

    record Counts(long open, long free, long late) {}

    /** Open cases, those without an owner, and those past their owner's own day; of one leader or of all. */
    Counts counts(@Nullable UUID owner, LocalDate today) {
        return sql.sql("""
                SELECT count(*) AS open, count(*) FILTER (WHERE o.id IS NULL) AS free, count(*) FILTER (WHERE o.due_on < :today) AS late
                  FROM supervision.hard_case c
                  LEFT JOIN supervision.ownership o ON o.case_id = c.id AND o.ended_on IS NULL
                 WHERE c.ending IS NULL AND (:owner::uuid IS NULL OR o.account_id = :owner)""")
                .param("owner", owner, Types.OTHER)
                .param("today", today)
                .query(Counts.class)
                .single();
    }
}
