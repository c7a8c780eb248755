package io.huiyin.server.sql;

/** The server will not start on this database, folder or setting; the message says why and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
