package io.huiyin.server.petition;

/** What became of a move. */
sealed interface Moving {

    record Moved(Procedure to) implements Moving {}

    /**
     * It may not be made, and nothing has changed.
     *
     * @param field the form's field that the sentence is about; empty: the whole move
     * @param key the sentence that says why
     */
    record Refused(String field, String key) implements Moving {}
}
