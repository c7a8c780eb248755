package io.huiyin.server.message;

/** One channel to the outside. */
interface Carrier {

    Channel channel();

    /** Whether the operator said where to send to. */
    boolean configured();

    /** Tries once, for seconds at most. */
    Fate send(Letter letter, String to);
}
