package io.huiyin.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * What marks a form as ours: a tag of the browser's session cookie under the server's key, so nothing is stored and every server
 * knows it. Whoever has no cookie yet gets one with the first form; it stands for nobody, and signing in puts another in its place.
 */
@Component
class SessionForms implements CsrfTokenRepository {

    private final Keys keys;

    SessionForms(Keys keys) {
        this.keys = keys;
    }

    private record Token(String secret, String getToken) implements CsrfToken {
        @Override
        public String getHeaderName() {
            return "X-CSRF-TOKEN";
        }

        @Override
        public String getParameterName() {
            return "_csrf";
        }
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(SessionCookie.fresh());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof Token made) SessionCookie.give(request, response, made.secret());
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionCookie.of(request).map(this::token).orElse(null);
    }

    private Token token(String secret) {
        byte[] tag = keys.hmac("form of a session", secret.getBytes(StandardCharsets.UTF_8));
        return new Token(secret, Base64.getUrlEncoder().withoutPadding().encodeToString(tag));
    }
}
