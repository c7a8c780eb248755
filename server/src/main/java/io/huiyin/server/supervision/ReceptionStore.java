package io.huiyin.server.supervision;

import io.huiyin.server.sql.SqlTime;
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
class ReceptionStore {

    private static final String RECEPTION = """
            SELECT r.id, r.code AS number, h.account_id AS leader, h.office, h.kind, h.place, s.starts_at, r.subject, r.state,
                   r.person_id AS person, p.petition_no AS petition, r.note, r.version
              FROM supervision.reception r
              JOIN supervision.slot s ON s.id = r.slot_id
              JOIN supervision.reception_hour h ON h.id = s.hour_id
              LEFT JOIN petition.shared_petition p ON p.id = r.petition_id
            """;

    private final JdbcClient sql;

    ReceptionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A booking to be. */
    record New(
            UUID id,
            UUID submission,
            UUID slot,
            String code,
            byte[] tag,
            @Nullable UUID person,
            String subject,
            String channel,
            Instant bookedAt) {}

    /** False when somebody else has the slot, or this form was stored before. */
    boolean insert(New booking) {
        return sql.sql("""
                INSERT INTO supervision.reception (id, submission, slot_id, code, query_tag, person_id, subject, channel, booked_at, state)
                VALUES (:id, :submission, :slot, :code, :tag, :person, :subject, :channel, :at, 'BOOKED')
                ON CONFLICT DO NOTHING""")
                        .param("id", booking.id())
                        .param("submission", booking.submission())
                        .param("slot", booking.slot())
                        .param("code", booking.code())
                        .param("tag", booking.tag())
                        .param("person", booking.person(), Types.OTHER)
                        .param("subject", booking.subject())
                        .param("channel", booking.channel())
                        .param("at", SqlTime.of(booking.bookedAt()))
                        .update()
                == 1;
    }

    Optional<Reception> bySubmission(UUID submission) {
        return sql.sql(RECEPTION + " WHERE r.submission = :submission")
                .param("submission", submission)
                .query(Reception.class)
                .optional();
    }

    Optional<Reception> byCode(String code) {
        return sql.sql(RECEPTION + " WHERE r.code = :code")
                .param("code", code)
                .query(Reception.class)
                .optional();
    }

    Optional<byte[]> tag(String code) {
        return sql.sql("SELECT query_tag FROM supervision.reception WHERE code = :code")
                .param("code", code)
                .query(byte[].class)
                .optional();
    }

    Optional<Reception> find(UUID id) {
        return sql.sql(RECEPTION + " WHERE r.id = :id")
                .param("id", id)
                .query(Reception.class)
                .optional();
    }

    /** Those that wait to be held or to be ended, of one leader or of all, by their time. */
    List<Reception> waiting(@Nullable UUID leader, int most) {
        return sql.sql(RECEPTION + """
                 WHERE r.state = 'BOOKED' AND (:leader::uuid IS NULL OR h.account_id = :leader)
                 ORDER BY s.starts_at, r.id LIMIT :most""")
                .param("leader", leader, Types.OTHER)
                .param("most", most)
                .query(Reception.class)
                .list();
    }

    /** How many wait, and how many of those are over and have no end yet. */
    record Counts(long waiting, long over) {}

    Counts counts(@Nullable UUID leader, Instant now) {
        return sql.sql("""
                SELECT count(*) AS waiting, count(*) FILTER (WHERE s.starts_at < :now - interval '1 day') AS over
                  FROM supervision.reception r
                  JOIN supervision.slot s ON s.id = r.slot_id
                  JOIN supervision.reception_hour h ON h.id = s.hour_id
                 WHERE r.state = 'BOOKED' AND (:leader::uuid IS NULL OR h.account_id = :leader)""")
                .param("leader", leader, Types.OTHER)
                .param("now", SqlTime.of(now))
                .query(Counts.class)
                .single();
    }

    /** How a reception ends. */
    record End(UUID id, long seen, String state, @Nullable UUID petition, String note, Instant at) {}

    /** False when somebody else was faster. */
    boolean end(End end) {
        return sql.sql("""
                UPDATE supervision.reception
                   SET state = :state, petition_id = :petition, note = :note, ended_at = :at, version = version + 1
                 WHERE id = :id AND version = :seen AND state = 'BOOKED'""")
                        .param("id", end.id())
                        .param("seen", end.seen())
                        .param("state", end.state())
                        .param("petition", end.petition(), Types.OTHER)
                        .param("note", end.note())
                        .param("at", SqlTime.of(end.at()))
                        .update()
                == 1;
    }

    /** A whole hour falls away: whoever booked is told so. */
    List<UUID> notHeld(UUID hour, Instant now) {
        return sql.sql("""
                UPDATE supervision.reception r SET state = 'NOT_HELD', ended_at = :now, version = version + 1
                  FROM supervision.slot s
                 WHERE s.id = r.slot_id AND s.hour_id = :hour AND r.state = 'BOOKED'
                RETURNING r.id""")
                .param("hour", hour)
                .param("now", SqlTime.of(now))
                .query(UUID.class)
                .list();
    }

    Optional<UUID> petition(String number) {
        return sql.sql("SELECT petition_id FROM petition.shared_number WHERE code = :number LIMIT 1")
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    boolean cancelHour(UUID hour, LocalDate today) {
        return sql.sql(
                                "UPDATE supervision.reception_hour SET cancelled_on = :today WHERE id = :hour AND cancelled_on IS NULL")
                        .param("hour", hour)
                        .param("today", today)
                        .update()
                == 1;
    }
}
