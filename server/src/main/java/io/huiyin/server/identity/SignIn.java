package io.huiyin.server.identity;

import java.time.Instant;

/** What became of an attempt to sign in. */
sealed interface SignIn {

    record Done(Account account) implements SignIn {}

    /** Name and password do not belong together; which of them is wrong is not said. */
    record Wrong() implements SignIn {}

    /** Too many wrong passwords under this name: nothing more is looked at until then. */
    record Locked(Instant until) implements SignIn {}

    /** The password was set by an administrator: choose another first. */
    record Temporary(Account account) implements SignIn {}
}
