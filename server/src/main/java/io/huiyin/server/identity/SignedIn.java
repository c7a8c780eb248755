package io.huiyin.server.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a member of staff who has signed in.
 *
 * @param unit code of the account's unit; null for those who belong to none (interviewers, auditors)
 * @param official code of the official whose account this is; null for most
 */
public record SignedIn(
        UUID account,
        String username,
        String name,
        Role role,
        @Nullable String unit,
        @Nullable String official) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }
}
