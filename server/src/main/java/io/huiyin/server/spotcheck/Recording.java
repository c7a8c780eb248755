package io.huiyin.server.spotcheck;

/** What became of recording a try. */
sealed interface Recording {

    record Recorded() implements Recording {}

    /** The same form arrived before. */
    record SentTwice() implements Recording {}

    /** Somebody else ended this call in the meantime; nothing was recorded. */
    record Ended(CallState state) implements Recording {}
}
