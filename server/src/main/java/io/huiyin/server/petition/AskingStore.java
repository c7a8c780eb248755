package io.huiyin.server.petition;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskingStore {

    /** Answered appeals whose petitioner can be called and was not heard, or is to be heard again. */
    private static final String DUE = """
              FROM petition.signatory s JOIN petition.petition p ON p.id = s.petition_id
             WHERE p.class = 'APPEAL' AND s.person_id IS NOT NULL
               AND coalesce((SELECT m.procedure FROM petition.petition m WHERE m.id = p.merged_into), p.procedure)
                   IN ('ANSWERED', 'IN_REVIEW', 'REVIEWED', 'REVIEW_NOT_ASKED', 'TERMINATED')
               AND (s.outcome = 'NOT_ASKED' OR s.ask_again_on <= :today)
               AND NOT EXISTS (SELECT FROM petition.try t WHERE t.signatory_id = s.id AND t.tried_on = :today)
            """;

    /** Those of the sample who are asked whether anything bad happened because they spoke. */
    private static final String HARM = """
              FROM petition.signatory s JOIN petition.petition p ON p.id = s.petition_id
             WHERE s.harm_ask_on <= :today AND s.person_id IS NOT NULL
            """;

    /** Those who withdrew and are asked whether it was their own will. */
    private static final String WITHDRAWN = """
              FROM petition.signatory s JOIN petition.petition p ON p.id = s.petition_id
             WHERE s.ask_again_on <= :today AND p.procedure = 'WITHDRAWN' AND s.person_id IS NOT NULL
               AND NOT EXISTS (SELECT FROM petition.try t WHERE t.signatory_id = s.id AND t.tried_on = :today)
            """;

    private final JdbcClient sql;

    AskingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Somebody who is to be asked, by the public number. */
    record Due(String code, String title, LocalDate answeredOn, boolean again) {}

    List<Due> due(LocalDate today, int most) {
        return sql.sql("SELECT s.code, p.title, p.answered_on, s.outcome <> 'NOT_ASKED' AS again" + DUE
                        + " ORDER BY p.answered_on, s.id LIMIT :most")
                .param("today", today)
                .param("most", most)
                .query(Due.class)
                .list();
    }

    long count(LocalDate today) {
        return sql.sql("SELECT count(*)" + DUE)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    List<Due> harm(LocalDate today, int most) {
        return sql.sql("SELECT s.code, p.title, p.answered_on, true AS again" + HARM
                        + " ORDER BY s.harm_ask_on, s.id LIMIT :most")
                .param("today", today)
                .param("most", most)
                .query(Due.class)
                .list();
    }

    List<Due> withdrawn(LocalDate today, int most) {
        return sql.sql("SELECT s.code, p.title, s.ask_again_on AS answered_on, false AS again" + WITHDRAWN
                        + " ORDER BY s.ask_again_on, s.id LIMIT :most")
                .param("today", today)
                .param("most", most)
                .query(Due.class)
                .list();
    }
}
