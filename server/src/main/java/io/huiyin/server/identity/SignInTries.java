package io.huiyin.server.identity;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often somebody tried to sign in under a name. Names without an account are counted alike, so a lock says nothing. */
@Repository
class SignInTries {

    private final JdbcClient sql;

    SignInTries(JdbcClient sql) {
        this.sql = sql;
    }

    /** A name's tries so far, this one included, and when they are forgotten. */
    record Tries(int tries, Instant endsAt) {}

    /** Counts a try before the password is looked at, so that many at once are no way round. */
    Tries count(byte[] name, int most, Instant now, Instant forgottenAt) {
        return sql.sql("""
                INSERT INTO identity.sign_in_try AS t (name_hash, tries, ends_at) VALUES (:name, 1, :forgotten)
                ON CONFLICT (name_hash) DO UPDATE SET
                    tries   = CASE WHEN t.ends_at <= :now THEN 1 ELSE least(t.tries, :most) + 1 END,
                    ends_at = CASE WHEN t.ends_at <= :now OR t.tries < :most THEN :forgotten ELSE t.ends_at END
                RETURNING tries, ends_at""")
                .param("name", name)
                .param("most", most)
                .param("now", SqlTime.of(now))
                .param("forgotten", SqlTime.of(forgottenAt))
                .query((row, i) -> new Tries(
                        row.getInt("tries"),
                        row.getObject("ends_at", java.time.OffsetDateTime.class).toInstant()))
                .single();
    }

    void forget(byte[] name) {
        sql.sql("DELETE FROM identity.sign_in_try WHERE name_hash = :name")
                .param("name", name)
                .update();
    }

    void sweep(Instant now) {
        sql.sql("DELETE FROM identity.sign_in_try WHERE ends_at <= :now")
                .param("now", SqlTime.of(now))
                .update();
    }
}
