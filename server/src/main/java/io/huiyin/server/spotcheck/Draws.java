package io.huiyin.server.spotcheck;

import io.huiyin.engine.Allocation;
import io.huiyin.engine.Draw;
import io.huiyin.engine.Stratum;
import io.huiyin.proof.Hashes;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 抽取: a draw that nobody can steer and everybody can repeat, once per frame. */
@Component
public class Draws {

    /** Twenty throws of a ten-sided die: nobody can try out so many futures. */
    static final int LEAST_ENTROPY = 20;

    private final DrawStore store;
    private final Frames frames;
    private final FrameStore frameStore;
    private final CallStore calls;
    private final LegalValues legal;
    private final Ledger ledger;
    private final Clock clock;

    Draws(
            DrawStore store,
            Frames frames,
            FrameStore frameStore,
            CallStore calls,
            LegalValues legal,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.frames = frames;
        this.frameStore = frameStore;
        this.calls = calls;
        this.legal = legal;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Drawing draw(UUID frame, String entropy, DrawWish wish, SignedIn by) {
        if (by.role() != Role.ASSESSMENT) throw new Denied("spotcheck.denied.assessment");
        return draw(frames.frame(frame), entropy.strip(), wish, new Thrown(clock.instant(), by.account()));
    }

    /** For the demo's loader, which lays draws of the past. */
    @Transactional
    public Drawing drawAsOf(UUID frame, String entropy, DrawWish wish, Instant at) {
        return draw(frames.frame(frame), entropy.strip(), wish, new Thrown(at, null));
    }

    private record Thrown(Instant at, @Nullable UUID by) {}

    private Drawing draw(Frame frame, String entropy, DrawWish wish, Thrown thrown) {
        int characters = entropy.codePointCount(0, entropy.length());
        if (characters < LEAST_ENTROPY) return new Drawing.TooLittleEntropy(characters, LEAST_ENTROPY);
        frameStore.oneAtATime();
        Frame now = frames.frame(frame.id());
        if (now.draw() != null) return new Drawing.AlreadyDrawn(now.draw());
        String seed = Seed.of(frame.digest(), entropy);
        DrawRecord draw =
                new DrawRecord(Ids.next(), frame.id(), frame.quarter(), frame.digest(), entropy, seed, thrown.at());
        List<PlannedStratum> plan = plan(frame.id(), wish);
        List<DrawnMatter> drawn = lots(draw, plan);
        store.insert(draw, thrown.by());
        store.insertStrata(draw.id(), plan);
        store.insertDrawn(draw.id(), drawn);
        calls.insert(draw.id(), CallSheet.ofSample(store.sampleInDrawOrder(draw.id()), mostPerCall(thrown.at())));
        ledger.append(EntryKind.DRAW, entry(draw, plan, drawn));
        return new Drawing.Done(draw.id());
    }

    /** What a wish comes to in a frame: engine's allocation for the answers expected. */
    List<PlannedStratum> plan(UUID frame, DrawWish wish) {
        Map<Stratum, Long> populations = store.populations(frame);
        double response = legal.value("spotcheck.response", SqlTime.day(clock.instant())) / 100.0;
        List<PlannedStratum> plan = new ArrayList<>();
        Allocation.proportional(populations, wish.interviews(), response)
                .forEach((stratum, size) -> plan.add(new PlannedStratum(
                        stratum.unit(),
                        stratum.type(),
                        Math.toIntExact(populations.getOrDefault(stratum, 0L)),
                        size,
                        wish.reserve())));
        return plan;
    }

    private List<DrawnMatter> lots(DrawRecord draw, List<PlannedStratum> plan) {
        Draw seeded = Draw.bySeed(draw.seed());
        SortedMap<Stratum, Draw.Lot> lots = new TreeMap<>();
        plan.forEach(stratum -> lots.put(
                Stratum.of(stratum.unit(), stratum.type()),
                seeded.lot(new Draw.Size(stratum.size(), stratum.reserve()))));
        try (Stream<FrameMatter> matters = frameStore.matters(draw.frame())) {
            matters.forEach(matter -> {
                Draw.Lot lot = lots.get(Stratum.of(matter.unit(), matter.type()));
                if (lot != null) lot.offer(matter.number());
            });
        }
        List<DrawnMatter> drawn = new ArrayList<>();
        lots.forEach((stratum, lot) -> lot.drawn()
                .forEach(d -> drawn.add(new DrawnMatter(
                        d.matter(), stratum.unit(), stratum.type(), d.order(), d.reserve(), d.rank()))));
        return drawn;
    }

    private int mostPerCall(Instant at) {
        return legal.value("spotcheck.matters", SqlTime.day(at));
    }

    private static Map<String, Object> entry(DrawRecord draw, List<PlannedStratum> plan, List<DrawnMatter> drawn) {
        return Map.of(
                "quarter", draw.quarter().toString(),
                "frame", draw.digest(),
                "entropy", draw.entropy(),
                "seed", draw.seed(),
                "sizes", sha256(DrawFiles.sizes(plan)),
                "sample", sha256(DrawFiles.sample(drawn)));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    DrawRecord draw(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("draw " + id));
    }

    /** Strata in the order of codes. */
    List<PlannedStratum> strata(UUID draw) {
        return store.strata(draw).stream().sorted(DrawFiles.STRATA).toList();
    }

    /** Sample and reserve, stratum by stratum, in the order of places. */
    List<DrawnMatter> drawn(UUID draw) {
        return store.drawn(draw).stream().sorted(DrawFiles.DRAWN).toList();
    }
}
