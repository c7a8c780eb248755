package io.huiyin.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One matter of the demo county.
 *
 * @param closedAt absent while it is open
 * @param opinion 1 to 5: what its recipient truly thinks; meaningless while it is open
 */
record Handled(
        String number,
        Office office,
        Office.Section section,
        Office.Post post,
        Office.Offer offer,
        String receivedBy,
        String decidedBy,
        String deliveredBy,
        String channel,
        Instant openedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        Recipient recipient,
        boolean hasContact,
        boolean byProxy,
        int opinion) {

    /**
     * Whom it was for.
     *
     * @param kind person, agent or enterprise
     * @param contact a number that no network gives out
     * @param wrong whether somebody else, or nobody, is at that number
     * @param regular whether they come often, so that their contact is known
     */
    record Recipient(String key, String kind, String contact, boolean wrong, boolean regular) {}

    boolean closed() {
        return closedAt != null;
    }
}
