package io.huiyin.server.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The cookie {@code desk}: 256 random bits that only the browser keeps. Scripts cannot read it, and no other site's form sends it. */
final class SessionCookie {

    private static final String NAME = "desk";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookie() {}

    static String fresh() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies)
            if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String secret) {
        response.addCookie(cookie(request, secret));
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        Cookie gone = cookie(request, "");
        gone.setMaxAge(0);
        response.addCookie(gone);
    }

    private static Cookie cookie(HttpServletRequest request, String value) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
