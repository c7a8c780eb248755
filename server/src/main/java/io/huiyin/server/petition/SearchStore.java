package io.huiyin.server.petition;

import io.huiyin.server.petition.PetitionDeskStore.Line;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 全文检索: the words of petitions, and who has them. */
@Repository
class SearchStore {

    /** Of a word that very many have the newest are ranked. */
    private static final int RANKED = 200;

    private final JdbcClient sql;

    SearchStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Takes in the words of petitions as they stand now: title, text, claims, and an answer that came with an import. */
    void index(List<UUID> petitions) {
        if (petitions.isEmpty()) return;
        sql.sql("""
                INSERT INTO petition.search AS s (petition_id, received_at, words)
                SELECT p.id, p.received_at, array_to_tsvector(petition.lexemes(concat_ws(' ', p.title, p.body, p.answer,
                       (SELECT string_agg(c.words, ' ') FROM petition.claim c WHERE c.petition_id = p.id))))
                  FROM petition.petition p WHERE p.id = ANY (:ids)
                ON CONFLICT (petition_id) DO UPDATE SET received_at = EXCLUDED.received_at, words = EXCLUDED.words""").param("ids", petitions.toArray(UUID[]::new)).update();
    }

    /**
     * What somebody may see and has all that is sought: most of it in the title first, then the newest. Who may see what is part of
     * the statement: a unit finds its own, and nobody finds what they step aside from, which the accused's unit does from an accusation.
     *
     * @param unit null for whoever sees all
     */
    List<Line> find(Sought sought, @Nullable String unit, Actor by, int most) {
        // a word that every third letter has is found the quickest from the newest on, a rare one by the index of
        // words: each search is
        // planned for its own words
        sql.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
        return sql.sql("""
                SELECT p.id, p.petition_no, left(coalesce(nullif(p.title, ''), p.body), 60) AS words, u.name AS unit,
                       p.received_at, p.replied_at, p.reply, p.answered_on_calendar_days AS days, p.procedure, p.due_on, p.version
                  FROM (SELECT p.*
                          FROM petition.search s JOIN petition.petition p ON p.id = s.petition_id
                         WHERE s.words @@ :sought::tsquery %s %s %s
                         ORDER BY s.received_at DESC, s.petition_id DESC LIMIT :ranked) p
                  LEFT JOIN organization.shared_unit u ON u.code = p.unit_code
                 ORDER BY (SELECT count(*) FROM unnest(:terms::text[]) t WHERE strpos(lower(p.title), t) > 0) DESC,
                          p.received_at DESC, p.id DESC
                 LIMIT :most""".formatted(
                                unit == null ? "" : "AND p.unit_code = :unit",
                                sought.phrases().isEmpty() ? "" : PHRASES,
                                PetitionDeskStore.NOT_RECUSED))
                .param("sought", sought.query())
                .param("unit", unit, Types.VARCHAR)
                .param("phrases", sought.phrases().toArray(String[]::new))
                .param("terms", sought.terms().toArray(String[]::new))
                .param("own", by.unit(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .param("ranked", RANKED)
                .param("most", most)
                .query(PetitionDeskStore::line)
                .list();
    }

    /** Pairs are where to look; a longer term must stand there as it was typed. */
    private static final String PHRASES = """
            AND NOT EXISTS (SELECT FROM unnest(:phrases::text[]) phrase WHERE strpos(lower(normalize(concat_ws(' ', p.title, p.body,
                p.answer, (SELECT string_agg(c.words, ' ') FROM petition.claim c WHERE c.petition_id = p.id)), NFKC)), phrase) = 0)
            """;
}
