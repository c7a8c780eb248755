package io.huiyin.server.petition;

import io.huiyin.server.petition.Claim.Route;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClaimStore {

    private final JdbcClient sql;

    ClaimStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Route> routes() {
        return sql.sql("""
                SELECT code, class AS petition_class, reviewable, name_zh, name_en, document_zh, document_en, remedy_zh, remedy_en
                  FROM petition.route ORDER BY class, code""").query(Route.class).list();
    }

    void insert(UUID petition, List<String> words) {
        sql.sql("""
                INSERT INTO petition.claim (petition_id, no, words)
                SELECT :petition, no, words FROM unnest(:words::text[]) WITH ORDINALITY AS t (words, no)""")
                .param("petition", petition)
                .param("words", words.toArray(String[]::new))
                .update();
    }

    List<Claim> of(UUID petition) {
        return sql.sql("""
                SELECT no, words, route, facts, opinion, basis, measures
                  FROM petition.claim WHERE petition_id = :petition ORDER BY no""").param("petition", petition).query(Claim.class).list();
    }

    void route(UUID petition, int no, String route) {
        sql.sql("UPDATE petition.claim SET route = :route WHERE petition_id = :petition AND no = :no")
                .param("petition", petition)
                .param("no", no)
                .param("route", route, Types.VARCHAR)
                .update();
    }

    void answer(UUID petition, Claim claim) {
        sql.sql("""
                UPDATE petition.claim SET facts = :facts, opinion = :opinion, basis = :basis, measures = :measures
                 WHERE petition_id = :petition AND no = :no""")
                .param("petition", petition)
                .param("no", claim.no())
                .param("facts", claim.facts())
                .param("opinion", claim.opinion())
                .param("basis", claim.basis())
                .param("measures", claim.measures())
                .update();
    }
}
