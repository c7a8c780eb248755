package io.huiyin.server.petition;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.PetitionDeskStore.Counts;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 信访待办: to a unit what it has not answered; to the supervision office what took longer than the law allows. */
@Component
@Order(20)
class PetitionWork implements DeskWork {

    private static final Queue PASSAGES = Queue.place("petition.work.passages", "/desk/passages");

    private final PetitionDeskStore store;
    private final Asking asking;
    private final Retaliations retaliations;
    private final Hotline hotline;
    private final LegalValues values;
    private final Clock clock;

    PetitionWork(
            PetitionDeskStore store,
            Asking asking,
            Retaliations retaliations,
            Hotline hotline,
            LegalValues values,
            Clock clock) {
        this.store = store;
        this.asking = asking;
        this.retaliations = retaliations;
        this.hotline = hotline;
        this.values = values;
        this.clock = clock;
    }

    /** Calls that wait for their first word come before everything that has days. */
    @Override
    public List<Queue> queues(SignedIn by) {
        boolean all = by.role() == Role.INTAKE || by.role() == Role.SUPERVISION;
        boolean own = (by.role() == Role.HANDLER || by.role() == Role.UNIT_HEAD) && by.unit() != null;
        if (!all && !own) return others(by);
        String unit = all ? null : by.unit();
        Queue calls = new Queue(
                "petition.work.hotline",
                "/desk/hotline",
                hotline.count(unit, Actor.of(by)),
                hotline.overdue(unit, Actor.of(by)));
        return Stream.concat(Stream.of(calls), others(by).stream()).toList();
    }

    private List<Queue> others(SignedIn by) {
        return switch (by.role()) {
            case INTAKE -> {
                Counts counts = counts(null, by);
                yield Stream.concat(
                                queues(counts, PetitionQueue.TO_REGISTER, PetitionQueue.OBJECTED).stream(),
                                Stream.of(
                                        Queue.place("petition.work.new", "/desk/petitions/new"),
                                        Queue.place("petition.body", "/desk/review-bodies"),
                                        Queue.place("petition.channels", "/desk/channels"),
                                        new Queue("petition.work", "/desk/petitions", counts.total(), 0)))
                        .toList();
            }
            case UNIT_HEAD ->
                by.unit() == null
                        ? List.of()
                        : Stream.concat(
                                        queues(
                                                counts(by.unit(), by),
                                                PetitionQueue.TO_ACCEPT,
                                                PetitionQueue.IN_HAND,
                                                PetitionQueue.NOT_SOLVED,
                                                PetitionQueue.UNANSWERED,
                                                PetitionQueue.ACKNOWLEDGED)
                                                .stream(),
                                        Stream.of(PASSAGES))
                                .toList();
            case HANDLER ->
                by.unit() == null
                        ? List.of()
                        : queues(
                                counts(by.unit(), by),
                                PetitionQueue.IN_HAND,
                                PetitionQueue.NOT_SOLVED,
                                PetitionQueue.UNANSWERED,
                                PetitionQueue.ACKNOWLEDGED);
            case SUPERVISION ->
                Stream.of(
                                List.of(new Queue(
                                        "petition.work.retaliation",
                                        "/desk/retaliations",
                                        retaliations.open(),
                                        retaliations.overdue())),
                                queues(
                                        counts(null, by),
                                        PetitionQueue.PAST_DUE,
                                        PetitionQueue.IN_REVIEW,
                                        PetitionQueue.NOT_SOLVED,
                                        PetitionQueue.OVERDUE,
                                        PetitionQueue.LATE,
                                        PetitionQueue.ACKNOWLEDGED),
                                List.of(PASSAGES))
                        .flatMap(List::stream)
                        .toList();
            case INTERVIEWER -> List.of(new Queue("petition.work.ask", "/desk/verdicts", asking.count(), 0));
            case ADMINISTRATOR ->
                List.of(
                        Queue.place("petition.premises", "/desk/premises"),
                        Queue.place("petition.body", "/desk/review-bodies"));
            default -> List.of();
        };
    }

    private Counts counts(@Nullable String unit, SignedIn by) {
        LocalDate today = SqlTime.day(clock.instant());
        return store.counts(unit, values.value("petition.answer", today), today, Actor.of(by));
    }

    private static List<Queue> queues(Counts counts, PetitionQueue... wanted) {
        return Arrays.stream(wanted)
                .map(queue -> new Queue(
                        "petition.work." + queue.word(),
                        "/desk/petitions?state=" + queue.word(),
                        counts.of(queue),
                        late(queue) ? counts.of(queue) : 0))
                .toList();
    }

    private static boolean late(PetitionQueue queue) {
        return queue == PetitionQueue.PAST_DUE || queue == PetitionQueue.OVERDUE || queue == PetitionQueue.LATE;
    }
}
