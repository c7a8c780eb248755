package io.huiyin.server.rating;

import java.util.Locale;

/**
 * What may be asked beside the level for the matter as a whole, each on 1 to 5: the county's own standard (满意不满意、高兴不高兴、
 * 答应不答应) and the contents of its assessment (办成了没有、服务态度、服务质量、业务能力).
 */
public enum Question {
    SATISFIED,
    HAPPY,
    AGREE,
    DONE,
    ATTITUDE,
    QUALITY,
    COMPETENCE;

    /** Its column, in tables, files and forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
