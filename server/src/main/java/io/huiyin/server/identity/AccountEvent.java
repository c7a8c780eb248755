package io.huiyin.server.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something done with an account, by whom; by nobody when nobody had signed in. */
record AccountEvent(UUID account, Kind kind, @Nullable UUID by, Instant at) {

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
