package io.huiyin.server.petition;

import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.access.Purpose;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.calendar.WorkingDays;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.Units;
import io.huiyin.server.petition.PetitionDeskStore.Counts;
import io.huiyin.server.petition.PetitionDeskStore.Line;
import io.huiyin.server.petition.PetitionDeskStore.Whole;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 工作台上的信访件: the intake and the supervision office see all, a unit sees its own; nobody sees a name here. */
@Component
@Transactional(readOnly = true)
class PetitionDesk {

    static final int ROWS = 50;

    private final PetitionDeskStore store;
    private final SearchStore search;
    private final Units units;
    private final WorkingDays workingDays;
    private final LegalValues values;
    private final LifeStore life;
    private final Additions additions;
    private final Life moves;
    private final ClaimStore claims;
    private final Accounts accounts;
    private final IdentityReads identities;
    private final Deadlines deadlines;
    private final Clock clock;

    PetitionDesk(
            PetitionDeskStore store,
            SearchStore search,
            LifeStore life,
            Additions additions,
            Life moves,
            ClaimStore claims,
            Units units,
            Accounts accounts,
            IdentityReads identities,
            WorkingDays workingDays,
            LegalValues values,
            Deadlines deadlines,
            Clock clock) {
        this.life = life;
        this.additions = additions;
        this.moves = moves;
        this.claims = claims;
        this.accounts = accounts;
        this.identities = identities;
        this.deadlines = deadlines;
        this.store = store;
        this.search = search;
        this.units = units;
        this.workingDays = workingDays;
        this.values = values;
        this.clock = clock;
    }

    /**
     * A part of the list.
     *
     * @param limit the legal limit in calendar days that 'late' is measured by
     * @param next after which the next part begins; null at the end
     * @param goesOn whether this is not the first part
     * @param units those that may be chosen; empty for somebody who sees only the own unit
     * @param choosing what may be done with several at once
     * @param daysLeft working days until a day
     */
    record Shown(
            DeskFilter filter,
            int limit,
            List<Queue> queues,
            List<Timed> lines,
            @Nullable Position next,
            boolean goesOn,
            List<Unit> units,
            Choosing choosing,
            ToIntFunction<LocalDate> daysLeft) {

        /** From here on a queue is only said to be long. */
        int mostCounted() {
            return PetitionDeskStore.MOST_COUNTED;
        }
    }

    /** How many petitions are in a state; the empty word stands for all. */
    record Queue(String state, long count) {}

    /**
     * A row and the working days beside its calendar days.
     *
     * @param workingDays null before the first reply
     * @param estimated whether a year's days off are not announced, so that Monday to Friday were counted
     */
    record Timed(Line line, @Nullable Integer workingDays, boolean estimated) {}

    /**
     * One petition, timed, with its life as far as it runs here.
     *
     * @param left working days until its day; null without one
     */
    record OnDesk(
            Whole petition,
            Timed timed,
            int limit,
            @Nullable Integer left,
            List<Claim> claims,
            List<Move> moves,
            List<Life.Possible> possible,
            List<Unit> units,
            List<String> handlers,
            List<Ground> grounds) {

        LifeRow life() {
            return petition.life();
        }

        /** Whether one of its moves was made. */
        boolean made(String move) {
            return moves.stream().anyMatch(one -> one.move().equals(move));
        }

        AnswerDocument document() {
            return AnswerDocument.of(
                    petition.line().number(),
                    petition.title(),
                    petition.line().unit() == null ? "" : petition.line().unit(),
                    claims,
                    moves);
        }
    }

    Shown list(DeskFilter asked, String after, SignedIn by) {
        String own = ownUnit(by);
        DeskFilter filter = own == null ? asked : new DeskFilter(own, asked.queue());
        int limit = limit();
        LocalDate today = SqlTime.day(clock.instant());
        Counts counts = store.counts(filter.unit(), limit, today, Actor.of(by));
        Position from = Position.read(after, filter.byDay()).orElse(null);
        List<Line> lines = store.page(filter, limit, today, Actor.of(by), from, ROWS + 1);
        boolean more = lines.size() > ROWS;
        return new Shown(
                filter,
                limit,
                queues(counts, filter.queue()),
                lines.stream().limit(ROWS).map(this::timed).toList(),
                more ? Position.of(lines.get(ROWS - 1), filter.byDay()) : null,
                from != null,
                own == null ? units.all() : List.of(),
                choosing(by),
                due -> deadlines.left(today, due));
    }

    private Choosing choosing(SignedIn by) {
        if (by.role() == Role.INTAKE) return Choosing.dispatch(units.all());
        return by.role() == Role.UNIT_HEAD && by.unit() != null
                ? Choosing.hand(accounts.ofUnit(by.unit()))
                : Choosing.NOTHING;
    }

    /**
     * What a search found.
     *
     * @param full whether there may be more than are shown
     * @param daysLeft working days until a day
     */
    record Hits(List<Timed> lines, boolean full, int limit, ToIntFunction<LocalDate> daysLeft) {}

    /** By words of title, text and claims; ranked, and only what somebody may see. */
    Hits search(Sought sought, SignedIn by) {
        String own = ownUnit(by);
        LocalDate today = SqlTime.day(clock.instant());
        List<Line> lines = sought.isEmpty() ? List.of() : search.find(sought, own, Actor.of(by), ROWS);
        return new Hits(
                lines.stream().map(this::timed).toList(),
                lines.size() == ROWS,
                limit(),
                due -> deadlines.left(today, due));
    }

    /** By the number on a receipt, or the one that another platform gave; absent where somebody may not see it. */
    Optional<UUID> find(String number, SignedIn by) {
        String own = ownUnit(by);
        return store.byNumber(number.strip(), number.replaceAll("[\\s-]", ""))
                .filter(found -> own == null || own.equals(found.unit()))
                .filter(found -> !life.recused(found.id(), Actor.of(by)))
                .map(PetitionDeskStore.Found::id);
    }

    /**
     * @throws NotFound also for a petition of another unit: who may not see it may not learn that it exists
     */
    OnDesk open(UUID id, SignedIn by) {
        String own = ownUnit(by);
        Whole petition = store.find(id, Actor.of(by)).orElseThrow(() -> new NotFound("petition"));
        LifeRow row = petition.life();
        if (own != null && !own.equals(row.unit())) throw new NotFound("petition");
        List<Claim> all = claims.of(id);
        List<Life.Possible> possible = moves.possible(row, all, Actor.of(by));
        return new OnDesk(
                petition,
                timed(petition.line()),
                limit(),
                row.dueOn() == null ? null : deadlines.left(SqlTime.day(clock.instant()), row.dueOn()),
                all,
                additions.among(id, life.moves(id)),
                possible,
                own == null && need(possible, "unit") ? units.all() : List.of(),
                row.unit() == null ? List.of() : accounts.ofUnit(row.unit()),
                need(possible, "ground") ? life.grounds() : List.of());
    }

    private static boolean need(List<Life.Possible> possible, String what) {
        return possible.stream().anyMatch(one -> one.transition().needs(what));
    }

    /**
     * Opens who the petitioner is: for the intake office, and for the unit that handles it unless the petitioner is hidden from it.
     * Absent: nobody gave a name.
     */
    @Transactional
    Optional<io.huiyin.server.identity.Opened> identity(UUID id, SignedIn by) {
        LifeRow row = open(id, by).life();
        boolean intake = by.role() == Role.INTAKE;
        if (!intake && (by.role() == Role.SUPERVISION || row.hidden())) throw new Denied("petition.denied.identity");
        return row.petitioner() == null
                ? Optional.empty()
                : Optional.of(identities.open(
                        by, row.petitioner(), intake ? Purpose.INTAKE : Purpose.HANDLING, "petition:" + id));
    }

    private static @Nullable String ownUnit(SignedIn by) {
        return switch (by.role()) {
            case INTAKE, SUPERVISION -> null;
            case HANDLER, UNIT_HEAD -> {
                if (by.unit() == null) throw new Denied("petition.denied");
                yield by.unit();
            }
            default -> throw new Denied("petition.denied");
        };
    }

    private int limit() {
        return values.value("petition.answer", SqlTime.day(clock.instant()));
    }

    private Timed timed(Line line) {
        if (line.repliedAt() == null) return new Timed(line, null, false);
        LocalDate from = SqlTime.day(line.receivedAt());
        LocalDate to = SqlTime.day(line.repliedAt());
        boolean announced = workingDays.announced(from.getYear()) && workingDays.announced(to.getYear());
        return new Timed(line, workingDays.between(from, to), !announced);
    }

    /** Queues that are empty and not asked for are not shown. */
    private static List<Queue> queues(Counts counts, @Nullable PetitionQueue asked) {
        Stream<Queue> filled = Arrays.stream(PetitionQueue.values())
                .filter(queue -> queue == asked || counts.of(queue) > 0)
                .map(queue -> new Queue(queue.word(), counts.of(queue)));
        return Stream.concat(Stream.of(new Queue("", counts.total())), filled).toList();
    }
}
