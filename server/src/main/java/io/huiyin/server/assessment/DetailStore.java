package io.huiyin.server.assessment;

import io.huiyin.server.assessment.UnitDetail.KeySection;
import io.huiyin.server.calendar.Quarter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DetailStore {

    private final JdbcClient sql;

    DetailStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Interviewed matters of one stratum and rating by what was answered to one question. */
    record AnswerCount(String quarter, String unit, String type, int rating, String content, int level, long matters) {}

    /** Of the whole county: what a rating stands for is learnt from everybody. */
    List<AnswerCount> contents(List<Quarter> quarters) {
        return sql.sql("""
                SELECT o.quarter, o.unit_code AS unit, o.service_class AS type, o.rating_class AS rating, c.content, c.level,
                       count(*) AS matters
                  FROM spotcheck.shared_outcome o
                 CROSS JOIN LATERAL (VALUES ('satisfied', o.satisfied), ('happy', o.happy), ('agree', o.agree),
                                            ('done', o.done), ('attitude', o.attitude), ('quality', o.quality),
                                            ('competence', o.competence)) AS c (content, level)
                 WHERE o.quarter = ANY (:quarters) AND o.sampled AND c.level IS NOT NULL
                 GROUP BY 1, 2, 3, 4, 5, 6""")
                .param("quarters", InputStore.words(quarters))
                .query(AnswerCount.class)
                .list();
    }

    List<KeySection> keySections(String unit, List<Quarter> quarters) {
        return sql.sql("""
                SELECT s.name, count(*) AS matters, count(*) FILTER (WHERE o.answer > 0) AS interviews
                  FROM spotcheck.shared_outcome o
                  JOIN organization.shared_section s ON s.unit_code = o.unit_code AND s.code = o.section_code
                 WHERE o.quarter = ANY (:quarters) AND o.unit_code = :unit AND s.is_key
                 GROUP BY s.code, s.name
                 ORDER BY s.code""")
                .param("quarters", InputStore.words(quarters))
                .param("unit", unit)
                .query(KeySection.class)
                .list();
    }

    /** How many said whether anybody had pressed them, and how many said yes. */
    record Pressed(int asked, int yes) {}

    Pressed pressed(String unit, List<Quarter> quarters) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE pressed IN ('yes', 'no')) AS asked, count(*) FILTER (WHERE pressed = 'yes') AS yes
                  FROM spotcheck.shared_outcome
                 WHERE quarter = ANY (:quarters) AND unit_code = :unit AND sampled""")
                .param("quarters", InputStore.words(quarters))
                .param("unit", unit)
                .query(Pressed.class)
                .single();
    }
}
