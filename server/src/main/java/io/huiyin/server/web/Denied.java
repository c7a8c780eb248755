package io.huiyin.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The asker may not do this; the message key says who may (HTTP 403). */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Denied(String messageKey) {
        super(messageKey);
    }

    /** For a refusal before any page is reached: the sentence that says who may, kept with the request for the error page. */
    public static void tell(HttpServletRequest request, String messageKey) {
        request.setAttribute(Denied.class.getName(), messageKey);
    }

    static @Nullable String told(HttpServletRequest request) {
        return (String) request.getAttribute(Denied.class.getName());
    }
}
