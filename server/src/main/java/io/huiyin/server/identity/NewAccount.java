package io.huiyin.server.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account to be opened.
 *
 * @param username 2 to 60 letters, digits, dots, hyphens; kept in lower case
 * @param unit required for those who work for one unit (handler, head, official)
 * @param official code of the official who will see their own results; null for all others
 * @param email where messages about work go; null: the desk only
 */
public record NewAccount(
        String username,
        String name,
        Role role,
        @Nullable String unit,
        @Nullable String official,
        @Nullable String email) {

    /** One whose owner is told at the desk only. */
    public NewAccount(String username, String name, Role role, @Nullable String unit, @Nullable String official) {
        this(username, name, role, unit, official, null);
    }

    public NewAccount {
        username = username.strip().toLowerCase(java.util.Locale.ROOT);
        name = name.strip();
        unit = blankToNull(unit);
        official = blankToNull(official);
        email = blankToNull(email);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
