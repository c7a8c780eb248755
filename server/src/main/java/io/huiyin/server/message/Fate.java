package io.huiyin.server.message;

/** What became of one try to send. The fault is a word and a status: servers' own sentences may hold the address. */
sealed interface Fate {

    record Sent() implements Fate {}

    /** It may go another time. */
    record Later(String fault) implements Fate {}

    /** It will never go: the address or the message is refused for good. */
    record Never(String fault) implements Fate {}
}
