package io.huiyin.server.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 复查复核: before whom a review stands. It goes to the body that the law names for the unit; then nobody in the county decides it.
 * Without a body the supervision office does, but nobody of a unit that handled the petition.
 */
@Component
class Reviews {

    private static final String UPHOLD = "uphold-";
    private static final String QUASH = "quash-";

    private final ReviewStore store;
    private final ReviewBodyStore bodies;
    private final Clock clock;

    Reviews(ReviewStore store, ReviewBodyStore bodies, Clock clock) {
        this.store = store;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Why somebody may not make a move of a review; null: no reason here. */
    @Nullable
    String barred(LifeRow petition, Actor by) {
        boolean reviewing =
                petition.procedure() == Procedure.IN_REVIEW || petition.procedure() == Procedure.IN_REREVIEW;
        if (!reviewing || by.equals(Actor.PETITIONER) || by.equals(Actor.CLOCK)) return null;
        boolean before = store.isBeforeBody(petition.id());
        if (before != by.equals(Actor.REVIEW_BODY))
            return before ? "petition.refused.review-body" : "petition.refused.not-now";
        return by.unit() != null && store.handled(petition.id(), by.unit()) ? "petition.refused.recused" : null;
    }

    /** In the transaction of a move: opens a case before the lawful body, or closes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(UUID petition, String move, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReviewBody.Kind asked = ReviewBody.Kind.asked(move);
        if (asked != null) bodies.lawful(asked, petition).ifPresent(body -> store.insert(petition, body, asked, now));
        else if (move.startsWith(UPHOLD) || move.startsWith(QUASH))
            store.decide(petition, move.startsWith(UPHOLD), reason, now);
    }

    /** Oldest first. */
    List<Review> of(UUID petition) {
        return store.of(petition);
    }
}
