package io.huiyin.server.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PetitionDeskStore {

    private final JdbcClient sql;

    PetitionDeskStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** 回避: nobody sees what they, or the unit they work for, step aside from. */
    static final String NOT_RECUSED = " AND NOT EXISTS (SELECT FROM petition.recusal r WHERE r.petition_id = p.id"
            + " AND (r.unit_code = :own OR r.account_id = :account))";

    /** Beyond this nobody counts. */
    static final int MOST_COUNTED = 10_000;

    /** How many petitions there are, of one unit or of all, and how many in each queue; {@value #MOST_COUNTED} and more are as many. */
    record Counts(long total, Map<PetitionQueue, Long> queues) {
        long of(@Nullable PetitionQueue queue) {
            return queue == null ? total : queues.getOrDefault(queue, 0L);
        }
    }

    /**
     * One row of the list.
     *
     * @param words the first words of the title or, without one, of the text; null when neither was supplied
     * @param unit name of the unit; null while it is with none
     * @param days calendar days to the first reply; null before
     * @param dueOn next legal day; null when no clock runs
     */
    record Line(
            UUID id,
            String number,
            @Nullable String words,
            @Nullable String unit,
            Instant receivedAt,
            @Nullable Instant repliedAt,
            Reply reply,
            @Nullable Integer days,
            Procedure procedure,
            @Nullable LocalDate dueOn,
            long version) {}

    /** One petition with its message and its answer. */
    record Whole(
            Line line,
            LifeRow life,
            String title,
            @Nullable String text,
            @Nullable String answer,
            String channel) {}

    Counts counts(@Nullable String unit, int limit, LocalDate today, Actor by) {
        String each = Stream.concat(
                        Stream.of("true"), Arrays.stream(PetitionQueue.values()).map(PetitionQueue::predicate))
                .map(predicate -> "(SELECT count(*) FROM (SELECT FROM petition.petition p WHERE " + predicate + of(unit)
                        + NOT_RECUSED + " LIMIT " + MOST_COUNTED + "))")
                .collect(Collectors.joining(", "));
        return sql.sql("SELECT " + each)
                .param("unit", unit, Types.VARCHAR)
                .param("limit", limit)
                .param("today", today)
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .query((row, n) -> counts(row))
                .single();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Map<PetitionQueue, Long> queues = new EnumMap<>(PetitionQueue.class);
        for (PetitionQueue queue : PetitionQueue.values()) queues.put(queue, row.getLong(queue.ordinal() + 2));
        return new Counts(row.getLong(1), queues);
    }

    private static String of(@Nullable String unit) {
        return unit == null ? "" : " AND p.unit_code = :unit";
    }

    /**
     * What has a day comes by its day, everything else newest first.
     *
     * @param after the last row that was seen; null for the first rows
     */
    List<Line> page(DeskFilter filter, int limit, LocalDate today, Actor by, @Nullable Position after, int most) {
        PetitionQueue queue = filter.queue();
        boolean byDay = filter.byDay();
        String beyond = after == null
                ? ""
                : byDay
                        ? " AND (p.due_on, p.id) > (:at::date, :id)"
                        : " AND (p.received_at, p.id) < (:at::timestamptz, :id)";
        return sql.sql("""
                SELECT p.id, p.petition_no, left(coalesce(nullif(p.title, ''), p.body), 60) AS words, u.name AS unit,
                       p.received_at, p.replied_at, p.reply, p.answered_on_calendar_days AS days, p.procedure, p.due_on, p.version
                  FROM petition.petition p
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE (%s)%s%s%s
                 ORDER BY %s LIMIT :most""".formatted(
                                queue == null ? "true" : queue.predicate(),
                                of(filter.unit()),
                                NOT_RECUSED,
                                beyond,
                                byDay ? "p.due_on, p.id" : "p.received_at DESC, p.id DESC"))
                .param("unit", filter.unit(), Types.VARCHAR)
                .param("limit", limit)
                .param("today", today)
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .param("at", after == null ? null : after.at(), Types.VARCHAR)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .query(PetitionDeskStore::line)
                .list();
    }

    record Found(UUID id, @Nullable String unit) {}

    Optional<Found> byNumber(String number, String code) {
        return sql.sql("""
                SELECT id, unit_code AS unit FROM petition.petition WHERE petition_no = :number
                UNION ALL
                SELECT p.id, p.unit_code FROM petition.signatory s JOIN petition.petition p ON p.id = s.petition_id
                 WHERE s.code = :code
                 LIMIT 1""")
                .param("number", number)
                .param("code", code)
                .query(Found.class)
                .optional();
    }

    /** Absent also for whoever steps aside from it. */
    Optional<Whole> find(UUID id, Actor by) {
        return sql.sql("""
                SELECT %s, left(coalesce(nullif(p.title, ''), p.body), 60) AS words, u.name AS unit, p.replied_at, p.reply,
                       p.answered_on_calendar_days AS days, p.title, p.body, p.answer, p.channel
                  FROM petition.petition p
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 WHERE p.id = :id%s""".formatted(LifeStore.COLUMNS, NOT_RECUSED))
                .param("id", id)
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .query(PetitionDeskStore::whole)
                .optional();
    }

    static Line line(ResultSet row, int number) throws SQLException {
        Reply reply = Reply.of(row.getString("reply"));
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("petition_no"),
                row.getString("words"),
                row.getString("unit"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("replied_at", OffsetDateTime.class)),
                reply == null ? Reply.NONE : reply,
                row.getObject("days", Integer.class),
                Procedure.valueOf(row.getString("procedure")),
                row.getObject("due_on", LocalDate.class),
                row.getLong("version"));
    }

    private static Whole whole(ResultSet row, int number) throws SQLException {
        return new Whole(
                line(row, number),
                LifeStore.row(row, number),
                row.getString("title"),
                row.getString("body"),
                row.getString("answer"),
                row.getString("channel"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
