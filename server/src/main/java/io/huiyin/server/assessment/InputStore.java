package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the spot check and the matters' records came to. Quarters without a draw count for nothing: nobody was asked. */
@Repository
class InputStore {

    private static final int FETCH = 2_000;

    private final JdbcClient sql;

    InputStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Quarter> drawn(List<Quarter> quarters) {
        return sql.sql("""
                SELECT DISTINCT quarter FROM spotcheck.shared_draw WHERE quarter = ANY (:quarters) ORDER BY quarter""")
                .param("quarters", words(quarters))
                .query((row, n) -> Quarter.parse(row.getString(1)))
                .list();
    }

    /** All that the published score needs, in one statement. */
    Counts counts(List<Quarter> quarters) {
        return new Counts(sql.sql("""
                SELECT quarter, unit_code, unit_kind, service_class, rating_class, answer, count(*) AS matters,
                       count(*) FILTER (WHERE sampled) AS drawn, count(*) FILTER (WHERE has_contact) AS contacts
                  FROM spotcheck.shared_outcome
                 WHERE quarter = ANY (:quarters) AND draw_id IS NOT NULL
                 GROUP BY 1, 2, 3, 4, 5, 6""")
                .param("quarters", words(quarters))
                .query(InputStore::count)
                .list());
    }

    private static Count count(ResultSet row, int n) throws SQLException {
        return new Count(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
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

    /** In the order of quarters and numbers. Must be closed: it holds a cursor of the caller's transaction. */
    Stream<InputRow> matters(List<Quarter> quarters) {
        return sql
                .sql("""
                SELECT quarter, number, unit_code, section_code, post_code, official_code, service_class, channel,
                       rating_class, sampled, answer, has_contact
                  FROM spotcheck.shared_outcome
                 WHERE quarter = ANY (:quarters) AND draw_id IS NOT NULL
                 ORDER BY quarter COLLATE "C", number""")
                .param("quarters", words(quarters))
                .withFetchSize(FETCH)
                .query((row, n) -> new InputRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9),
                        row.getBoolean(10),
                        row.getInt(11),
                        row.getBoolean(12)))
                .stream();
    }

    /** What became of a unit's matters. */
    record OutcomeRow(String unit, String outcome, int matters, int due, int inTime) {}

    /** The check of every record: whatever was drawn or rated. */
    List<OutcomeRow> outcomes(List<Quarter> quarters) {
        return sql.sql("""
                SELECT f.unit_code AS unit, m.outcome, count(*) AS matters, count(m.due_on) AS due,
                       count(*) FILTER (WHERE (m.closed_at AT TIME ZONE 'Asia/Shanghai')::date <= m.due_on) AS in_time
                  FROM spotcheck.shared_frame_matter f
                  JOIN matter.shared_matter m ON m.id = f.matter_id
                 WHERE f.quarter = ANY (:quarters)
                 GROUP BY 1, 2""")
                .param("quarters", words(quarters))
                .query(OutcomeRow.class)
                .list();
    }

    /** How many matters were drawn, and how many of them have an answer. */
    record Asked(int sampled, int interviewed) {}

    Asked asked(List<Quarter> quarters) {
        return sql.sql("""
                SELECT count(*) AS sampled, count(*) FILTER (WHERE answer > 0) AS interviewed
                  FROM spotcheck.shared_outcome
                 WHERE quarter = ANY (:quarters) AND sampled""")
                .param("quarters", words(quarters))
                .query(Asked.class)
                .single();
    }

    int frozen(List<Quarter> quarters) {
        return sql.sql("SELECT count(*) FROM spotcheck.shared_frame WHERE quarter = ANY (:quarters)")
                .param("quarters", words(quarters))
                .query(Integer.class)
                .single();
    }

    static String[] words(List<Quarter> quarters) {
        return quarters.stream().map(Quarter::toString).toArray(String[]::new);
    }
}
