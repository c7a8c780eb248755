package io.huiyin.server.petition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the first reply to a petition is worth: only an answer answers. */
enum Reply {
    NONE,
    /** Only 'received': paper, not an answer. */
    ACKNOWLEDGED,
    /** The day of a first reply is known, what it said is not: never the end. */
    WITHOUT_TEXT,
    ANSWERED;

    /** The word in tables and addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The word at the end of message keys. */
    String key() {
        return word().replace(' ', '-');
    }

    /** How it looks: a shape beside the word. */
    String chip() {
        return switch (this) {
            case NONE -> "soon";
            case ACKNOWLEDGED, WITHOUT_TEXT -> "off";
            case ANSWERED -> "done";
        };
    }

    static @Nullable Reply of(@Nullable String word) {
        for (Reply any : values()) if (any.word().equals(word)) return any;
        return null;
    }
}
