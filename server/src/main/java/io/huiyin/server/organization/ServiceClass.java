package io.huiyin.server.organization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 即办, 承诺 or 复杂: what may be expected of the time a matter takes, and so with what it is compared. */
public enum ServiceClass {
    ON_THE_SPOT,
    PROMISED_TIME,
    COMPLEX;

    /** All words, in the order of the classes. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(ServiceClass::word).toList();

    /** The word in files, tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static @Nullable ServiceClass of(String word) {
        for (ServiceClass any : values()) if (any.word().equals(word)) return any;
        return null;
    }
}
