package io.huiyin.server.sql;

/** Somebody else changed the row first: the page shows both versions and asks again (HTTP 409). */
public final class StaleRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleRow(Object id) {
        super("changed by somebody else: " + id);
    }
}
