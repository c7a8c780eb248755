package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 周期: opens cycles and publishes their results, each once, with the digest of the inputs in the log. */
@Component
public class Cycles {

    private static final int MOST_QUARTERS = 4;

    private final CycleStore store;
    private final InputStore inputs;
    private final InputFile file;
    private final Ledger ledger;
    private final Clock clock;

    Cycles(CycleStore store, InputStore inputs, InputFile file, Ledger ledger, Clock clock) {
        this.store = store;
        this.inputs = inputs;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public CycleOpening open(Quarter first, Quarter last, SignedIn by) {
        requireOffice(by);
        return open(first, last, by.account());
    }

    /** For the demo's loader. */
    @Transactional
    public CycleOpening openUnsigned(Quarter first, Quarter last) {
        return open(first, last, (UUID) null);
    }

    private CycleOpening open(Quarter first, Quarter last, @Nullable UUID by) {
        int quarters = Cycle.quarters(first, last).size();
        if (quarters < 1 || quarters > MOST_QUARTERS) return new CycleOpening.WrongLength(quarters);
        if (!SqlTime.day(clock.instant()).isAfter(last.last())) return new CycleOpening.NotOver(last);
        String code = Cycle.code(first, last);
        boolean opened = store.insert(first, last, clock.instant(), by);
        return opened ? new CycleOpening.Opened(code) : new CycleOpening.AlreadyOpen(code);
    }

    @Transactional
    public Publishing publish(String code, SignedIn by) {
        requireOffice(by);
        return publish(cycle(code), clock.instant(), by.account());
    }

    /** For the demo's loader. */
    @Transactional
    public Publishing publishUnsigned(String code) {
        return publish(cycle(code), clock.instant(), null);
    }

    private Publishing publish(Cycle cycle, Instant at, @Nullable UUID by) {
        if (cycle.publishedAt() != null) return new Publishing.AlreadyPublished();
        DrawnQuarters drawn = inputs.drawn(cycle.quarters());
        List<Quarter> missing = cycle.quarters().stream()
                .filter(q -> !drawn.quarters().contains(q))
                .toList();
        if (!missing.isEmpty()) return new Publishing.NotDrawn(missing);
        String digest = file.digest(cycle);
        String counts = inputs.counts(drawn).digest();
        if (!store.publish(cycle.code(), new CycleStore.Stamp(at, by, digest, counts)))
            return new Publishing.AlreadyPublished();
        ledger.append(
                EntryKind.RESULT_PUBLISHED, Map.of("cycle", cycle.code(), "scheme", cycle.scheme(), "inputs", digest));
        return new Publishing.Published();
    }

    public Cycle cycle(String code) {
        return store.find(code).orElseThrow(() -> new NotFound("cycle " + code));
    }

    /** A cycle that everybody may see. */
    public Cycle published(String code) {
        return store.find(code)
                .filter(cycle -> cycle.publishedAt() != null)
                .orElseThrow(() -> new NotFound("published cycle " + code));
    }

    /** Newest first. */
    public List<Cycle> all() {
        return store.all();
    }

    /** Newest first. */
    public List<Cycle> published() {
        return store.all().stream().filter(cycle -> cycle.publishedAt() != null).toList();
    }

    private static void requireOffice(SignedIn by) {
        if (by.role() != Role.ASSESSMENT) throw new Denied("assessment.denied");
    }
}
