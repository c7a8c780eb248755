package io.huiyin.server.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as the error page says it.
 *
 * @param status the HTTP status
 * @param key a sentence that replaces the usual one (who may, for a refusal); null for the usual one
 * @param reference the number under which a fault of ours stands in the log; null for all others
 */
record Fault(int status, @Nullable String key, @Nullable String reference) {

    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 429, 500, 503);

    static Fault of(int status) {
        return new Fault(status, null, null);
    }

    /** The kind of page: a status without words of its own is told as its family. */
    int kind() {
        if (TOLD.contains(status)) return status;
        return status >= 500 ? 500 : 400;
    }

    String title() {
        return "web.error." + kind() + ".title";
    }

    String text() {
        return key != null ? key : "web.error." + kind() + ".text";
    }

    String next() {
        return "web.error." + kind() + ".next";
    }
}
