package io.huiyin.server.spotcheck;

import io.huiyin.engine.Stratum;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.sql.SqlTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DrawStore {

    private final JdbcClient sql;

    DrawStore(JdbcClient sql) {
        this.sql = sql;
    }

    Map<Stratum, Long> populations(UUID frame) {
        Map<Stratum, Long> populations = new HashMap<>();
        sql.sql("""
                SELECT unit_code, service_class, count(*)
                  FROM spotcheck.frame_matter
                 WHERE frame_id = :frame
                 GROUP BY 1, 2""").param("frame", frame).query(row -> {
            populations.put(Stratum.of(row.getString(1), row.getString(2)), row.getLong(3));
        });
        return populations;
    }

    void insert(DrawRecord draw, @Nullable UUID by) {
        sql.sql("""
                INSERT INTO spotcheck.draw (id, frame_id, entropy, seed, drawn_at, drawn_by)
                VALUES (:id, :frame, :entropy, :seed, :at, :by)""")
                .param("id", draw.id())
                .param("frame", draw.frame())
                .param("entropy", draw.entropy())
                .param("seed", draw.seed())
                .param("at", SqlTime.of(draw.drawnAt()))
                .param("by", by)
                .update();
    }

    void insertStrata(UUID draw, List<PlannedStratum> strata) {
        sql.sql("""
                INSERT INTO spotcheck.draw_stratum (draw_id, unit_code, service_class, population, size, reserve)
                SELECT :draw, t.*
                  FROM unnest(:units::text[], :types::text[], :populations::int[], :sizes::int[], :reserves::int[]) AS t""")
                .param("draw", draw)
                .param("units", strata.stream().map(PlannedStratum::unit).toArray(String[]::new))
                .param("types", strata.stream().map(PlannedStratum::type).toArray(String[]::new))
                .param(
                        "populations",
                        strata.stream().mapToInt(PlannedStratum::population).toArray())
                .param("sizes", strata.stream().mapToInt(PlannedStratum::size).toArray())
                .param(
                        "reserves",
                        strata.stream().mapToInt(PlannedStratum::reserve).toArray())
                .update();
    }

    void insertDrawn(UUID draw, List<DrawnMatter> drawn) {
        sql.sql("""
                INSERT INTO spotcheck.drawn (draw_id, number, place, kind, rank)
                SELECT :draw, t.*
                  FROM unnest(:numbers::text[], :places::int[], :kinds::text[], :ranks::text[]) AS t""")
                .param("draw", draw)
                .param("numbers", drawn.stream().map(DrawnMatter::number).toArray(String[]::new))
                .param("places", drawn.stream().mapToInt(DrawnMatter::place).toArray())
                .param("kinds", drawn.stream().map(DrawnMatter::kind).toArray(String[]::new))
                .param("ranks", drawn.stream().map(DrawnMatter::rank).toArray(String[]::new))
                .update();
    }

    /** The sample over all strata by rank: the order in which a recipient's matters are taken into a call. */
    List<Sampled> sampleInDrawOrder(UUID draw) {
        return sql.sql("""
                SELECT d.number, m.person_id, m.has_contact
                  FROM spotcheck.drawn d
                  JOIN spotcheck.draw w ON w.id = d.draw_id
                  JOIN spotcheck.frame_matter m ON m.frame_id = w.frame_id AND m.number = d.number
                 WHERE d.draw_id = :draw AND d.kind = 'sample'
                 ORDER BY d.rank""")
                .param("draw", draw)
                .query((row, n) -> new Sampled(
                        row.getString("number"), row.getObject("person_id", UUID.class), row.getBoolean("has_contact")))
                .list();
    }

    /** A drawn matter as far as it decides whom to call. */
    record Sampled(String number, @Nullable UUID person, boolean contact) {}

    Optional<DrawRecord> find(UUID id) {
        return sql.sql("""
                SELECT w.id, w.frame_id, f.quarter, encode(f.digest, 'hex') AS digest, w.entropy, w.seed, w.drawn_at
                  FROM spotcheck.draw w
                  JOIN spotcheck.frame f ON f.id = w.frame_id
                 WHERE w.id = :id""")
                .param("id", id)
                .query((row, n) -> new DrawRecord(
                        row.getObject("id", UUID.class),
                        row.getObject("frame_id", UUID.class),
                        Quarter.parse(row.getString("quarter")),
                        row.getString("digest"),
                        row.getString("entropy"),
                        row.getString("seed"),
                        row.getObject("drawn_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    List<PlannedStratum> strata(UUID draw) {
        return sql.sql("""
                SELECT unit_code AS unit, service_class AS type, population, size, reserve
                  FROM spotcheck.draw_stratum
                 WHERE draw_id = :draw""").param("draw", draw).query(PlannedStratum.class).list();
    }

    List<DrawnMatter> drawn(UUID draw) {
        return sql.sql("""
                SELECT d.number, m.unit_code AS unit, m.service_class AS type, d.place, d.kind = 'reserve' AS reserve, d.rank
                  FROM spotcheck.drawn d
                  JOIN spotcheck.draw w ON w.id = d.draw_id
                  JOIN spotcheck.frame_matter m ON m.frame_id = w.frame_id AND m.number = d.number
                 WHERE d.draw_id = :draw""").param("draw", draw).query(DrawnMatter.class).list();
    }
}
