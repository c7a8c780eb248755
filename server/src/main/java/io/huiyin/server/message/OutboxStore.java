package io.huiyin.server.message;

import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboxStore {

    private static final String COLUMNS =
            "m.id, template, addressee_kind, addressee_id, language, number, path, day, created_at, state, channel, attempts,"
                    + " next_try_at, fault, settled_at";

    private final JdbcClient sql;

    OutboxStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A message as it is stored: no contact, no text. */
    record Row(
            UUID id,
            String template,
            String addresseeKind,
            UUID addresseeId,
            String language,
            String number,
            String path,
            @Nullable LocalDate day,
            Instant createdAt,
            String state,
            @Nullable String channel,
            int attempts,
            Instant nextTryAt,
            @Nullable String fault,
            @Nullable Instant settledAt) {

        Addressee.Kind kind() {
            return Addressee.Kind.valueOf(addresseeKind.toUpperCase(Locale.ROOT));
        }
    }

    void insert(List<Note> notes, Instant now, Instant expires) {
        sql.sql("""
                INSERT INTO message.message (id, dedupe, template, addressee_kind, addressee_id, language, number, path, day,
                       created_at, expires_at, next_try_at)
                SELECT t.*, :now, :expires, :now
                  FROM unnest(:ids::uuid[], :dedupes::text[], :templates::text[], :kinds::text[], :addressees::uuid[],
                              :languages::text[], :numbers::text[], :paths::text[], :days::date[]) AS t
                ON CONFLICT (dedupe) DO NOTHING""")
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(expires))
                .param("ids", notes.stream().map(note -> Ids.next()).toArray(UUID[]::new))
                .param("dedupes", notes.stream().map(Note::dedupe).toArray(String[]::new))
                .param("templates", notes.stream().map(Note::template).toArray(String[]::new))
                .param(
                        "kinds",
                        notes.stream()
                                .map(note -> note.to().kind().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("addressees", notes.stream().map(note -> note.to().id()).toArray(UUID[]::new))
                .param(
                        "languages",
                        notes.stream().map(note -> note.english() ? "en" : "zh").toArray(String[]::new))
                .param("numbers", notes.stream().map(Note::number).toArray(String[]::new))
                .param("paths", notes.stream().map(Note::path).toArray(String[]::new))
                .param("days", notes.stream().map(OutboxStore::day).toArray(String[]::new))
                .update();
    }

    /**
     * Takes messages whose time has come, so that nobody else does before the lease ends. A sender that dies leaves them to be
     * taken again then.
     *
     * @param channels those that can be sent by; a message whose contact was never opened may turn out to be of any
     */
    List<Row> claim(Collection<Channel> channels, Instant now, Instant lease, int most) {
        return sql.sql("""
                WITH next AS (
                    SELECT id FROM message.message
                     WHERE state = 'WAITING' AND next_try_at <= :now AND (channel IS NULL OR channel = ANY (:channels))
                     ORDER BY next_try_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
                UPDATE message.message m SET attempts = attempts + 1, next_try_at = :lease
                  FROM next WHERE m.id = next.id
                RETURNING\s""" + COLUMNS)
                .param("now", SqlTime.of(now))
                .param("lease", SqlTime.of(lease))
                .param("channels", channels.stream().map(Enum::name).toArray(String[]::new))
                .param("most", most)
                .query(Row.class)
                .list();
    }

    /** The end of a message's way; one that another sender ended meanwhile stays as it is. */
    void settle(UUID id, String state, @Nullable Channel channel, @Nullable String fault, Instant now) {
        sql.sql("""
                UPDATE message.message SET state = :state, channel = coalesce(:channel, channel), fault = :fault, settled_at = :now
                 WHERE id = :id AND state = 'WAITING'""")
                .param("id", id)
                .param("state", state)
                .param("channel", name(channel), Types.VARCHAR)
                .param("fault", fault, Types.VARCHAR)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Another try, unless the lease ended and somebody else is at it. */
    void later(Row row, @Nullable Channel channel, @Nullable String fault, Instant next) {
        sql.sql("""
                UPDATE message.message SET channel = coalesce(:channel, channel), fault = :fault, next_try_at = :next
                 WHERE id = :id AND state = 'WAITING' AND attempts = :attempts""")
                .param("id", row.id())
                .param("attempts", row.attempts())
                .param("channel", name(channel), Types.VARCHAR)
                .param("fault", fault, Types.VARCHAR)
                .param("next", SqlTime.of(next))
                .update();
    }

    /** Ends what is too old to be news, whether it could not be sent or nothing was configured to send it by. */
    int expire(Instant now) {
        return sql.sql("""
                UPDATE message.message SET state = 'EXPIRED', settled_at = :now WHERE state = 'WAITING' AND expires_at <= :now""").param("now", SqlTime.of(now)).update();
    }

    List<Row> about(String number) {
        return sql.sql("SELECT " + COLUMNS
                        + " FROM message.message m WHERE number = :number AND number <> '' ORDER BY m.id DESC")
                .param("number", number)
                .query(Row.class)
                .list();
    }

    /** How many did not go out (yet), by state. */
    record Count(String state, long count) {}

    List<Count> unsent() {
        return sql.sql(
                        "SELECT state, count(*) AS count FROM message.message WHERE state <> 'SENT' GROUP BY state ORDER BY state")
                .query(Count.class)
                .list();
    }

    /** Newest first, from one on. */
    List<Row> page(@Nullable UUID before, int most) {
        return sql.sql(
                        "SELECT " + COLUMNS
                                + " FROM message.message m WHERE :before::uuid IS NULL OR m.id < :before::uuid ORDER BY m.id DESC LIMIT :most")
                .param("before", before, Types.OTHER)
                .param("most", most)
                .query(Row.class)
                .list();
    }

    /** The driver sends no array of days. */
    private static @Nullable String day(Note note) {
        return note.day() == null ? null : note.day().toString();
    }

    private static @Nullable String name(@Nullable Channel channel) {
        return channel == null ? null : channel.name();
    }
}
