package io.huiyin.server.spotcheck;

import java.util.Locale;

/** What one try to reach somebody came to. */
public enum AttemptOutcome {
    /** 完成: answered about at least one matter. */
    ANSWERED,
    /** 拒访: does not want to. */
    REFUSED,
    /** 无人接听: nobody answered, engaged, switched off. */
    NO_REPLY,
    /** 号码不对: belongs to somebody else, or to nobody. */
    WRONG_NUMBER,
    /** 另约时间: asked to be called again at a certain time. */
    APPOINTMENT;

    /** As stored and as in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
