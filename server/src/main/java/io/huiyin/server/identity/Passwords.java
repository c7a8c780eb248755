package io.huiyin.server.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept (bcrypt, each with its own salt) and what is asked of a new one: length, nothing else. */
@Component
class Passwords {

    /** Ours; the pages name it. */
    private static final int LEAST_CHARACTERS = 12;

    /** bcrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt;
    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobody;

    Passwords(@Value("${huiyin.sign-in.bcrypt}") int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.nobody = hash("nobody has this password");
    }

    /** The message key of what is wrong with a new password. */
    Optional<String> fault(String password) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS)
            return Optional.of("identity.password.short");
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) return Optional.of("identity.password.long");
        return Optional.empty();
    }

    String hash(String password) {
        return java.util.Objects.requireNonNull(bcrypt.encode(password)); // null only for null
    }

    boolean matches(String password, Optional<String> hash) {
        boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return bcrypt.matches(readable ? password : "", hash.orElse(nobody)) && hash.isPresent();
    }
}
