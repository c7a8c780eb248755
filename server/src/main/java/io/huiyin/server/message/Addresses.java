package io.huiyin.server.message;

import java.util.Optional;
import java.util.UUID;

/** Opens contacts for sending. Implemented by the modules that keep them, which stand above this one. */
public interface Addresses {

    /** Whose contacts these are. */
    Addressee.Kind kind();

    /**
     * The contact, opened for one message; where the person can see who looked, the trace is committed with it, and a message that
     * is tried again leaves none again.
     *
     * @return absent when there is none that a message can go to
     */
    Optional<Address> open(UUID addressee, UUID message);
}
