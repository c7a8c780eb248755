package io.huiyin.server.rating;

import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with an opinion. */
enum Fault {
    /** The level is not 1 to 5. */
    LEVEL,
    /** An answer is not 1 to 5. */
    ANSWER,
    /** A reason is not in the national list, or belongs to another level. */
    REASON,
    COMMENT_TOO_LONG;

    /** The field of the form that it is about. */
    String field() {
        return switch (this) {
            case LEVEL -> "overall";
            case ANSWER -> "answers";
            case REASON -> "reasons";
            case COMMENT_TOO_LONG -> "comment";
        };
    }

    /** The sentence for the rater. */
    String key() {
        return "rating.fault." + field();
    }

    static Set<Fault> in(Opinion opinion, Reasons reasons) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (opinion.overall() < 1 || opinion.overall() > 5) faults.add(LEVEL);
        if (opinion.answers().values().stream().anyMatch(answer -> answer < 1 || answer > 5)) faults.add(ANSWER);
        if (!reasons.allBelongTo(opinion.overall(), opinion.reasons())) faults.add(REASON);
        if (opinion.comment().codePointCount(0, opinion.comment().length()) > Opinion.LONGEST_COMMENT)
            faults.add(COMMENT_TOO_LONG);
        return faults;
    }
}
