package io.huiyin.server.supervision;

import io.huiyin.proof.Code;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.QueryCodes;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receptions, advice and staffing of days that are over, for the demo's loader. Rules that look at today are not asked. */
@Component
@Transactional
public class PastReceptions {

    private final HourStore hours;
    private final ReceptionStore receptions;
    private final AdviceStore advice;
    private final SteadinessStore steadiness;
    private final QueryCodes queryCodes;
    private final History history;
    private final Deadlines deadlines;

    PastReceptions(
            HourStore hours,
            ReceptionStore receptions,
            AdviceStore advice,
            SteadinessStore steadiness,
            QueryCodes queryCodes,
            History history,
            Deadlines deadlines) {
        this.hours = hours;
        this.receptions = receptions;
        this.advice = advice;
        this.steadiness = steadiness;
        this.queryCodes = queryCodes;
        this.history = history;
        this.deadlines = deadlines;
    }

    /**
     * Hours of one leader.
     *
     * @param subjects what visitors booked for, slot by slot from the first
     * @param note what the receptions ended in, when they are over
     */
    public record PastHour(
            UUID account,
            String office,
            boolean village,
            String place,
            Instant beginsAt,
            Instant endsAt,
            List<String> subjects,
            String note) {}

    /** @param now receptions before it have ended */
    public void hours(List<PastHour> all, Instant now) {
        long number = 0;
        for (PastHour past : all) {
            UUID id = Ids.next();
            hours.insert(
                    new HourStore.New(
                            id,
                            past.account(),
                            past.office(),
                            past.village() ? "VILLAGE" : "OFFICE",
                            past.place(),
                            past.beginsAt(),
                            past.endsAt()),
                    30);
            if (past.subjects().isEmpty()) continue;
            var slots = hours.between(past.beginsAt(), past.beginsAt().plusSeconds(1), now).stream()
                    .filter(hour -> hour.id().equals(id))
                    .flatMap(hour -> hour.slots().stream())
                    .toList();
            for (int i = 0; i < Math.min(slots.size(), past.subjects().size()); i++)
                book(slots.get(i), past.subjects().get(i), past.note(), ++number, now);
        }
    }

    private void book(ReceptionHour.Slot slot, String subject, String note, long number, Instant now) {
        UUID id = Ids.next();
        Code code = Code.of(number);
        receptions.insert(new ReceptionStore.New(
                id,
                UUID.randomUUID(),
                slot.id(),
                code.digits(),
                queryCodes.tag(code.digits(), UUID.randomUUID().toString()),
                null,
                subject,
                "online",
                slot.startsAt().minusSeconds(3 * 86_400)));
        LocalDate day = SqlTime.day(slot.startsAt());
        history.write(Step.of(Subject.RECEPTION, id, "booked", ""), null, day.minusDays(3));
        if (!slot.startsAt().isBefore(now)) return;
        receptions.end(new ReceptionStore.End(
                id, 0, "NOTE", null, note, slot.startsAt().plusSeconds(1_800)));
        history.write(Step.of(Subject.RECEPTION, id, "note", note), null, day);
    }

    /**
     * An advice to a unit.
     *
     * @param answer empty: not answered yet
     * @param found DONE, PARTLY or NOT_DONE; empty: nobody has looked yet
     */
    public record PastAdvice(
            String unit,
            String kind,
            String pattern,
            String words,
            LocalDate writtenOn,
            boolean adopted,
            String answer,
            String found,
            String finding) {}

    public void advice(List<PastAdvice> all) {
        for (PastAdvice past : all) {
            UUID id = Ids.next();
            LocalDate due = deadlines.due("supervision.advice.answer", past.writtenOn());
            advice.insert(new AdviceStore.New(
                    id,
                    UUID.randomUUID(),
                    past.unit(),
                    past.kind(),
                    past.pattern(),
                    past.words(),
                    past.writtenOn(),
                    due));
            history.write(Step.of(Subject.ADVICE, id, "written", past.words()), null, past.writtenOn());
            if (past.answer().isEmpty()) continue;
            LocalDate answered = past.writtenOn().plusDays(20);
            LocalDate follow = deadlines.due("supervision.advice.follow", answered);
            advice.answer(new AdviceStore.Answer(id, 0, past.adopted(), past.answer(), answered, follow));
            history.write(
                    Step.of(Subject.ADVICE, id, past.adopted() ? "adopted" : "declined", past.answer()),
                    null,
                    answered);
            if (past.found().isEmpty()) continue;
            advice.follow(id, 1, past.found(), past.finding(), follow);
            history.write(Step.of(Subject.ADVICE, id, "followed", past.finding()), null, follow);
        }
    }

    /** How many people worked on petitions in a month. */
    public void staffing(LocalDate month, int people, SignedIn by) {
        steadiness.insert(new SteadinessStore.Staffing(
                Ids.next(), month.withDayOfMonth(1), people, SqlTime.startOf(month), by.account()));
    }
}
