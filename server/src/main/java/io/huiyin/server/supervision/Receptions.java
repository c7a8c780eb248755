package io.huiyin.server.supervision;

import io.huiyin.proof.Code;
import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.access.Purpose;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.Opened;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.QueryCodes;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import io.huiyin.server.web.NotFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 接访: a visitor books a slot by web or telephone, without an account; each reception ends in a petition or a note. That nobody
 * came is written down as just that.
 */
@Component
@Transactional
class Receptions {

    static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReceptionStore store;
    private final HourStore hours;
    private final QueryCodes queryCodes;
    private final Residents residents;
    private final IdentityReads identities;
    private final History history;
    private final LegalValues values;
    private final Clock clock;

    Receptions(
            ReceptionStore store,
            HourStore hours,
            QueryCodes queryCodes,
            Residents residents,
            IdentityReads identities,
            History history,
            LegalValues values,
            Clock clock) {
        this.store = store;
        this.hours = hours;
        this.queryCodes = queryCodes;
        this.residents = residents;
        this.identities = identities;
        this.history = history;
        this.values = values;
        this.clock = clock;
    }

    /**
     * What a visitor says; only the query code is needed.
     *
     * @param submission made with the form: the same again is the same booking
     * @param channel online, or call: the clerk books for somebody on the telephone
     */
    record Booking(
            UUID submission,
            @Nullable UUID slot,
            String subject,
            String name,
            String contact,
            String queryCode,
            String channel) {}

    /** The slot and its hour as far as it can be booked now. */
    @Transactional(readOnly = true)
    Optional<ReceptionHour> bookable(@Nullable UUID slot) {
        if (slot == null) return Optional.empty();
        return hours.ofSlot(slot, clock.instant())
                .filter(hour -> hour.slots().getFirst().open())
                .filter(hour -> !hour.day().isAfter(last()));
    }

    Doing book(Booking booking, @Nullable SignedIn by) {
        Optional<Reception> before = store.bySubmission(booking.submission());
        if (before.isPresent()) return new Doing.Done(before.get().id());
        UUID slot = booking.slot();
        if (slot == null || bookable(slot).isEmpty()) return Doing.refused("", "reception.taken");
        if (booking.subject().length() > LONGEST_SUBJECT) return Doing.refused("subject", "long", LONGEST_SUBJECT);
        if (booking.name().length() > LONGEST_NAME) return Doing.refused("name", "long", LONGEST_NAME);
        if (booking.contact().length() > LONGEST_NAME) return Doing.refused("contact", "long", LONGEST_NAME);
        if (!QueryCodes.fitting(booking.queryCode()))
            return Doing.refused("queryCode", "reception.code", QueryCodes.SHORTEST, QueryCodes.LONGEST);
        UUID id = Ids.next();
        Code code = Code.of(RANDOM.nextLong(Code.RANGE));
        var stored = new ReceptionStore.New(
                id,
                booking.submission(),
                slot,
                code.digits(),
                queryCodes.tag(code.digits(), booking.queryCode()),
                sealed(booking),
                booking.subject(),
                booking.channel(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!store.insert(stored)) return Doing.refused("", "reception.taken");
        history.write(Step.of(Subject.RECEPTION, id, "booked", ""), by);
        return new Doing.Done(id);
    }

    private @Nullable UUID sealed(Booking booking) {
        if (booking.contact().isEmpty()) return null;
        Resident visitor = new Resident(RecipientKind.PERSON, null, booking.name(), booking.contact());
        var sealed = residents.seal(Arrays.asList(visitor)).getFirst();
        return sealed == null ? null : sealed.id();
    }

    @Transactional(readOnly = true)
    Reception get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("reception"));
    }

    @Transactional(readOnly = true)
    Optional<Reception> find(Code code) {
        return store.byCode(code.digits());
    }

    /** Absent: the number and the query code do not belong together, or one of them is not known. */
    @Transactional(readOnly = true)
    Optional<Reception> open(Code code, String queryCode) {
        // the same work whether the number is known or not
        byte[] tag = store.tag(code.digits()).orElseGet(() -> new byte[32]);
        return queryCodes.fits(tag, code.digits(), queryCode) ? store.byCode(code.digits()) : Optional.empty();
    }

    /** 谁看过我的信息. */
    @Transactional(readOnly = true)
    List<IdentityReads.Look> looks(Reception reception) {
        return reception.person() == null ? List.of() : identities.of(reception.person());
    }

    /** The visitor gives the slot back; somebody else may have it. */
    Doing cancel(Code code, String queryCode) {
        Reception own = open(code, queryCode).orElseThrow(() -> new NotFound("reception"));
        return end(own, "CANCELLED", null, "", "cancelled", null);
    }

    /**
     * How it ended.
     *
     * @param how petition, note, no-show or not-held
     * @param number of the petition that it ended in
     */
    record Ending(String how, String number, String note) {}

    /** By the leader whose hour it is, or the clerk beside them; not before it has begun. */
    Doing end(UUID id, long seen, Ending ending, SignedIn by) {
        Reception reception = openOnDesk(id, by);
        if (reception.version() != seen) throw new StaleRow(id);
        if (reception.startsAt().isAfter(clock.instant())) return Doing.refused("", "reception.early");
        if (ending.note().length() > Typed.LONGEST) return Doing.refused("note", "long", Typed.LONGEST);
        return switch (ending.how()) {
            case "petition" ->
                store.petition(ending.number())
                        .map(petition -> end(reception, "PETITION", petition, ending.note(), "petition", by))
                        .orElseGet(() -> Doing.refused("number", "number"));
            case "note" ->
                ending.note().isEmpty()
                        ? Doing.refused("note", "reception.note")
                        : end(reception, "NOTE", null, ending.note(), "note", by);
            case "no-show" -> end(reception, "NO_SHOW", null, "", "no-show", by);
            case "not-held" -> end(reception, "NOT_HELD", null, ending.note(), "not-held", by);
            default -> Doing.refused("how", "reception.how");
        };
    }

    private Doing end(
            Reception reception,
            String state,
            @Nullable UUID petition,
            String note,
            String step,
            @Nullable SignedIn by) {
        if (!reception.booked()) return Doing.refused("", "reception.over");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.end(new ReceptionStore.End(reception.id(), reception.version(), state, petition, note, now)))
            throw new StaleRow(reception.id());
        history.write(Step.of(Subject.RECEPTION, reception.id(), step, note), by);
        return new Doing.Done(reception.id());
    }

    /** Of everybody to the intake office, of the own hours to a leader. */
    @Transactional(readOnly = true)
    List<Reception> waiting(SignedIn by) {
        return store.waiting(by.role() == Role.LEADER ? by.account() : null, MOST);
    }

    /** @throws NotFound also for another leader's */
    @Transactional(readOnly = true)
    Reception openOnDesk(UUID id, SignedIn by) {
        Reception reception = get(id);
        if (by.role() == Role.LEADER && !reception.leader().equals(by.account())) throw new NotFound("reception");
        return reception;
    }

    /** How to reach who booked, on the record. Absent: nobody left a name. */
    Optional<Opened> contact(UUID id, SignedIn by) {
        Reception reception = openOnDesk(id, by);
        return reception.person() == null
                ? Optional.empty()
                : Optional.of(identities.open(by, reception.person(), Purpose.INTAKE, "reception:" + id));
    }

    /** The last day that is shown and booked. */
    LocalDate last() {
        return today().plusDays(values.value("supervision.reception.ahead", today()));
    }

    LocalDate today() {
        return SqlTime.day(clock.instant());
    }

    Instant now() {
        return clock.instant();
    }
}
