package io.huiyin.server.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a recipient is: a person, an agent who comes for others, or an enterprise. */
public enum RecipientKind {
    PERSON,
    AGENT,
    ENTERPRISE;

    public static final List<String> WORDS =
            Arrays.stream(values()).map(RecipientKind::word).toList();

    /** The word in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable RecipientKind of(@Nullable String word) {
        for (RecipientKind kind : values()) if (kind.word().equals(word)) return kind;
        return null;
    }
}
