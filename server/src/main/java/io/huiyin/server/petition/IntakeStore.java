package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeStore {

    private final JdbcClient sql;

    IntakeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Two posts of one form wait for each other, and for nobody else. */
    void oneAtATime(UUID submission) {
        sql.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", submission.getLeastSignificantBits())
                .query(row -> {});
    }

    Optional<UUID> find(UUID submission) {
        return sql.sql("SELECT id FROM petition.petition WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .optional();
    }

    /** Under which its attachments are kept; a petition that came by an import has none of its own. */
    UUID submission(UUID petition) {
        return sql.sql("SELECT coalesce(submission, id) FROM petition.petition WHERE id = :id")
                .param("id", petition)
                .query(UUID.class)
                .single();
    }

    /** A petition to be. */
    record New(
            UUID id,
            String number,
            NewSubmission submission,
            String clock,
            LocalDate dueOn,
            @Nullable UUID petitioner,
            byte[] digest,
            byte[] salt) {}

    void insert(New petition) {
        NewSubmission submission = petition.submission();
        sql.sql("""
                INSERT INTO petition.petition (id, petition_no, submission, class, procedure, received_at, channel, title, body,
                       petitioner_id, hidden, clock, due_on, reply, row_digest, salt)
                VALUES (:id, :number, :submission, :class, 'RECEIVED', :at, :channel, :title, :body, :petitioner, :hidden,
                        :clock, :due, 'none', :digest, :salt)""")
                .param("id", petition.id())
                .param("number", petition.number())
                .param("submission", submission.submission())
                .param("class", submission.petitionClass().name())
                .param("at", SqlTime.of(submission.at()))
                .param("channel", submission.channel())
                .param("title", submission.title())
                .param("body", submission.words())
                .param("petitioner", petition.petitioner(), Types.OTHER)
                .param("hidden", submission.hidden())
                .param("clock", petition.clock())
                .param("due", petition.dueOn())
                .param("digest", petition.digest())
                .param("salt", petition.salt())
                .update();
    }
}
