package io.huiyin.server.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 整改单 as its unit sees it: the fault and the due day. There is no matter, no person, no day of the rating and no free text in
 * it; the matter's number only when the rater ticked 'the unit may contact me'.
 *
 * @param faults reason codes; empty when the rater gave none
 * @param left working days until the due day; below zero: by how many it is over
 */
record WorkOrder(
        UUID id,
        int level,
        List<String> faults,
        LocalDate dueOn,
        int left,
        long version,
        @Nullable String matterNo) {

    /** The chip's shape. */
    String urgency() {
        if (left < 0) return "late";
        return left <= 2 ? "soon" : "fine";
    }
}
