package io.huiyin.server.csv;

/** The file as a whole cannot be read; the message names file, row and column and says what to do. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }
}
