package io.huiyin.server.petition;

import io.huiyin.server.message.Outbox;
import java.util.List;

/**
 * Everything a petitioner sees of the own petition.
 *
 * @param own who asks
 * @param told messages sent about it
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
        List<Look> looks,
        List<Outbox.Told> told) {

    /** Somebody looked at who the petitioner is: purpose, role and time; the messages sent are one line. */
    record Look(String role, String purpose, java.time.Instant at, int times) {}
}
