package io.huiyin.server.supervision;

import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.Units;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 三项建议权: advice to a unit, its answer with reasons whether it adopts it, and somebody who looks later what came of it. */
@Component
@Transactional
class AdviceDesk {

    private static final int MOST = 500;

    private final AdviceStore store;
    private final Units units;
    private final History history;
    private final Deadlines deadlines;
    private final Clock clock;

    AdviceDesk(AdviceStore store, Units units, History history, Deadlines deadlines, Clock clock) {
        this.store = store;
        this.units = units;
        this.history = history;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** An advice to be. */
    record Wish(UUID submission, String unit, String kind, String pattern, String words) {}

    Doing write(Wish wish, SignedIn by) {
        store.oneAtATime();
        var before = store.bySubmission(wish.submission());
        if (before.isPresent()) return new Doing.Done(before.get());
        if (units.find(wish.unit()).isEmpty()) return Doing.refused("unit", "unit");
        if (!Advice.KINDS.contains(wish.kind())) return Doing.refused("kind", "advice.kind");
        if (wish.pattern().isEmpty()) return Doing.refused("pattern", "advice.pattern");
        if (wish.pattern().length() > Typed.LONGEST) return Doing.refused("pattern", "long", Typed.LONGEST);
        if (wish.words().isEmpty()) return Doing.refused("words", "advice.words");
        if (wish.words().length() > Typed.LONGEST) return Doing.refused("words", "long", Typed.LONGEST);
        UUID id = Ids.next();
        store.insert(new AdviceStore.New(
                id,
                wish.submission(),
                wish.unit(),
                wish.kind(),
                wish.pattern(),
                wish.words(),
                today(),
                deadlines.due("supervision.advice.answer", today())));
        history.write(Step.of(Subject.ADVICE, id, "written", wish.words()), by);
        return new Doing.Done(id);
    }

    /**
     * The unit adopts it or not, either way with what it will do or why it will not.
     *
     * @throws StaleRow when somebody else was faster
     */
    Doing answer(UUID id, long seen, boolean adopted, String words, SignedIn by) {
        if (!open(id, by).waitsForUnit()) return Doing.refused("", "order.not-now");
        if (words.isEmpty()) return Doing.refused("answer", "advice.answer");
        if (words.length() > Typed.LONGEST) return Doing.refused("answer", "long", Typed.LONGEST);
        LocalDate follow = deadlines.due("supervision.advice.follow", today());
        if (!store.answer(new AdviceStore.Answer(id, seen, adopted, words, today(), follow))) throw new StaleRow(id);
        history.write(Step.of(Subject.ADVICE, id, adopted ? "adopted" : "declined", words), by);
        return new Doing.Done(id);
    }

    /** What came of it; not before its day. */
    Doing follow(UUID id, long seen, String found, String finding, SignedIn by) {
        Advice advice = open(id, by);
        if (!advice.waitsForLook()) return Doing.refused("", "order.not-now");
        if (advice.followOn() != null && advice.followOn().isAfter(today())) return Doing.refused("", "advice.early");
        if (!Advice.FOUND.contains(found)) return Doing.refused("found", "advice.found");
        if (finding.isEmpty()) return Doing.refused("finding", "advice.finding");
        if (finding.length() > Typed.LONGEST) return Doing.refused("finding", "long", Typed.LONGEST);
        if (!store.follow(id, seen, found, finding, today())) throw new StaleRow(id);
        history.write(Step.of(Subject.ADVICE, id, "followed", finding), by);
        return new Doing.Done(id);
    }

    /** @throws NotFound also for another unit's */
    @Transactional(readOnly = true)
    Advice open(UUID id, SignedIn by) {
        return store.find(id)
                .filter(advice -> office(by) || advice.unit().equals(by.unit()))
                .orElseThrow(() -> new NotFound("advice"));
    }

    /** The petition and the supervision office see all, a unit its own. */
    @Transactional(readOnly = true)
    List<Advice> all(SignedIn by) {
        if (office(by)) return store.all(null, MOST);
        return Stream.ofNullable(by.unit())
                .flatMap(unit -> store.all(unit, MOST).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    List<Unit> units() {
        return units.all();
    }

    static boolean office(SignedIn by) {
        return by.role() == Role.INTAKE || by.role() == Role.SUPERVISION;
    }

    LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
