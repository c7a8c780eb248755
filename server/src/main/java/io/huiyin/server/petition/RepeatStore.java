package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RepeatStore {

    private final JdbcClient sql;

    RepeatStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A petition beside another. */
    record Earlier(UUID id, String number, String title, LocalDate receivedOn, Procedure procedure) {}

    /** The first of a matter's petitions is the one that the others repeat. */
    void mark(UUID petition, UUID earlier) {
        sql.sql("""
                UPDATE petition.petition p
                   SET repeats = (SELECT coalesce(e.repeats, e.id) FROM petition.petition e WHERE e.id = :earlier), version = version + 1
                 WHERE p.id = :petition OR p.repeats = :petition""").param("petition", petition).param("earlier", earlier).update();
    }

    List<Earlier> of(UUID petition) {
        return sql.sql("""
                SELECT p.id, p.petition_no, p.title, p.received_at, p.procedure FROM petition.petition p,
                       (SELECT coalesce(repeats, id) AS first FROM petition.petition WHERE id = :petition) root
                 WHERE p.id = root.first OR p.repeats = root.first
                 ORDER BY p.received_at, p.id""").param("petition", petition).query(RepeatStore::row).list();
    }

    List<Earlier> others(UUID petition) {
        return sql.sql("""
                SELECT p.id, p.petition_no, p.title, p.received_at, p.procedure FROM petition.petition p
                 WHERE p.id <> :petition AND EXISTS (
                       SELECT FROM petition.signatory own JOIN petition.signatory s ON s.person_id = own.person_id
                        WHERE own.petition_id = :petition AND s.petition_id = p.id)
                 ORDER BY p.received_at DESC, p.id LIMIT 50""").param("petition", petition).query(RepeatStore::row).list();
    }

    private static Earlier row(ResultSet row, int number) throws SQLException {
        return new Earlier(
                row.getObject("id", UUID.class),
                row.getString("petition_no"),
                row.getString("title"),
                SqlTime.day(row.getObject("received_at", OffsetDateTime.class).toInstant()),
                Procedure.valueOf(row.getString("procedure")));
    }
}
