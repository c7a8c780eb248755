package io.huiyin.server.petition;

import io.huiyin.server.file.Attachment;
import io.huiyin.server.file.Content;
import io.huiyin.server.file.Keeping;
import io.huiyin.server.file.Reading;
import io.huiyin.server.petition.Attachments.Decided;
import io.huiyin.server.petition.Attachments.Refusal;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * 复查复核机关的案头: what is before one body, and nothing else. It sees number, claims, attachments, the answer and why it is asked for
 * a review, and not who asks; it decides in writing, and its clock may stand still for a hearing.
 */
@Component
@Transactional
class ReviewDesk {

    private static final int MOST = 200;

    /** Moves of a body that decide nothing. */
    private static final Set<String> CLOCK_MOVES = Set.of("pause", "resume");

    private final ReviewStore store;
    private final LifeStore petitions;
    private final Life life;
    private final ClaimStore claims;
    private final TrackingStore words;
    private final Additions additions;
    private final Attachments attachments;

    ReviewDesk(
            ReviewStore store,
            LifeStore petitions,
            Life life,
            ClaimStore claims,
            TrackingStore words,
            Additions additions,
            Attachments attachments) {
        this.store = store;
        this.petitions = petitions;
        this.life = life;
        this.claims = claims;
        this.words = words;
        this.additions = additions;
        this.attachments = attachments;
    }

    /**
     * One case as the body sees it.
     *
     * @param reason why the petitioner asks for a review
     * @param added what the petitioner wrote later
     * @param attachments of the petition
     * @param earlier what was decided at the level below; empty at the first
     */
    record Case(
            Review review,
            String title,
            String unit,
            String reason,
            List<Claim> claims,
            List<Move> added,
            List<Attachment> attachments,
            List<Decided> earlier,
            List<Ground> grounds,
            long version) {}

    /** By their day. */
    @Transactional(readOnly = true)
    List<Review> cases(ReviewBody body) {
        return store.before(body.id(), MOST);
    }

    /**
     * @throws NotFound also for a case of another body, and for one that is decided
     */
    @Transactional(readOnly = true)
    Case open(UUID id, ReviewBody body) {
        Review review = store.find(id, body.id()).filter(Review::open).orElseThrow(() -> new NotFound("review"));
        LifeRow petition = petitions.find(review.petition()).orElseThrow();
        TrackingStore.Words about = words.words(petition.id());
        String asked = review.kind() == ReviewBody.Kind.REVIEW ? "ask-review" : "ask-rereview";
        return new Case(
                review,
                about.title(),
                about.unit() == null ? "" : about.unit(),
                petitions.moves(petition.id()).stream()
                        .filter(move -> move.move().equals(asked))
                        .map(Move::reason)
                        .reduce("", (first, second) -> second),
                claims.of(petition.id()),
                additions.words(petition.id()),
                attachments.kept(petition.owner()),
                attachments.decided(petition.id()).stream()
                        .filter(one -> !one.review().open())
                        .toList(),
                petitions.grounds(),
                petition.version());
    }

    /**
     * An attachment of a case, or a document of an earlier decision; the petitioner sees that it was opened.
     *
     * @throws NotFound also for a file of another petition
     */
    Content file(UUID id, UUID file, ReviewBody body) {
        UUID petition = open(id, body).review().petition();
        return attachments.open(petition, file, Actor.REVIEW_BODY).orElseThrow(() -> new NotFound("file"));
    }

    /**
     * What a body decides.
     *
     * @param upheld whether the answer stands; else the unit has to answer anew
     * @param words the decision with its reasons
     */
    record Decision(long seen, boolean upheld, String words) {}

    /** What came of deciding. */
    sealed interface Deciding {

        record Decided() implements Deciding {}

        record Refused(String field, String key) implements Deciding {}

        /** A document that cannot be taken; nothing was decided. */
        record Unfit(List<Refusal> refusals) implements Deciding {}
    }

    /** The decision with its documents, in one transaction. */
    Deciding decide(UUID id, Decision decision, List<Reading.Clean> documents, ReviewBody body) {
        Review review = open(id, body).review();
        Moving moving = life.move(
                review.petition(),
                Wish.of(review.move(decision.upheld()), decision.seen(), decision.words()),
                Actor.REVIEW_BODY);
        if (moving instanceof Moving.Refused refused) return new Deciding.Refused(refused.field(), refused.key());
        for (Reading.Clean document : documents)
            if (attachments.addDecided(review, document) instanceof Keeping.Refused refused) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Deciding.Unfit(List.of(new Refusal("", refused.key(), refused.args())));
            }
        return new Deciding.Decided();
    }

    /** A hearing or another listed ground lets the clock stand still, or it goes on. */
    Moving clock(UUID id, Wish wish, ReviewBody body) {
        Review review = open(id, body).review();
        if (!CLOCK_MOVES.contains(wish.move())) return new Moving.Refused("", "petition.refused.not-now");
        return life.move(review.petition(), wish, Actor.REVIEW_BODY);
    }
}
