package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.ledger.Ledger.Written;
import io.huiyin.server.rating.PoorRatings.PoorRating;
import io.huiyin.server.rating.RatingStore.Counting;
import io.huiyin.server.rating.RatingStore.Row;
import io.huiyin.server.rating.RatingStore.Stored;
import io.huiyin.server.sql.Ids;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** 自愿评价: takes ratings. Each submission is one row, whatever is retried or raced; of a matter's ratings the last counts. */
@Component
public class Ratings {

    /** What the log's commitment to a rating is about, and the second version's name if its form ever changes. */
    private static final String COMMITMENT = "huiyin-rating-v1";

    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RatingStore store;
    private final Invitations invitations;
    private final Reasons reasons;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ratings(
            RatingStore store,
            Invitations invitations,
            Reasons reasons,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.reasons = reasons;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From the rater's own device, by a link's secret or a typed code. */
    Giving give(String key, UUID submission, Opinion opinion) {
        return in(status -> switch (invitations.openLocked(key)) {
            case Opening.Refused refused -> new Giving.NotOpen(refused);
            case Opening.Opened opened -> store(status, opened.invitation(), submission, Channel.OWN, "", opinion);
        });
    }

    /** 一次一评: a tap on the office's own device. A row of its own that does not use the invitation up. */
    Giving tap(UUID matter, UUID submission, int overall, SignedIn by) {
        return in(status -> switch (invitations.openLocked(matter, by)) {
            case Opening.Refused refused -> new Giving.NotOpen(refused);
            case Opening.Opened opened ->
                store(status, opened.invitation(), submission, Channel.COUNTER, by.username(), Opinion.of(overall));
        });
    }

    /**
     * Many at once, for imports and the demo: checked by the caller, kept in their order. Returns the submissions that are new.
     */
    @Transactional
    public Set<UUID> record(List<Rating> ratings) {
        store.lockRecording();
        Set<UUID> known = store.known(ratings.stream().map(Rating::submission).toList());
        Set<UUID> fresh = new LinkedHashSet<>();
        List<Rating> novel = ratings.stream()
                .filter(rating -> !known.contains(rating.submission()) && fresh.add(rating.submission()))
                .toList();
        if (novel.isEmpty()) return Set.of();
        if (store.insert(rows(novel)).size() != novel.size())
            throw new IllegalStateException("a submission was stored meanwhile");
        announce(novel.stream().map(Rating::matter).distinct().toList());
        return fresh;
    }

    /** The receipt's number, made from the log entry's leaf hash: it says nothing of the rating. */
    static Code receipt(byte[] leafHash) {
        return Code.of(Long.remainderUnsigned(ByteBuffer.wrap(leafHash).getLong(), Code.RANGE));
    }

    private Giving in(TransactionCallback<Giving> step) {
        return Objects.requireNonNull(transaction.execute(step));
    }

    private Giving store(
            TransactionStatus status,
            Invitation invitation,
            UUID submission,
            Channel channel,
            String terminal,
            Opinion opinion) {
        Set<Fault> faults = Fault.in(opinion, reasons);
        if (!faults.isEmpty()) return new Giving.Faulty(invitation, faults);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Row row = rows(List.of(new Rating(submission, invitation.matter(), channel, terminal, opinion, now)))
                .getFirst();
        List<Boolean> poorBefore = store.insert(List.of(row));
        if (poorBefore.isEmpty()) {
            // stored before: the log's entry of this retry is dropped with it
            status.setRollbackOnly();
            return again(invitation, store.find(submission));
        }
        if (opinion.poor() || poorBefore.getFirst()) announce(List.of(invitation.matter()));
        return new Giving.Given(invitation, receipt(row.leafHash()));
    }

    private static Giving again(Invitation invitation, Stored stored) {
        if (!stored.matter().equals(invitation.matter())) return new Giving.NotOpen(new Opening.Unknown());
        return new Giving.AlreadyGiven(invitation, receipt(stored.leafHash()), stored.overall());
    }

    /** Commits to each rating in the public log: neither the matter nor the time stands there. */
    private List<Row> rows(List<Rating> ratings) {
        byte[] random = new byte[SALT * ratings.size()];
        RANDOM.nextBytes(random);
        List<byte[]> salts = IntStream.range(0, ratings.size())
                .mapToObj(i -> Arrays.copyOfRange(random, SALT * i, SALT * (i + 1)))
                .toList();
        List<Map<String, String>> entries = IntStream.range(0, ratings.size())
                .mapToObj(i -> Map.of("commitment", commitment(ratings.get(i), salts.get(i))))
                .toList();
        List<Written> written = ledger.appendAll(EntryKind.RATING, entries);
        return IntStream.range(0, ratings.size())
                .mapToObj(i -> new Row(
                        Ids.next(), ratings.get(i), salts.get(i), written.get(i).leafHash()))
                .toList();
    }

    private static String commitment(Rating rating, byte[] salt) {
        Opinion opinion = rating.opinion();
        Map<String, Object> members = new TreeMap<>();
        opinion.answers().forEach((question, answer) -> members.put(question.word(), answer));
        members.put("submission", rating.submission().toString());
        members.put("matter", rating.matter().toString());
        members.put("channel", rating.channel().word());
        members.put("terminal", rating.terminal());
        members.put("overall", opinion.overall());
        members.put("reasons", String.join(";", opinion.reasons()));
        members.put("comment", opinion.comment());
        members.put("may_contact", opinion.mayContact() ? 1 : 0);
        members.put("rated_at", rating.ratedAt().toString());
        return HexFormat.of().formatHex(Hashes.commitment(COMMITMENT, salt, Entry.canonical("rating", members)));
    }

    /** Tells what became poor, and what was poor and no longer is. */
    private void announce(Collection<UUID> matters) {
        List<Counting> counting = store.counting(matters);
        List<PoorRating> poor = counting.stream()
                .filter(one -> one.level() <= 2)
                .map(one -> new PoorRating(
                        one.matter(), one.unit(), one.level(), codes(one.reasons()), one.mayContact(), one.ratedAt()))
                .toList();
        List<UUID> replaced = counting.stream()
                .filter(one -> one.level() > 2 && one.everPoor())
                .map(Counting::matter)
                .toList();
        if (!poor.isEmpty()) events.publishEvent(new PoorRatings(poor));
        if (!replaced.isEmpty()) events.publishEvent(new PoorRatingsReplaced(replaced));
    }

    private static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(";"));
    }
}
