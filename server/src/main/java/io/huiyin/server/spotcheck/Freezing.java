package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import java.util.UUID;

/** What became of freezing a quarter's frame. */
public sealed interface Freezing {

    record Frozen(UUID frame) implements Freezing {}

    /** The quarter has not ended: matters may still be closed in it. */
    record NotOver(Quarter quarter) implements Freezing {}

    /** It is frozen already, and a frame is never frozen twice. */
    record AlreadyFrozen(UUID frame) implements Freezing {}

    /** No matter was closed in it. */
    record NothingClosed(Quarter quarter) implements Freezing {}
}
