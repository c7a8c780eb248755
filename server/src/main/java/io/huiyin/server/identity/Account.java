package io.huiyin.server.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of a member of staff, without its password.
 *
 * @param temporary whether its owner must choose a password of their own before anything else
 * @param version goes up with every change; a session is good for one version
 */
record Account(
        UUID id,
        String username,
        String name,
        Role role,
        @Nullable String unit,
        @Nullable String official,
        boolean temporary,
        @Nullable Instant disabledAt,
        Instant createdAt,
        long version) {

    SignedIn signedIn() {
        return new SignedIn(id, username, name, role, unit, official);
    }

    boolean disabled() {
        return disabledAt != null;
    }
}
