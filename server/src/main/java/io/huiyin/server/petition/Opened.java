package io.huiyin.server.petition;

import java.util.List;

/**
 * Everything a petitioner sees of the own petition.
 *
 * @param own who asks
 * @param solved how many of all who signed say that it is solved
 */
record Opened(
        LifeRow petition,
        String title,
        String words,
        String unitName,
        Signatory own,
        int signed,
        int solved,
        List<Claim> claims,
        List<Move> moves,
        List<Look> looks) {

    /** Somebody looked at who the petitioner is: purpose, role and time. */
    record Look(String role, String purpose, java.time.Instant at) {}
}
