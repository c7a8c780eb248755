package io.huiyin.server.supervision;

import io.huiyin.proof.Code;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 接访预约: one visitor's booking.
 *
 * @param number its public number
 * @param state BOOKED, or how it ended: in a petition, a note, cancelled, nobody came, or the leader was not there
 * @param petition number of the petition it ended in
 */
record Reception(
        UUID id,
        String number,
        UUID leader,
        String office,
        String kind,
        String place,
        Instant startsAt,
        String subject,
        String state,
        @Nullable UUID person,
        @Nullable String petition,
        String note,
        long version) {

    Code code() {
        return new Code(number);
    }

    boolean booked() {
        return state.equals("BOOKED");
    }

    String stateKey() {
        return "supervision.reception." + state.toLowerCase(Locale.ROOT);
    }

    String kindKey() {
        return "supervision.reception.kind." + kind.toLowerCase(Locale.ROOT);
    }
}
