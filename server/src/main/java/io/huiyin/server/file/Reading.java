package io.huiyin.server.file;

/** What became of a file that was sent. */
public sealed interface Reading {

    /** Content only, in bytes of its kind. */
    record Clean(FileKind kind, byte[] bytes) implements Reading {}

    /**
     * Not taken.
     *
     * @param key the sentence that says what is wrong and what to do
     */
    record Refused(String key, Object... args) implements Reading {}
}
