package io.huiyin.server.web;

/** Nothing is there, or nothing that the asker may know of (HTTP 404). */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(Object what) {
        super("not found: " + what);
    }
}
