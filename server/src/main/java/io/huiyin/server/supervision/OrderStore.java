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
class OrderStore {

    private static final String ORDER = """
            SELECT o.id, o.year, o.no, o.petition_id AS petition, p.title, o.unit_code AS unit, u.name AS unit_name,
                   t.name_zh AS trigger_zh, t.name_en AS trigger_en, k.name_zh AS kind_zh, k.name_en AS kind_en, o.demand, o.issued_on,
                   o.due_on, o.state, o.reply, o.replied_on, o.accepted_on, o.overdue_on, o.published_on, o.version
              FROM supervision.supervision_order o
              JOIN supervision.order_trigger t ON t.code = o.trigger_code
              JOIN supervision.order_kind k ON k.code = o.kind
              JOIN organization.shared_unit u ON u.code = o.unit_code
              LEFT JOIN petition.shared_petition p ON p.id = o.petition_id
            """;

    private final JdbcClient sql;

    OrderStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Choice> triggers() {
        return sql.sql("SELECT code, name_zh, name_en FROM supervision.order_trigger ORDER BY code = 'other', code")
                .query(Choice.class)
                .list();
    }

    List<Choice> kinds() {
        return sql.sql("SELECT code, name_zh, name_en FROM supervision.order_kind ORDER BY code")
                .query(Choice.class)
                .list();
    }

    /** A petition that an order may be about, and the unit that has it. */
    record About(UUID petition, @Nullable String unit) {}

    Optional<About> about(String number) {
        return sql.sql("""
                SELECT p.id AS petition, p.unit_code AS unit
                  FROM petition.shared_number n JOIN petition.shared_petition p ON p.id = n.petition_id
                 WHERE n.code = :number LIMIT 1""").param("number", number).query(About.class).optional();
    }

    record New(
            UUID id,
            UUID submission,
            @Nullable UUID petition,
            String unit,
            String trigger,
            String kind,
            String demand,
            LocalDate issuedOn,
            LocalDate dueOn) {}

    /** Numbers run through the year without a gap: one order at a time. */
    void insert(New order) {
        sql.sql("""
                INSERT INTO supervision.supervision_order (id, submission, year, no, petition_id, unit_code, trigger_code, kind, demand,
                       issued_on, due_on, state)
                SELECT :id, :submission, extract(year FROM :issued), coalesce(max(no), 0) + 1, :petition, :unit, :trigger, :kind, :demand,
                       :issued, :due, 'ISSUED'
                  FROM supervision.supervision_order WHERE year = extract(year FROM :issued)""")
                .param("id", order.id())
                .param("submission", order.submission())
                .param("petition", order.petition(), Types.OTHER)
                .param("unit", order.unit())
                .param("trigger", order.trigger())
                .param("kind", order.kind())
                .param("demand", order.demand())
                .param("issued", order.issuedOn())
                .param("due", order.dueOn())
                .update();
    }

    void oneAtATime() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('supervision.supervision_order'))")
                .query(row -> {});
    }

    Optional<UUID> bySubmission(UUID submission) {
        return sql.sql("SELECT id FROM supervision.supervision_order WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .optional();
    }

    Optional<SupervisionOrder> find(UUID id) {
        return sql.sql(ORDER + " WHERE o.id = :id")
                .param("id", id)
                .query(SupervisionOrder.class)
                .optional();
    }

    /** Of one unit or of all: open ones first, by their day. */
    List<SupervisionOrder> all(@Nullable String unit, int most) {
        return sql.sql(ORDER + """
                 WHERE :unit::text IS NULL OR o.unit_code = :unit
                 ORDER BY o.state = 'ACCEPTED', o.due_on, o.id LIMIT :most""")
                .param("unit", unit, Types.VARCHAR)
                .param("most", most)
                .query(SupervisionOrder.class)
                .list();
    }

    List<SupervisionOrder> ofPetition(UUID petition) {
        return sql.sql(ORDER + " WHERE o.petition_id = :petition ORDER BY o.issued_on, o.id")
                .param("petition", petition)
                .query(SupervisionOrder.class)
                .list();
    }

    /** Newest first. */
    List<SupervisionOrder> published(int most) {
        return sql.sql(ORDER + " WHERE o.published_on IS NOT NULL ORDER BY o.published_on DESC, o.id DESC LIMIT :most")
                .param("most", most)
                .query(SupervisionOrder.class)
                .list();
    }

    /** False when somebody else was faster. */
    boolean reply(UUID id, long seen, String reply, LocalDate today) {
        return sql.sql("""
                UPDATE supervision.supervision_order
                   SET state = 'REPLIED', reply = :reply, replied_on = :today, version = version + 1
                 WHERE id = :id AND version = :seen AND state IN ('ISSUED', 'SENT_BACK')""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("reply", reply)
                        .param("today", today)
                        .update()
                == 1;
    }

    boolean accept(UUID id, long seen, LocalDate today) {
        return sql.sql("""
                UPDATE supervision.supervision_order SET state = 'ACCEPTED', accepted_on = :today, version = version + 1
                 WHERE id = :id AND version = :seen AND state = 'REPLIED'""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("today", today)
                        .update()
                == 1;
    }

    boolean sendBack(UUID id, long seen, LocalDate due) {
        return sql.sql("""
                UPDATE supervision.supervision_order
                   SET state = 'SENT_BACK', due_on = :due, overdue_on = NULL, version = version + 1
                 WHERE id = :id AND version = :seen AND state = 'REPLIED'""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("due", due)
                        .update()
                == 1;
    }

    boolean publish(UUID id, long seen, LocalDate today) {
        return sql.sql("""
                UPDATE supervision.supervision_order SET published_on = :today, version = version + 1
                 WHERE id = :id AND version = :seen AND published_on IS NULL
                   AND (state = 'SENT_BACK' OR state = 'ISSUED' AND overdue_on IS NOT NULL)""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("today", today)
                        .update()
                == 1;
    }

    /** Marks what is over its day without a reply and was not marked yet, whatever the server slept through. */
    List<UUID> overdue(LocalDate today) {
        return sql.sql("""
                UPDATE supervision.supervision_order SET overdue_on = :today
                 WHERE due_on < :today AND overdue_on IS NULL AND state IN ('ISSUED', 'SENT_BACK')
                RETURNING id""").param("today", today).query(UUID.class).list();
    }

    record Counts(long toReply, long late, long toJudge, long overdue) {}

    /** Of one unit or of all. */
    Counts counts(@Nullable String unit, LocalDate today) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE state IN ('ISSUED', 'SENT_BACK')) AS to_reply,
                       count(*) FILTER (WHERE state IN ('ISSUED', 'SENT_BACK') AND due_on < :today) AS late,
                       count(*) FILTER (WHERE state = 'REPLIED') AS to_judge,
                       count(*) FILTER (WHERE state IN ('ISSUED', 'SENT_BACK') AND due_on < :today AND published_on IS NULL) AS overdue
                  FROM supervision.supervision_order WHERE :unit::text IS NULL OR unit_code = :unit""")
                .param("unit", unit, Types.VARCHAR)
                .param("today", today)
                .query(Counts.class)
                .single();
    }
}
