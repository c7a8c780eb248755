package io.huiyin.server.spotcheck;

import java.util.Locale;

/** Yes, no, or does not know or did not say. */
public enum Told {
    YES,
    NO,
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
