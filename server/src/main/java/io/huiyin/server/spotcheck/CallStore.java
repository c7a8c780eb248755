package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.spotcheck.Calls.AskedMatter;
import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallStore {

    private final JdbcClient sql;

    CallStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID draw, List<CallSheet> sheets) {
        sql.sql("""
                INSERT INTO spotcheck.call (id, draw_id, person_id, has_contact)
                SELECT t.id, :draw, t.person_id, t.has_contact
                  FROM unnest(:ids::uuid[], :persons::uuid[], :contacts::boolean[]) AS t (id, person_id, has_contact)""")
                .param("draw", draw)
                .param("ids", sheets.stream().map(CallSheet::id).toArray(UUID[]::new))
                .param("persons", sheets.stream().map(CallSheet::person).toArray(UUID[]::new))
                .param("contacts", sheets.stream().map(CallSheet::contact).toArray(Boolean[]::new))
                .update();
        List<Place> places = sheets.stream().flatMap(Place::of).toList();
        sql.sql("""
                INSERT INTO spotcheck.call_matter (call_id, draw_id, number, place)
                SELECT t.call_id, :draw, t.number, t.place
                  FROM unnest(:calls::uuid[], :numbers::text[], :places::int[]) AS t (call_id, number, place)""")
                .param("draw", draw)
                .param("calls", places.stream().map(Place::call).toArray(UUID[]::new))
                .param("numbers", places.stream().map(Place::number).toArray(String[]::new))
                .param("places", places.stream().mapToInt(Place::place).toArray())
                .update();
    }

    private record Place(UUID call, String number, int place) {
        static java.util.stream.Stream<Place> of(CallSheet sheet) {
            return java.util.stream.IntStream.range(0, sheet.numbers().size())
                    .mapToObj(i -> new Place(sheet.id(), sheet.numbers().get(i), i + 1));
        }
    }

    List<AskedMatter> asked(UUID draw) {
        return sql.sql("""
                SELECT c.id AS call, c.has_contact AS contact, m.number, f.matter_id AS matter
                  FROM spotcheck.call c
                  JOIN spotcheck.call_matter m ON m.call_id = c.id
                  JOIN spotcheck.draw w ON w.id = c.draw_id
                  JOIN spotcheck.frame_matter f ON f.frame_id = w.frame_id AND f.number = m.number
                 WHERE c.draw_id = :draw
                 ORDER BY c.id, m.place""").param("draw", draw).query(AskedMatter.class).list();
    }

    /** Each interviewer gets another order, so that two rarely take the same call. */
    List<DueCall> next(SignedIn by, Instant now, int tries, int limit) {
        return sql.sql("""
                SELECT p.id, p.no_replies, p.call_again_at,
                       (SELECT count(*) FROM spotcheck.call_matter m WHERE m.call_id = p.id) AS matters
                  FROM spotcheck.call_progress p
                 WHERE p.has_contact AND NOT p.answered AND NOT p.refused AND NOT p.wrong_number AND p.no_replies < :tries
                   AND (p.call_again_at <= :now
                        OR p.call_again_at IS NULL AND (p.last_tried_at IS NULL OR p.last_tried_at < :today))
                   AND NOT EXISTS (SELECT 1
                                     FROM spotcheck.call_matter m
                                     JOIN spotcheck.draw w ON w.id = m.draw_id
                                     JOIN spotcheck.frame_matter f ON f.frame_id = w.frame_id AND f.number = m.number
                                    WHERE m.call_id = p.id AND f.unit_code = :unit::text)
                 ORDER BY p.call_again_at, p.no_replies, hashtextextended(p.id::text, :seed)
                 LIMIT :limit""")
                .param("tries", tries)
                .param("now", SqlTime.of(now))
                .param("today", SqlTime.of(SqlTime.startOf(SqlTime.day(now))))
                .param("unit", by.unit())
                .param("seed", by.account().getLeastSignificantBits())
                .param("limit", limit)
                .query((row, n) -> new DueCall(
                        row.getObject("id", UUID.class),
                        row.getInt("no_replies"),
                        instant(row, "call_again_at"),
                        row.getInt("matters")))
                .list();
    }

    List<DrawProgress> progress(int tries) {
        return sql.sql("""
                SELECT p.draw_id, f.quarter, count(*) AS calls,
                       count(*) FILTER (WHERE NOT p.has_contact) AS no_contact,
                       count(*) FILTER (WHERE p.answered) AS answered,
                       count(*) FILTER (WHERE NOT p.answered AND p.refused) AS refused,
                       count(*) FILTER (WHERE NOT p.answered AND NOT p.refused AND p.wrong_number) AS wrong_number,
                       count(*) FILTER (WHERE NOT p.answered AND NOT p.refused AND NOT p.wrong_number
                                          AND p.no_replies >= :tries) AS unreachable
                  FROM spotcheck.call_progress p
                  JOIN spotcheck.draw w ON w.id = p.draw_id
                  JOIN spotcheck.frame f ON f.id = w.frame_id
                 GROUP BY p.draw_id, f.quarter
                 ORDER BY f.quarter DESC""").param("tries", tries).query(CallStore::drawProgress).list();
    }

    private static DrawProgress drawProgress(ResultSet row, int n) throws SQLException {
        int ended = row.getInt("answered")
                + row.getInt("refused")
                + row.getInt("unreachable")
                + row.getInt("wrong_number")
                + row.getInt("no_contact");
        return new DrawProgress(
                row.getObject("draw_id", UUID.class),
                Quarter.parse(row.getString("quarter")),
                row.getInt("calls"),
                row.getInt("calls") - ended,
                row.getInt("answered"),
                row.getInt("refused"),
                row.getInt("unreachable"),
                row.getInt("wrong_number"),
                row.getInt("no_contact"));
    }

    /** Records about one call wait for each other. */
    void lock(UUID call) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:call, 0))")
                .param("call", "spotcheck.call:" + call)
                .query((row, n) -> 1)
                .single();
    }

    Optional<CallStanding> standing(UUID call, int tries) {
        return sql.sql("SELECT * FROM spotcheck.call_progress WHERE id = :call")
                .param("call", call)
                .query((row, n) -> new CallStanding(
                        call,
                        row.getObject("person_id", UUID.class),
                        state(row, tries),
                        row.getInt("no_replies"),
                        instant(row, "call_again_at"),
                        matters(call)))
                .optional();
    }

    private static CallState state(ResultSet row, int tries) throws SQLException {
        if (!row.getBoolean("has_contact")) return CallState.NO_CONTACT;
        if (row.getBoolean("answered")) return CallState.ANSWERED;
        if (row.getBoolean("refused")) return CallState.REFUSED;
        if (row.getBoolean("wrong_number")) return CallState.WRONG_NUMBER;
        return row.getInt("no_replies") >= tries ? CallState.UNREACHABLE : CallState.OPEN;
    }

    private List<CalledMatter> matters(UUID call) {
        return sql.sql("""
                SELECT c.number, f.unit_code AS unit, u.name AS unit_name, s.name AS service,
                       (m.opened_at AT TIME ZONE 'Asia/Shanghai')::date AS opened_on
                  FROM spotcheck.call_matter c
                  JOIN spotcheck.draw w ON w.id = c.draw_id
                  JOIN spotcheck.frame_matter f ON f.frame_id = w.frame_id AND f.number = c.number
                  JOIN matter.shared_matter m ON m.id = f.matter_id
                  JOIN organization.shared_unit u ON u.code = f.unit_code
                  JOIN organization.shared_service_item s ON s.code = m.service_code
                 WHERE c.call_id = :call
                 ORDER BY c.place""").param("call", call).query(CalledMatter.class).list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
