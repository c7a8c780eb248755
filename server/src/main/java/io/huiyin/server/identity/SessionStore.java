package io.huiyin.server.identity;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions as rows, so two servers are the same as one. A row holds a digest of the browser's secret, never the secret. */
@Repository
class SessionStore {

    private final JdbcClient sql;

    SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whom a session stands for, when it began and when it ends unless something is asked before. */
    record Open(
            Instant since,
            Instant expiresAt,
            UUID id,
            String username,
            String name,
            Role role,
            @Nullable String unit,
            @Nullable String official) {
        SignedIn signedIn() {
            return new SignedIn(id, username, name, role, unit, official);
        }
    }

    void begin(byte[] digest, Account account, Instant now, Instant expires) {
        sql.sql("""
                INSERT INTO identity.session (digest, account_id, account_version, since, expires_at)
                VALUES (:digest, :account, :version, :now, :expires)""")
                .param("digest", digest)
                .param("account", account.id())
                .param("version", account.version())
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(expires))
                .update();
    }

    /** A session is good for one version of its account: whoever is disabled, or whose password changed, is out. */
    Optional<Open> open(byte[] digest, Instant now) {
        return sql.sql("""
                SELECT s.since, s.expires_at, a.id, a.username, a.name, a.role, a.unit_code AS unit, a.official_code AS official
                  FROM identity.session s
                  JOIN identity.account a ON a.id = s.account_id AND a.version = s.account_version
                 WHERE s.digest = :digest AND s.expires_at > :now AND a.disabled_at IS NULL""")
                .param("digest", digest)
                .param("now", SqlTime.of(now))
                .query(Open.class)
                .optional();
    }

    /** Set apart from the transaction it may stand in, since a page may stream out of a read-only one. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void prolong(byte[] digest, Instant expires) {
        sql.sql("UPDATE identity.session SET expires_at = :expires WHERE digest = :digest AND expires_at < :expires")
                .param("digest", digest)
                .param("expires", SqlTime.of(expires))
                .update();
    }

    void end(byte[] digest) {
        sql.sql("DELETE FROM identity.session WHERE digest = :digest")
                .param("digest", digest)
                .update();
    }

    void sweep(Instant now) {
        sql.sql("DELETE FROM identity.session WHERE expires_at <= :now")
                .param("now", SqlTime.of(now))
                .update();
    }
}
