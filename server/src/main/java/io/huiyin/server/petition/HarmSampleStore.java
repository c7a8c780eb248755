package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HarmSampleStore {

    private final JdbcClient sql;

    HarmSampleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** As hex. */
    Optional<String> seed(String quarter) {
        return sql.sql("SELECT encode(seed, 'hex') FROM petition.harm_seed WHERE quarter = :quarter")
                .param("quarter", quarter)
                .query(String.class)
                .optional();
    }

    void oneAtATime() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('petition.harm_seed'))").query(row -> {});
    }

    void insert(String quarter, byte[] seed, byte[] salt, Instant now) {
        sql.sql("INSERT INTO petition.harm_seed (quarter, seed, salt, made_at) VALUES (:quarter, :seed, :salt, :now)")
                .param("quarter", quarter)
                .param("seed", seed)
                .param("salt", salt)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Somebody who signed and gave a name or a contact. */
    record Reachable(UUID id, String code) {}

    List<Reachable> reachable(UUID petition) {
        return sql.sql(
                        "SELECT id, code FROM petition.signatory WHERE petition_id = :petition AND person_id IS NOT NULL ORDER BY place")
                .param("petition", petition)
                .query(Reachable.class)
                .list();
    }

    record Drawn(UUID signatory, String rank) {}

    /** What is drawn stays; the day on which they are asked may move on when they are answered anew. */
    void insert(List<Drawn> drawn, LocalDate answered, int share, LocalDate day) {
        if (drawn.isEmpty()) return;
        sql.sql("""
                WITH drawn AS (SELECT * FROM unnest(:ids::uuid[], :ranks::text[]) AS t (id, rank)),
                     kept AS (INSERT INTO petition.harm_drawn (signatory_id, answered_on, rank, share)
                              SELECT id, :answered, rank, :share FROM drawn ON CONFLICT DO NOTHING)
                UPDATE petition.signatory s SET harm_ask_on = :day FROM drawn WHERE s.id = drawn.id""")
                .param("ids", drawn.stream().map(Drawn::signatory).toArray(UUID[]::new))
                .param("ranks", drawn.stream().map(Drawn::rank).toArray(String[]::new))
                .param("answered", answered)
                .param("share", share)
                .param("day", day)
                .update();
    }

    /**
     * A quarter's draw, as it is published.
     *
     * @param seed the key of the ranks, hex
     * @param salt opens the commitment to the seed in the log, hex
     */
    record Round(String quarter, String seed, String salt, long drawn) {}

    List<Round> rounds() {
        return sql.sql("""
                SELECT quarter, encode(seed, 'hex') AS seed, encode(salt, 'hex') AS salt,
                       (SELECT count(*) FROM petition.harm_drawn d
                         WHERE to_char(d.answered_on, 'YYYY"Q"Q') = quarter) AS drawn
                  FROM petition.harm_seed ORDER BY quarter DESC""").query(Round.class).list();
    }
}
