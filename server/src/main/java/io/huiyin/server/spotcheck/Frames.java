package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 抽样框: freezes all matters closed in a quarter that is over, once. */
@Component
public class Frames {

    private static final int QUARTERS_TO_ASK = 4;

    private final FrameStore store;
    private final Ledger ledger;
    private final Clock clock;

    Frames(FrameStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Freezing freeze(Quarter quarter, SignedIn by) {
        if (by.role() != Role.ASSESSMENT) throw new Denied("spotcheck.denied.assessment");
        if (!isOver(quarter)) return new Freezing.NotOver(quarter);
        return freeze(quarter, clock.instant(), by.account(), null);
    }

    /** For frames of the past. */
    @Transactional
    public Freezing freezeAsOf(Quarter quarter, Instant at) {
        return isOver(quarter) ? freeze(quarter, at, null, null) : new Freezing.NotOver(quarter);
    }

    /**
     * For the demo's loader: as {@link #freezeAsOf(Quarter, Instant)}, on every machine with the same numbers.
     *
     * @param secret what the numbers of the frame's matters follow from, instead of chance
     */
    @Transactional
    public Freezing freezeAsOf(Quarter quarter, Instant at, String secret) {
        return isOver(quarter) ? freeze(quarter, at, null, secret) : new Freezing.NotOver(quarter);
    }

    private Freezing freeze(Quarter quarter, Instant at, @Nullable UUID by, @Nullable String secret) {
        store.oneAtATime();
        Optional<Frame> before = store.find(quarter);
        if (before.isPresent()) return new Freezing.AlreadyFrozen(before.get().id());
        UUID id = Ids.next();
        int size = store.fill(id, quarter, secret);
        if (size == 0) return new Freezing.NothingClosed(quarter);
        String digest = digest(id);
        store.insert(new Frame(id, quarter, at, size, digest, null), by);
        ledger.append(EntryKind.FRAME_FROZEN, Map.of("quarter", quarter.toString(), "matters", size, "digest", digest));
        return new Freezing.Frozen(id);
    }

    /** Whether no matter can be closed in the quarter any more. */
    boolean isOver(Quarter quarter) {
        return SqlTime.day(clock.instant()).isAfter(quarter.last());
    }

    public Frame frame(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("frame " + id));
    }

    public Optional<Frame> frame(Quarter quarter) {
        return store.find(quarter);
    }

    /**
     * Newest first, from the quarter in which the first matter was closed to the one that runs. Of quarters that ended more than
     * a year ago, which imported records may bring, only those that were frozen: nobody is asked about what is longer past.
     */
    List<QuarterSteps> steps() {
        Quarter now = Quarter.of(SqlTime.day(clock.instant()));
        Quarter first = store.firstClosedDay().map(Quarter::of).orElse(now);
        Quarter yearAgo = Stream.iterate(now, Quarter::previous)
                .skip(QUARTERS_TO_ASK)
                .findFirst()
                .orElseThrow();
        Map<String, QuarterSteps> begun = store.begun();
        return Stream.iterate(now, q -> q.compareTo(first) >= 0, Quarter::previous)
                .filter(q -> q.compareTo(yearAgo) >= 0 || begun.containsKey(q.toString()))
                .map(q -> begun.getOrDefault(q.toString(), QuarterSteps.none(q, isOver(q))))
                .toList();
    }

    /** Contacts per unit and class of the frame, or, before it is frozen, of what it would hold. */
    List<Coverage> coverage(Quarter quarter) {
        return store.find(quarter).map(frame -> store.coverage(frame.id())).orElseGet(() -> store.coverage(quarter));
    }

    /** The frame's file as its digest was taken: one line a matter, in the order of numbers. */
    @Transactional(readOnly = true)
    public void write(UUID frame, OutputStream out) {
        try (Stream<FrameMatter> matters = store.matters(frame)) {
            FrameFile.write(matters, out);
        }
    }

    private String digest(UUID frame) {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), io.huiyin.proof.Hashes.sha256())) {
            write(frame, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
