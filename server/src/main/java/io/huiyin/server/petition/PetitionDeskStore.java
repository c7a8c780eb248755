package io.huiyin.server.petition;

import io.huiyin.server.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PetitionDeskStore {

    private final JdbcClient sql;

    PetitionDeskStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many petitions there are, of one unit or of all, and how many in each state. */
    record Counts(
            long total, long overdue, long late, long acknowledged, long unanswered, long withoutText, long answered) {}

    /**
     * One row of the list.
     *
     * @param words the first words of the title or, without one, of the text; null when neither was supplied
     * @param unit name of the unit; null while it is with none
     * @param days calendar days to the first reply; null before
     */
    record Line(
            UUID id,
            String number,
            @Nullable String words,
            @Nullable String unit,
            Instant receivedAt,
            @Nullable Instant repliedAt,
            Reply reply,
            @Nullable Integer days) {}

    /** One petition with its message and its answer. */
    record Whole(
            Line line,
            String title,
            @Nullable String text,
            @Nullable String answer,
            boolean hasPetitioner,
            String channel,
            @Nullable String unitCode,
            @Nullable UUID matter) {}

    /** A bare 'received' ends no clock: only an answer does. */
    Counts counts(@Nullable String unit, int limit, LocalDate today) {
        return sql.sql("""
                SELECT count(*) AS total,
                       count(*) FILTER (WHERE reply IN ('none', 'acknowledged')
                                          AND :today - (received_at AT TIME ZONE 'Asia/Shanghai')::date > :limit) AS overdue,
                       count(*) FILTER (WHERE answered_on_calendar_days > :limit) AS late,
                       count(*) FILTER (WHERE reply = 'acknowledged') AS acknowledged,
                       count(*) FILTER (WHERE reply = 'none') AS unanswered,
                       count(*) FILTER (WHERE reply = 'without text') AS without_text,
                       count(*) FILTER (WHERE reply = 'answered') AS answered
                  FROM petition.petition
                 WHERE :unit::text IS NULL OR unit_code = :unit""")
                .param("unit", unit, Types.VARCHAR)
                .param("limit", limit)
                .param("today", today)
                .query(Counts.class)
                .single();
    }

    List<Line> page(DeskFilter filter, int limit, LocalDate today, Paging part) {
        Reply reply = filter.reply();
        return sql.sql("""
                SELECT p.id, p.petition_no, left(coalesce(nullif(p.title, ''), p.body), 60) AS words, u.name AS unit,
                       p.received_at, p.replied_at, p.reply, p.answered_on_calendar_days AS days
                  FROM petition.petition p
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE (:unit::text IS NULL OR p.unit_code = :unit)
                   AND (NOT :late OR p.answered_on_calendar_days > :limit)
                   AND (NOT :overdue OR p.reply IN ('none', 'acknowledged')
                        AND :today - (p.received_at AT TIME ZONE 'Asia/Shanghai')::date > :limit)
                   AND (:reply::text IS NULL OR p.reply = :reply)
                 ORDER BY p.received_at DESC, p.id
                 LIMIT :size OFFSET :offset""")
                .param("unit", filter.unit(), Types.VARCHAR)
                .param("late", filter.late())
                .param("limit", limit)
                .param("reply", reply == null ? null : reply.word(), Types.VARCHAR)
                .param("overdue", filter.overdue())
                .param("today", today)
                .param("size", part.size())
                .param("offset", part.offset())
                .query(PetitionDeskStore::line)
                .list();
    }

    Optional<Whole> find(UUID id) {
        return sql.sql("""
                SELECT p.id, p.petition_no, left(coalesce(nullif(p.title, ''), p.body), 60) AS words, u.name AS unit,
                       p.received_at, p.replied_at, p.reply, p.answered_on_calendar_days AS days,
                       p.title, p.body, p.answer, p.petitioner_id IS NOT NULL AS has_petitioner, p.channel, p.unit_code,
                       p.matter_id
                  FROM petition.petition p
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE p.id = :id""").param("id", id).query(PetitionDeskStore::whole).optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Reply reply = Reply.of(row.getString("reply"));
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("petition_no"),
                row.getString("words"),
                row.getString("unit"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("replied_at", OffsetDateTime.class)),
                reply == null ? Reply.NONE : reply,
                row.getObject("days", Integer.class));
    }

    private static Whole whole(ResultSet row, int number) throws SQLException {
        return new Whole(
                line(row, number),
                row.getString("title"),
                row.getString("body"),
                row.getString("answer"),
                row.getBoolean("has_petitioner"),
                row.getString("channel"),
                row.getString("unit_code"),
                row.getObject("matter_id", UUID.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
