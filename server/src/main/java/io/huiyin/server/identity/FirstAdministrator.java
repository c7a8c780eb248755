package io.huiyin.server.identity;

import io.huiyin.server.web.FormErrors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the first account comes to be: a secret that the server printed at its start, good once and for an hour. The database holds
 * only its hash, and with the first account it is gone.
 */
@Component
@Transactional
class FirstAdministrator {

    /** Ours. */
    static final Duration GOOD_FOR = Duration.ofHours(1);

    private final FirstSecretStore secrets;
    private final Accounts accounts;
    private final Clock clock;

    FirstAdministrator(FirstSecretStore secrets, Accounts accounts, Clock clock) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What became of setting the first administrator. */
    sealed interface Setting {
        record Done() implements Setting {}

        /** Nothing was set: what to mend. */
        record Refused(FormErrors faults) implements Setting {}

        /** Not the secret that was printed last, or older than an hour: start the server again for a new one. */
        record WrongSecret() implements Setting {}
    }

    boolean wanted() {
        return accounts.none();
    }

    /** A new secret; the one before is worth nothing from now on. */
    String newSecret() {
        String secret = RandomWords.groups(6);
        secrets.replace(hash(secret), clock.instant().plus(GOOD_FOR));
        return secret;
    }

    Setting set(String secret, NewAccount administrator, String password) {
        Instant now = clock.instant();
        boolean right = secrets.lockUnexpired(now)
                .filter(hash -> MessageDigest.isEqual(hash, hash(secret.strip())))
                .isPresent();
        if (!right || !accounts.none()) return new Setting.WrongSecret();
        return switch (accounts.open(administrator, password, false, null)) {
            case Opening.Refused refused -> new Setting.Refused(refused.faults());
            case Opening.Opened opened -> {
                secrets.forget();
                yield new Setting.Done();
            }
        };
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
