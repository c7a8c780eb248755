package io.huiyin.server.identity;

import java.time.Instant;
import java.util.Locale;

/**
 * Something done with an account.
 *
 * @param what the kind's word
 * @param by username of whoever did it; empty when nobody had signed in
 */
record AccountEvent(String what, Instant at, String username, Role role, String by) {

    /** The word stored is the lower-case name with hyphens. */
    enum Kind {
        OPENED,
        SIGNED_IN,
        REFUSED,
        LOCKED,
        SIGNED_OUT,
        PASSWORD_SET,
        PASSWORD_CHOSEN,
        DISABLED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
