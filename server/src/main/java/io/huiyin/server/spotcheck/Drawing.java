package io.huiyin.server.spotcheck;

import java.util.UUID;

/** What became of a draw. */
public sealed interface Drawing {

    record Done(UUID draw) implements Drawing {}

    /** A frame is drawn from once: who may draw again until it pleases them steers it. */
    record AlreadyDrawn(UUID draw) implements Drawing {}

    /** The lot that was thrown in public is too short to be beyond anybody's power to try out. */
    record TooLittleEntropy(int characters, int least) implements Drawing {}
}
