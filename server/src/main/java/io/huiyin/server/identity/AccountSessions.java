package io.huiyin.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who a session stands for. Session and account are read together, once a request, so whoever is disabled, or whose password
 * changed, is out at once on every server.
 */
@Component
class AccountSessions implements SecurityContextRepository {

    /** A durable write for every page would be many: a session is prolonged once a minute. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Keys keys;
    private final Clock clock;
    private final Rule rule;

    AccountSessions(SessionStore store, Keys keys, Clock clock, Rule rule) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.rule = rule;
    }

    /** How long a session lasts when nothing is asked, and in all. */
    @Component
    record Rule(
            @Value("${huiyin.sign-in.idle}") Duration idle,
            @Value("${huiyin.sign-in.longest}") Duration longest,
            @Value("${huiyin.sweep}") boolean sweeps) {

        Instant expires(Instant since, Instant now) {
            Instant idleAt = now.plus(idle);
            Instant endsAt = since.plus(longest);
            return idleAt.isBefore(endsAt) ? idleAt : endsAt;
        }
    }

    /** Under a new secret, so that a session somebody else prepared is worth nothing. */
    void begin(HttpServletRequest request, HttpServletResponse response, Account account) {
        SessionCookie.of(request).map(this::digest).ifPresent(store::end);
        String secret = SessionCookie.fresh();
        Instant now = clock.instant();
        store.begin(digest(secret), account, now, rule.expires(now, now));
        SessionCookie.give(request, response, secret);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.of(request).map(this::digest).ifPresent(store::end);
        SessionCookie.take(request, response);
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 180_000)
    void sweep() {
        if (rule.sweeps()) store.sweep(clock.instant());
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        Optional<byte[]> asked = SessionCookie.of(request).map(this::digest);
        if (asked.isEmpty()) return Optional.empty();
        Instant now = clock.instant();
        Optional<SessionStore.Open> open = store.open(asked.get(), now);
        open.ifPresent(session -> {
            Instant expires = rule.expires(session.since(), now);
            if (expires.isAfter(session.expiresAt().plus(STEP))) store.prolong(asked.get(), expires);
        });
        return open.map(SessionStore.Open::signedIn);
    }

    private byte[] digest(String secret) {
        return keys.hmac("session", secret.getBytes(StandardCharsets.UTF_8));
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
