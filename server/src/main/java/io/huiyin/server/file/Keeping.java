package io.huiyin.server.file;

/** Whether a file that is clean was stored as well. */
public sealed interface Keeping {

    /** @param fresh false: the same bytes were there already */
    record Kept(Attachment attachment, boolean fresh) implements Keeping {}

    /**
     * There would be too many.
     *
     * @param key the sentence that says what is wrong and what to do
     */
    record Refused(String key, Object... args) implements Keeping {}
}
