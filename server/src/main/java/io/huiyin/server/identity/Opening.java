package io.huiyin.server.identity;

import io.huiyin.server.web.FormErrors;

/** What became of opening an account. */
sealed interface Opening {

    /** @param password to be told to the account's owner; it is not kept and not shown again */
    record Opened(String username, String password) implements Opening {}

    /** Nothing was opened: what to mend. */
    record Refused(FormErrors faults) implements Opening {}
}
