package io.huiyin.server.petition;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Writes drafts in tests. */
final class Pen {

    private Pen() {}

    /** The claim of a number gets the words of the one given for it; one that none is given for stays as it is. */
    static UnaryOperator<Claim> writing(Claim... written) {
        return claim -> Arrays.stream(written)
                .filter(one -> one.no() == claim.no())
                .findFirst()
                .map(one -> claim.written(one.facts(), one.opinion(), one.basis(), one.measures()))
                .orElse(claim);
    }
}
