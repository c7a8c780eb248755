package io.huiyin.server.web;

/** The asker may not do this; the message key says who may (HTTP 403). */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Denied(String messageKey) {
        super(messageKey);
    }
}
