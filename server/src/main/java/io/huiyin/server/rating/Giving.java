package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import java.util.Set;

/** What became of giving a rating. */
sealed interface Giving {

    /** Stored, and on disk. */
    record Given(Invitation invitation, Code receipt) implements Giving {}

    /**
     * This submission is already stored; it stays one row.
     *
     * @param overall the level that it carries, which may differ from the one asked for now
     */
    record AlreadyGiven(Invitation invitation, Code receipt, int overall) implements Giving {}

    record NotOpen(Opening.Refused why) implements Giving {}

    /** Something in the form cannot be right. */
    record Faulty(Invitation invitation, Set<Fault> faults) implements Giving {}
}
