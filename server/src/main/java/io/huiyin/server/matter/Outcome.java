package io.huiyin.server.matter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a matter ended: 办结, 不予受理或不予办理, 退件, 撤回, or the asker gave up. */
public enum Outcome {
    DONE,
    REFUSED,
    RETURNED,
    WITHDRAWN,
    GIVEN_UP;

    public static final List<String> WORDS =
            Arrays.stream(values()).map(Outcome::word).toList();

    /** The word in files, tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static @Nullable Outcome of(@Nullable String word) {
        for (Outcome any : values()) if (any.word().equals(word)) return any;
        return null;
    }
}
