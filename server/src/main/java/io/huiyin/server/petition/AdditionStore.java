package io.huiyin.server.petition;

import io.huiyin.server.file.Attachment;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was added to petitions after they were handed in, and who opened what belongs to them. */
@Repository
class AdditionStore {

    private final JdbcClient sql;

    AdditionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID petition, Attachment file, Actor by, Instant at, byte[] salt) {
        sql.sql("""
                INSERT INTO petition.addition (file_id, petition_id, sha256, account_id, role, added_at, salt)
                VALUES (:file, :petition, :sha256, :account, :role, :at, :salt)""")
                .param("file", file.id())
                .param("petition", petition)
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("account", by.account(), Types.OTHER)
                .param("role", by.role())
                .param("at", SqlTime.of(at))
                .param("salt", salt)
                .update();
    }

    boolean isKept(UUID words) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.added_words WHERE id = :id)")
                .param("id", words)
                .query(Boolean.class)
                .single();
    }

    int count(UUID signatory) {
        return sql.sql("SELECT count(*) FROM petition.added_words WHERE signatory_id = :signatory")
                .param("signatory", signatory)
                .query(Integer.class)
                .single();
    }

    void insert(UUID id, Signatory own, String words, Instant at, byte[] salt) {
        sql.sql("""
                INSERT INTO petition.added_words (id, petition_id, signatory_id, words, added_at, salt)
                VALUES (:id, :petition, :signatory, :words, :at, :salt)""")
                .param("id", id)
                .param("petition", own.petition())
                .param("signatory", own.id())
                .param("words", words)
                .param("at", SqlTime.of(at))
                .param("salt", salt)
                .update();
    }

    /** One line each, oldest first. */
    List<Move> of(UUID petition) {
        return sql.sql("""
                SELECT 'file' AS axis, CASE role WHEN 'PETITIONER' THEN 'add-file' WHEN 'REVIEW_BODY' THEN 'add-file-review' ELSE 'add-file-office' END
                          AS move,
                       '' AS from_state, '' AS to_state, added_at AS made_at, role, NULL::text AS unit, '' AS reason,
                       NULL::date AS due_on
                  FROM petition.addition WHERE petition_id = :petition
                UNION ALL
                SELECT 'words', 'add-words', '', '', added_at, 'PETITIONER', NULL, words, NULL
                  FROM petition.added_words WHERE petition_id = :petition
                UNION ALL
                SELECT 'feedback', 'feedback', '', '', given_at, role, unit_code, words, NULL
                  FROM petition.feedback WHERE petition_id = :petition
                 ORDER BY made_at""").param("petition", petition).query(Move.class).list();
    }

    void look(UUID petition, UUID file, Actor by, Instant at) {
        sql.sql("""
                INSERT INTO petition.file_look (id, petition_id, file_id, account_id, role, looked_at)
                VALUES (:id, :petition, :file, :account, :role, :at)""")
                .param("id", Ids.next())
                .param("petition", petition)
                .param("file", file)
                .param("account", by.account(), Types.OTHER)
                .param("role", by.role())
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Newest first. */
    List<Opened.Look> looks(UUID petition) {
        return sql.sql("""
                SELECT role, 'attachment' AS purpose, looked_at AS at, 1 AS times
                  FROM petition.file_look WHERE petition_id = :petition ORDER BY looked_at DESC""").param("petition", petition).query(Opened.Look.class).list();
    }
}
