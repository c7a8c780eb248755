package io.huiyin.server.spotcheck;

import io.huiyin.server.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** The form of a draw as typed. */
record DrawForm(String entropy, String interviews, String reserve) {

    static final int LONGEST_ENTROPY = 1_000;

    DrawForm(@Nullable String entropy, @Nullable String interviews, @Nullable String reserve) {
        this.entropy = entropy == null ? "" : entropy.strip();
        this.interviews = interviews == null ? "" : interviews.strip();
        this.reserve = reserve == null ? "" : reserve.strip();
    }

    /** 22 answers a unit and quarter are 88 a year. */
    static DrawForm fresh() {
        return new DrawForm("", "22", "0");
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        if (entropy.length() > LONGEST_ENTROPY) errors.add("entropy", "spotcheck.draw.entropy.long", LONGEST_ENTROPY);
        if (number(interviews) < 1 || number(interviews) > DrawWish.MOST_INTERVIEWS)
            errors.add("interviews", "spotcheck.draw.interviews.wrong", DrawWish.MOST_INTERVIEWS);
        if (number(reserve) < 0 || number(reserve) > DrawWish.MOST_RESERVE)
            errors.add("reserve", "spotcheck.draw.reserve.wrong", DrawWish.MOST_RESERVE);
        return errors;
    }

    DrawWish wish() {
        return new DrawWish(number(interviews), number(reserve));
    }

    /** -1 for anything but up to six digits. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
