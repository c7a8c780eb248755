package io.huiyin.server.identity;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Who asks: a member of staff who has signed in. Controllers take it as a parameter; it is read anew from the account on every
 * request.
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
        @Nullable String official) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    /** What the route table is asked with: the role is the only authority. */
    public Authentication authentication() {
        return new PreAuthenticatedAuthenticationToken(this, "", List.of(new SimpleGrantedAuthority(role.name())));
    }
}
