package io.huiyin.server.assessment;

import io.huiyin.server.assessment.Counts.Count;
import io.huiyin.server.assessment.Counts.Population;
import io.huiyin.server.assessment.DrawnQuarters.DrawnQuarter;
import io.huiyin.server.calendar.Quarter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the spot check and the matters' records came to, as counts. */
@Repository
class InputStore {

    private static final int FETCH = 2_000;

    private final JdbcClient sql;

    InputStore(JdbcClient sql) {
        this.sql = sql;
    }

    DrawnQuarters drawn(List<Quarter> quarters) {
        return new DrawnQuarters(sql.sql("""
                SELECT quarter, id, draw_id
                  FROM spotcheck.shared_frame
                 WHERE quarter = ANY (:quarters) AND draw_id IS NOT NULL
                 ORDER BY quarter""")
                .param("quarters", quarters.stream().map(Quarter::toString).toArray(String[]::new))
                .query((row, n) -> new DrawnQuarter(
                        Quarter.parse(row.getString("quarter")),
                        row.getObject("id", UUID.class),
                        row.getObject("draw_id", UUID.class)))
                .list());
    }

    /** All that the published score needs, in one statement: whole frames, and what was drawn from them by answer. */
    Counts counts(DrawnQuarters drawn) {
        List<Population> populations = new ArrayList<>();
        List<Count> sample = new ArrayList<>();
        sql.sql("""
                SELECT frame_id, unit_code, unit_kind, service_class, rating_class, -1 AS answer, count(*) AS matters,
                       count(*) FILTER (WHERE has_contact) AS contacts
                  FROM spotcheck.shared_frame_matter
                 WHERE frame_id = ANY (:frames)
                 GROUP BY 1, 2, 3, 4, 5
                UNION ALL
                SELECT frame_id, unit_code, unit_kind, service_class, rating_class, answer, count(*), 0
                  FROM spotcheck.shared_sample
                 WHERE frame_id = ANY (:frames)
                 GROUP BY 1, 2, 3, 4, 5, 6""").param("frames", drawn.frames()).query(row -> {
            String quarter = drawn.quarterOf(row.getObject("frame_id", UUID.class));
            Counts.Cell cell = new Counts.Cell(
                    quarter,
                    row.getString("unit_code"),
                    row.getString("unit_kind"),
                    row.getString("service_class"),
                    row.getInt("rating_class"));
            if (row.getInt("answer") < 0)
                populations.add(new Population(cell, row.getLong("matters"), row.getLong("contacts")));
            else sample.add(new Count(cell, row.getInt("answer"), row.getLong("matters")));
        });
        return new Counts(populations, sample);
    }

    /** Changes whenever an interview of these draws is added, or a row of theirs is changed past the application. */
    String interviews(DrawnQuarters drawn) {
        String rows =
                sql.sql("""
                SELECT count(*) || ' ' || coalesce(sum(digest), 0)
                  FROM spotcheck.shared_interview_digest
                 WHERE draw_id = ANY (:draws)""").param("draws", drawn.draws()).query(String.class).single();
        return Arrays.toString(drawn.draws()) + " " + rows;
    }

    /** One matter of a frame as an auditor gets it: nothing about the recipient. */
    record InputRow(
            String quarter,
            String number,
            String unit,
            String section,
            String post,
            String official,
            String type,
            String channel,
            int rating,
            boolean sampled,
            int answer,
            boolean contact) {}

    /** One quarter, in the order of numbers. Must be closed: it holds a cursor of the caller's transaction. */
    Stream<InputRow> matters(DrawnQuarter drawn) {
        return sql
                .sql("""
                SELECT number, unit_code, section_code, post_code, official_code, service_class, channel, rating_class, sampled,
                       answer, has_contact
                  FROM spotcheck.shared_outcome
                 WHERE frame_id = :frame
                 ORDER BY number""")
                .param("frame", drawn.frame())
                .withFetchSize(FETCH)
                .query((row, n) -> new InputRow(
                        drawn.quarter().toString(),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getBoolean(9),
                        row.getInt(10),
                        row.getBoolean(11)))
                .stream();
    }

    /** What became of a unit's matters. */
    record OutcomeRow(String unit, String outcome, int matters, int due, int inTime) {}

    /** The check of every record: whatever was drawn or rated. */
    List<OutcomeRow> outcomes(DrawnQuarters drawn) {
        return sql.sql("""
                SELECT f.unit_code AS unit, m.outcome, count(*) AS matters, count(m.due_on) AS due,
                       count(*) FILTER (WHERE (m.closed_at AT TIME ZONE 'Asia/Shanghai')::date <= m.due_on) AS in_time
                  FROM spotcheck.shared_frame_matter f
                  JOIN matter.shared_matter m ON m.id = f.matter_id
                 WHERE f.frame_id = ANY (:frames)
                 GROUP BY 1, 2""")
                .param("frames", drawn.frames())
                .query(OutcomeRow.class)
                .list();
    }

    /** How many matters were drawn, and how many of them have an answer. */
    record Asked(int sampled, int interviewed) {}

    Asked asked(DrawnQuarters drawn) {
        return sql.sql("""
                SELECT count(*) AS sampled, count(*) FILTER (WHERE answer > 0) AS interviewed
                  FROM spotcheck.shared_sample
                 WHERE frame_id = ANY (:frames)""").param("frames", drawn.frames()).query(Asked.class).single();
    }

    int frozen(List<Quarter> quarters) {
        return sql.sql("SELECT count(*) FROM spotcheck.shared_frame WHERE quarter = ANY (:quarters)")
                .param("quarters", quarters.stream().map(Quarter::toString).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
