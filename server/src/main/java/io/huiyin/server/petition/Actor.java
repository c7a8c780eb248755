package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes a move: somebody signed in, the petitioner, a review body, or a clock. */
record Actor(
        String role,
        @Nullable UUID account,
        @Nullable String unit,
        @Nullable String official) {

    static final Actor PETITIONER = new Actor("PETITIONER", null, null, null);
    /** 复查复核机关: whoever knows a review body's access code. */
    static final Actor REVIEW_BODY = new Actor("REVIEW_BODY", null, null, null);

    static final Actor CLOCK = new Actor("CLOCK", null, null, null);

    static Actor of(SignedIn by) {
        return new Actor(by.role().name(), by.account(), by.unit(), by.official());
    }
}
