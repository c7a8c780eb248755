package io.huiyin.server.assessment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RatingCountStore {

    private final JdbcClient sql;

    RatingCountStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Matters of a unit by what counts of their ratings; 0: none in that place.
     *
     * @param later what was said last on the own phone, if that was after the counter's tap
     */
    record RatedRow(String unit, int counter, int own, int later, int matters) {}

    List<RatedRow> rated(DrawnQuarters drawn) {
        return sql.sql("""
                SELECT f.unit_code AS unit, coalesce(r.counter, 0) AS counter, coalesce(r.invited, 0) AS own,
                       coalesce(r.own_after, 0) AS later, count(*) AS matters
                  FROM spotcheck.shared_frame_matter f
                  JOIN rating.shared_counting r ON r.matter_id = f.matter_id
                 WHERE f.frame_id = ANY (:frames)
                 GROUP BY 1, 2, 3, 4""")
                .param("frames", drawn.frames())
                .query(RatedRow.class)
                .list();
    }
}
