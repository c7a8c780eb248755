package io.huiyin.server.assessment;

import io.huiyin.server.assessment.Counts.Cell;
import io.huiyin.server.assessment.Counts.Count;
import io.huiyin.server.assessment.UnitDetail.KeySection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DetailStore {

    private final JdbcClient sql;

    DetailStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** By question, of the whole county: what a rating stands for is learnt from everybody. */
    Map<String, List<Count>> contents(DrawnQuarters drawn) {
        Map<String, List<Count>> contents = new HashMap<>();
        sql.sql("""
                SELECT o.frame_id, o.unit_code, o.unit_kind, o.service_class, o.rating_class, c.content, c.level, count(*) AS matters
                  FROM spotcheck.shared_sample o
                 CROSS JOIN LATERAL (VALUES ('satisfied', o.satisfied), ('happy', o.happy), ('agree', o.agree),
                                            ('done', o.done), ('attitude', o.attitude), ('quality', o.quality),
                                            ('competence', o.competence)) AS c (content, level)
                 WHERE o.frame_id = ANY (:frames) AND c.level IS NOT NULL
                 GROUP BY 1, 2, 3, 4, 5, 6, 7""").param("frames", drawn.frames()).query(row -> {
            Cell cell = new Cell(
                    drawn.quarterOf(row.getObject("frame_id", UUID.class)),
                    row.getString("unit_code"),
                    row.getString("unit_kind"),
                    row.getString("service_class"),
                    row.getInt("rating_class"));
            contents.computeIfAbsent(row.getString("content"), c -> new ArrayList<>())
                    .add(new Count(cell, row.getInt("level"), row.getLong("matters")));
        });
        return contents;
    }

    List<KeySection> keySections(String unit, DrawnQuarters drawn) {
        return sql.sql("""
                SELECT s.name, count(*) AS matters, count(*) FILTER (WHERE o.answer > 0) AS interviews
                  FROM spotcheck.shared_outcome o
                  JOIN organization.shared_section s ON s.unit_code = o.unit_code AND s.code = o.section_code
                 WHERE o.frame_id = ANY (:frames) AND o.unit_code = :unit AND s.is_key
                 GROUP BY s.code, s.name
                 ORDER BY s.code""")
                .param("frames", drawn.frames())
                .param("unit", unit)
                .query(KeySection.class)
                .list();
    }

    /** How many said whether anybody had pressed them, and how many said yes. */
    record Pressed(int asked, int yes) {}

    Pressed pressed(String unit, DrawnQuarters drawn) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE pressed IN ('yes', 'no')) AS asked, count(*) FILTER (WHERE pressed = 'yes') AS yes
                  FROM spotcheck.shared_sample
                 WHERE frame_id = ANY (:frames) AND unit_code = :unit""")
                .param("frames", drawn.frames())
                .param("unit", unit)
                .query(Pressed.class)
                .single();
    }
}
