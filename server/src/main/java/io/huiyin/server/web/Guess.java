package io.huiyin.server.web;

/** What became of a code that somebody typed, where only wrong ones count against them. */
public sealed interface Guess<T> {

    /** The code was right and opens this. */
    record Right<T>(T opened) implements Guess<T> {}

    /** It was not, and that is counted. */
    record Wrong<T>() implements Guess<T> {}

    /**
     * Too many were wrong: nothing was looked up.
     *
     * @param minutes until one may be tried again
     */
    record TooMany<T>(long minutes) implements Guess<T> {}
}
