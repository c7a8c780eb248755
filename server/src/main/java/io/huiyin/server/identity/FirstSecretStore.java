package io.huiyin.server.identity;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FirstSecretStore {

    private final JdbcClient sql;

    FirstSecretStore(JdbcClient sql) {
        this.sql = sql;
    }

    void replace(byte[] hash, Instant expiresAt) {
        sql.sql("""
                INSERT INTO identity.first_secret (secret_hash, expires_at) VALUES (:hash, :expires)
                ON CONFLICT (only_one) DO UPDATE SET secret_hash = EXCLUDED.secret_hash, expires_at = EXCLUDED.expires_at""").param("hash", hash).param("expires", SqlTime.of(expiresAt)).update();
    }

    /** Two who send the same secret at once come one after the other. */
    Optional<byte[]> lockUnexpired(Instant now) {
        return sql.sql("SELECT secret_hash FROM identity.first_secret WHERE expires_at > :now FOR UPDATE")
                .param("now", SqlTime.of(now))
                .query(byte[].class)
                .optional();
    }

    void forget() {
        sql.sql("DELETE FROM identity.first_secret").update();
    }
}
