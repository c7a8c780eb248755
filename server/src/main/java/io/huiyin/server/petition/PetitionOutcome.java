package io.huiyin.server.petition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 结果: whether it is solved where the petitioner has it. Silence is not consent: unreachable is counted apart. */
enum PetitionOutcome {
    NOT_ASKED,
    SOLVED,
    PARTLY,
    NOT_SOLVED,
    UNREACHABLE;

    /** What a form says; null when it says nothing of the kind. */
    static @Nullable PetitionOutcome said(String word) {
        return switch (word) {
            case "solved" -> SOLVED;
            case "partly" -> PARTLY;
            case "not-solved" -> NOT_SOLVED;
            default -> null;
        };
    }

    String key() {
        return "petition.outcome." + name().toLowerCase(Locale.ROOT);
    }
}
