package io.huiyin.server.petition;

import java.util.Locale;

/** 结果: whether it is solved where the petitioner has it. Silence is not consent: unreachable is counted apart. */
enum PetitionOutcome {
    NOT_ASKED,
    SOLVED,
    PARTLY,
    NOT_SOLVED,
    UNREACHABLE;

    String key() {
        return "petition.outcome." + name().toLowerCase(Locale.ROOT);
    }
}
