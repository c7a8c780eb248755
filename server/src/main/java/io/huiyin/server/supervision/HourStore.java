package io.huiyin.server.supervision;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HourStore {

    private final JdbcClient sql;

    HourStore(JdbcClient sql) {
        this.sql = sql;
    }

    record New(UUID id, UUID leader, String office, String kind, String place, Instant beginsAt, Instant endsAt) {}

    /** Whether the leader is somewhere else at that time. */
    boolean busy(UUID leader, Instant begins, Instant ends) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM supervision.reception_hour
                                WHERE account_id = :leader AND cancelled_on IS NULL AND begins_at < :ends AND ends_at > :begins)""")
                .param("leader", leader)
                .param("begins", SqlTime.of(begins))
                .param("ends", SqlTime.of(ends))
                .query(Boolean.class)
                .single();
    }

    /** An hour and its slots, one every so many minutes. */
    void insert(New hour, int minutes) {
        sql.sql("""
                INSERT INTO supervision.reception_hour (id, account_id, office, kind, place, begins_at, ends_at)
                VALUES (:id, :leader, :office, :kind, :place, :begins, :ends)""")
                .param("id", hour.id())
                .param("leader", hour.leader())
                .param("office", hour.office())
                .param("kind", hour.kind())
                .param("place", hour.place())
                .param("begins", SqlTime.of(hour.beginsAt()))
                .param("ends", SqlTime.of(hour.endsAt()))
                .update();
        sql.sql("""
                INSERT INTO supervision.slot (id, hour_id, starts_at)
                SELECT gen_random_uuid(), :hour, t
                  FROM generate_series(:begins::timestamptz, :ends::timestamptz - make_interval(mins => :minutes),
                                       make_interval(mins => :minutes)) AS t""")
                .param("hour", hour.id())
                .param("begins", SqlTime.of(hour.beginsAt()))
                .param("ends", SqlTime.of(hour.endsAt()))
                .param("minutes", minutes)
                .update();
    }

    private record Row(
            UUID id,
            UUID leader,
            String office,
            String kind,
            String place,
            OffsetDateTime beginsAt,
            OffsetDateTime endsAt,
            UUID slot,
            OffsetDateTime startsAt,
            boolean taken) {}

    private static final String HOURS = """
            SELECT h.id, h.account_id AS leader, h.office, h.kind, h.place, h.begins_at, h.ends_at, s.id AS slot, s.starts_at,
                   EXISTS (SELECT FROM supervision.reception r WHERE r.slot_id = s.id AND r.state <> 'CANCELLED') AS taken
              FROM supervision.reception_hour h JOIN supervision.slot s ON s.hour_id = h.id
             WHERE h.cancelled_on IS NULL
            """;

    /** Those that begin in a span, with their slots, by their time. */
    List<ReceptionHour> between(Instant from, Instant until, Instant now) {
        List<Row> rows = sql.sql(
                        HOURS
                                + " AND h.begins_at >= :from AND h.begins_at < :until ORDER BY h.begins_at, h.office, h.id, s.starts_at")
                .param("from", SqlTime.of(from))
                .param("until", SqlTime.of(until))
                .query(Row.class)
                .list();
        return hours(rows, now);
    }

    /** The hour that a slot belongs to, with this slot only; absent also when the hour fell away. */
    Optional<ReceptionHour> ofSlot(UUID slot, Instant now) {
        List<Row> rows = sql.sql(HOURS + " AND s.id = :slot")
                .param("slot", slot)
                .query(Row.class)
                .list();
        return hours(rows, now).stream().findFirst();
    }

    private static List<ReceptionHour> hours(List<Row> rows, Instant now) {
        Map<UUID, List<Row>> byHour = new LinkedHashMap<>();
        for (Row row : rows)
            byHour.computeIfAbsent(row.id(), none -> new ArrayList<>()).add(row);
        return byHour.values().stream().map(of -> hour(of, now)).toList();
    }

    private static ReceptionHour hour(List<Row> rows, Instant now) {
        Row first = rows.getFirst();
        return new ReceptionHour(
                first.id(),
                first.leader(),
                first.office(),
                first.kind(),
                first.place(),
                first.beginsAt().toInstant(),
                first.endsAt().toInstant(),
                rows.stream()
                        .map(row -> new ReceptionHour.Slot(
                                row.slot(),
                                row.startsAt().toInstant(),
                                !row.taken() && row.startsAt().toInstant().isAfter(now)))
                        .toList());
    }
}
