package io.huiyin.server.web;

import io.huiyin.server.sql.SqlTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateLimitStore {

    private final JdbcClient sql;
    private final SecureRandom random = new SecureRandom();

    RateLimitStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many there are now in this window, this one included. */
    long count(byte[] key, Instant endsAt) {
        return sql.sql("""
                INSERT INTO web.attempt AS a (key, ends_at, made) VALUES (:key, :ends, 1)
                ON CONFLICT (key, ends_at) DO UPDATE SET made = a.made + 1
                RETURNING made""")
                .param("key", key)
                .param("ends", SqlTime.of(endsAt))
                .query(Long.class)
                .single();
    }

    long made(byte[] key, Instant endsAt) {
        return sql.sql("SELECT coalesce(max(made), 0) FROM web.attempt WHERE key = :key AND ends_at = :ends")
                .param("key", key)
                .param("ends", SqlTime.of(endsAt))
                .query(Long.class)
                .single();
    }

    /** The day's secret: whichever server asks first makes it. */
    byte[] salt(LocalDate day) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        sql.sql("INSERT INTO web.day_salt (day, salt) VALUES (:day, :salt) ON CONFLICT DO NOTHING")
                .param("day", day)
                .param("salt", fresh)
                .update();
        return sql.sql("SELECT salt FROM web.day_salt WHERE day = :day")
                .param("day", day)
                .query(byte[].class)
                .single();
    }

    void sweep(Instant now, LocalDate today) {
        sql.sql("DELETE FROM web.attempt WHERE ends_at < :now")
                .param("now", SqlTime.of(now))
                .update();
        sql.sql("DELETE FROM web.day_salt WHERE day < :today")
                .param("today", today)
                .update();
    }
}
