package io.huiyin.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who a session stands for. The session, a row in the database, holds only the account's id and version: on every request the
 * account is read anew, so whoever is disabled, or whose password changed, is out at once on every server.
 */
@Component
class AccountSessions implements SecurityContextRepository {

    private static final String ACCOUNT = "account";
    private static final String VERSION = "version";
    private static final String SINCE = "since";

    private final AccountStore accounts;
    private final Clock clock;
    private final Duration longest;

    AccountSessions(AccountStore accounts, Clock clock, @Value("${huiyin.sign-in.longest}") Duration longest) {
        this.accounts = accounts;
        this.clock = clock;
        this.longest = longest;
    }

    /** Under a new session id, so that a session somebody else prepared is worth nothing. */
    void begin(HttpServletRequest request, Account account) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.id().toString());
        session.setAttribute(VERSION, account.version());
        session.setAttribute(SINCE, clock.instant().getEpochSecond());
        // the column by which all sessions of an account are ended
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().toString());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) return Optional.empty();
        Instant since = Instant.ofEpochSecond((Long) session.getAttribute(SINCE));
        if (clock.instant().isAfter(since.plus(longest))) return Optional.empty();
        return accounts.unchanged(UUID.fromString(account), (Long) session.getAttribute(VERSION))
                .map(Account::signedIn);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnDemand(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Only {@link #begin} signs in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent();
    }

    /** Asks the database once, and only when somebody asks who it is: public pages never do. */
    private final class OnDemand implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        private OnDemand(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = new SecurityContextImpl();
                signedIn(request).map(SignedIn::authentication).ifPresent(known::setAuthentication);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
