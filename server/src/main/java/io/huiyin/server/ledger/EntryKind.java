package io.huiyin.server.ledger;

/** What entries of the log are about; the word written is the lower-case name with hyphens. */
public enum EntryKind {
    PETITION_RECEIVED,
    PETITION_MOVED,
    PETITION_FILE_ADDED,
    PETITION_WORDS_ADDED,
    RETALIATION_TOLD,
    RETALIATION_FOUND,
    HARM_SEED,
    SUPERVISION_STEP,
    PERSONAL_ACT,
    MATTER_CLOSED,
    RATING,
    FRAME_FROZEN,
    DRAW,
    INTERVIEW,
    RESULT_PUBLISHED;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
