package io.huiyin.server.spotcheck;

import java.util.Locale;

/** What is asked beyond the matter as a whole: the county's own standard 满意 高兴 答应, then number, attitude, quality, competence. */
public enum Content {
    SATISFIED,
    HAPPY,
    AGREE,
    DONE,
    ATTITUDE,
    QUALITY,
    COMPETENCE;

    /** The column and the form field. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
