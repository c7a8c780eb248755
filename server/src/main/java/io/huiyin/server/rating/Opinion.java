package io.huiyin.server.rating;

import java.util.List;
import java.util.Map;

/**
 * What somebody says about one matter.
 *
 * @param overall 5 very satisfied, 4 satisfied, 3 fairly satisfied, 2 dissatisfied, 1 very dissatisfied (the last two are poor)
 * @param answers 1 to 5 each; what was not answered is absent
 * @param reasons codes of {@link Reasons} that belong to the level
 * @param mayContact 'the unit may contact me about this' was ticked
 */
public record Opinion(
        int overall, Map<Question, Integer> answers, List<String> reasons, String comment, boolean mayContact) {

    static final int LONGEST_COMMENT = 2000;

    public Opinion {
        answers = Map.copyOf(answers);
        reasons = reasons.stream().distinct().sorted().toList();
        // PostgreSQL's text has no NUL; browsers send each new line as two characters
        comment = comment.replace("\0", "").replace("\r\n", "\n").strip();
    }

    public static Opinion of(int overall) {
        return new Opinion(overall, Map.of(), List.of(), "", false);
    }

    /** 差评: the two lowest levels. */
    boolean poor() {
        return overall <= 2;
    }
}
