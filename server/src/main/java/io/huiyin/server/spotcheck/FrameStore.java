package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FrameStore {

    private static final int FETCH = 2_000;

    private final JdbcClient sql;

    FrameStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Freezing and drawing wait for each other; nothing else waits for them. */
    void oneAtATime() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('spotcheck.frame'))")
                .query((row, n) -> 1)
                .single();
    }

    int fill(UUID frame, Quarter quarter, @Nullable String secret) {
        return sql.sql("""
                INSERT INTO spotcheck.frame_matter (frame_id, number, matter_id, person_id, unit_code, unit_kind, section_code,
                       post_code, official_code, service_class, channel, class, has_contact)
                SELECT :frame,
                       coalesce(left(encode(sha256(convert_to(:secret::text || m.matter_no, 'UTF8')), 'hex'), 32),
                                replace(gen_random_uuid()::text, '-', '')),
                       m.id, m.person_id, m.unit_code, u.kind,
                       coalesce(m.section_code, ''), coalesce(m.post_code, ''), coalesce(m.decided_by, ''), m.service_class,
                       m.channel, coalesce(r.overall, 0), m.has_contact
                  FROM matter.shared_matter m
                  JOIN organization.shared_unit u ON u.code = m.unit_code
                  LEFT JOIN rating.shared_counting r ON r.matter_id = m.id
                 WHERE m.closed_at >= :from AND m.closed_at < :to""")
                .param("frame", frame)
                .param("secret", secret)
                .param("from", SqlTime.of(SqlTime.startOf(quarter.first())))
                .param("to", SqlTime.of(SqlTime.startOf(quarter.next().first())))
                .update();
    }

    void insert(Frame frame, @Nullable UUID by) {
        sql.sql("""
                INSERT INTO spotcheck.frame (id, quarter, frozen_at, frozen_by, size, digest)
                VALUES (:id, :quarter, :at, :by, :size, :digest)""")
                .param("id", frame.id())
                .param("quarter", frame.quarter().toString())
                .param("at", SqlTime.of(frame.frozenAt()))
                .param("by", by)
                .param("size", frame.size())
                .param("digest", HexFormat.of().parseHex(frame.digest()))
                .update();
    }

    Optional<Frame> find(UUID id) {
        return sql.sql(FRAME + " WHERE f.id = :id")
                .param("id", id)
                .query(FrameStore::frame)
                .optional();
    }

    Optional<Frame> find(Quarter quarter) {
        return sql.sql(FRAME + " WHERE f.quarter = :quarter")
                .param("quarter", quarter.toString())
                .query(FrameStore::frame)
                .optional();
    }

    /** Must be closed: it holds a cursor of the caller's transaction. */
    Stream<FrameMatter> matters(UUID frame) {
        return sql.sql("""
                SELECT number, unit_code, unit_kind, section_code, post_code, official_code, service_class, channel, class,
                       has_contact
                  FROM spotcheck.frame_matter
                 WHERE frame_id = :frame
                 ORDER BY number""").param("frame", frame).withFetchSize(FETCH).query(FrameStore::matter).stream();
    }

    List<Coverage> coverage(UUID frame) {
        return sql.sql("""
                SELECT m.unit_code AS unit, u.name AS unit_name, m.service_class AS type, count(*) AS matters,
                       count(*) FILTER (WHERE m.has_contact) AS contacts
                  FROM spotcheck.frame_matter m
                  JOIN organization.shared_unit u ON u.code = m.unit_code
                 WHERE m.frame_id = :frame
                 GROUP BY 1, 2, 3
                 ORDER BY 1, 3""").param("frame", frame).query(Coverage.class).list();
    }

    List<Coverage> coverage(Quarter quarter) {
        return sql.sql("""
                SELECT m.unit_code AS unit, u.name AS unit_name, m.service_class AS type, count(*) AS matters,
                       count(*) FILTER (WHERE m.has_contact) AS contacts
                  FROM matter.shared_matter m
                  JOIN organization.shared_unit u ON u.code = m.unit_code
                 WHERE m.closed_at >= :from AND m.closed_at < :to
                 GROUP BY 1, 2, 3
                 ORDER BY 1, 3""")
                .param("from", SqlTime.of(SqlTime.startOf(quarter.first())))
                .param("to", SqlTime.of(SqlTime.startOf(quarter.next().first())))
                .query(Coverage.class)
                .list();
    }

    Optional<LocalDate> firstClosedDay() {
        return sql.sql("SELECT min(closed_at) FROM matter.shared_matter")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(time -> SqlTime.day(time.toInstant()));
    }

    Map<String, QuarterSteps> begun() {
        return sql
                .sql("""
                SELECT f.quarter, f.id, f.size, w.id AS draw,
                       (SELECT count(*) FROM spotcheck.drawn d WHERE d.draw_id = w.id AND d.kind = 'sample') AS sample,
                       (SELECT count(DISTINCT i.number) FROM spotcheck.interview i WHERE i.draw_id = w.id) AS interviewed
                  FROM spotcheck.frame f
                  LEFT JOIN spotcheck.draw w ON w.frame_id = f.id""")
                .query((row, n) -> new QuarterSteps(
                        Quarter.parse(row.getString("quarter")),
                        true,
                        row.getObject("id", UUID.class),
                        row.getInt("size"),
                        row.getObject("draw", UUID.class),
                        row.getInt("sample"),
                        row.getInt("interviewed")))
                .list()
                .stream()
                .collect(Collectors.toMap(step -> step.quarter().toString(), Function.identity()));
    }

    private static final String FRAME = """
            SELECT f.id, f.quarter, f.frozen_at, f.size, encode(f.digest, 'hex') AS digest, w.id AS draw
              FROM spotcheck.frame f
              LEFT JOIN spotcheck.draw w ON w.frame_id = f.id""";

    private static Frame frame(ResultSet row, int n) throws SQLException {
        return new Frame(
                row.getObject("id", UUID.class),
                Quarter.parse(row.getString("quarter")),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                row.getString("digest"),
                row.getObject("draw", UUID.class));
    }

    private static FrameMatter matter(ResultSet row, int n) throws SQLException {
        return new FrameMatter(
                row.getString("number"),
                row.getString("unit_code"),
                row.getString("unit_kind"),
                row.getString("section_code"),
                row.getString("post_code"),
                row.getString("official_code"),
                row.getString("service_class"),
                row.getString("channel"),
                row.getInt("class"),
                row.getBoolean("has_contact"));
    }
}
