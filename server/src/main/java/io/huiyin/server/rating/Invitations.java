package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.matter.MattersClosed;
import io.huiyin.server.rating.InvitationStore.By;
import io.huiyin.server.rating.InvitationStore.New;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 评价邀请: every closed matter, however it ended, gives the right to rate it once it is closed, for a set number of days. */
@Component
public class Invitations {

    private static final int MOST_SERIALS = 10;

    private final InvitationStore store;
    private final InvitationKeys keys;
    private final LegalValues values;
    private final Clock clock;

    Invitations(InvitationStore store, InvitationKeys keys, LegalValues values, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.values = values;
        this.clock = clock;
    }

    /** A matter and when it was closed. */
    record Closed(UUID matter, Instant closedAt) {}

    @EventListener
    void open(MattersClosed event) {
        open(event.matters().stream()
                .map(matter -> new Closed(matter.id(), matter.closedAt()))
                .toList());
    }

    /** Invites to all of them in one statement; matters that are invited already keep their invitation. */
    @Transactional
    void open(List<Closed> closed) {
        List<Closed> left = closed;
        for (int serial = 0; !left.isEmpty(); serial++) {
            if (serial == MOST_SERIALS)
                throw new IllegalStateException("no free code for " + left.size() + " invitations");
            int tried = serial;
            Set<UUID> stored = store.insert(
                    left.stream().map(one -> invitation(one, tried)).toList(), serial);
            left = notInvited(left, stored);
        }
    }

    /** What is handed out for a matter; absent for a matter that is not closed. */
    public Optional<Slip> slip(UUID matter) {
        return store.find(By.MATTER, matter).map(this::slip);
    }

    /**
     * The slip, for staff of the unit that handled the matter. Whoever prints it can read the code, so each printing stays on
     * record and there are not many; whether somebody has rated is not told by this.
     */
    @Transactional
    Slip slip(UUID matter, SignedIn by) {
        Invitation invitation = own(store.lock(By.MATTER, matter), matter, by);
        LocalDate today = SqlTime.day(clock.instant());
        if (!store.print(matter, by.account(), today, values.value("rating.slip.printings", today)))
            throw new Denied("rating.denied.printings");
        return slip(invitation);
    }

    private Slip slip(Invitation invitation) {
        return new Slip(
                invitation.unitName(),
                invitation.serviceName(),
                invitation.closedOn(),
                invitation.lastDay(),
                keys.code(invitation.matter(), invitation.serial()),
                secret(invitation));
    }

    /** What the forms carry from page to page, also for somebody who typed the code. */
    String secret(Invitation invitation) {
        return keys.secret(invitation.matter(), invitation.serial());
    }

    /** Opens for staff of the unit that handled the matter. */
    Opening open(UUID matter, SignedIn by) {
        return at(own(store.find(By.MATTER, matter), matter, by), clock.instant());
    }

    /** Opens by what was typed or scanned: a link's secret or a 16-digit code. */
    Opening open(String typed) {
        return open(typed, store::find);
    }

    /** As {@link #open(UUID, SignedIn)}; nobody else rates the matter until the transaction ends. */
    Opening openLocked(UUID matter, SignedIn by) {
        return at(own(store.lock(By.MATTER, matter), matter, by), clock.instant());
    }

    /** As {@link #open(String)}; nobody else rates the matter until the transaction ends. */
    Opening openLocked(String typed) {
        return open(typed, store::lock);
    }

    private Opening open(String typed, BiFunction<By, Object, Optional<Invitation>> find) {
        String key = typed.strip().toLowerCase(Locale.ROOT);
        if (key.isEmpty()) return new Opening.Empty();
        if (InvitationKeys.looksLikeSecret(key)) return now(find.apply(By.SECRET, keys.hash(key)));
        return switch (Code.read(key)) {
            case Code.Reading.WrongLength wrong -> new Opening.WrongLength(wrong.digits());
            case Code.Reading.Mistyped mistyped -> new Opening.Mistyped();
            case Code.Reading.Right right -> now(find.apply(By.CODE, keys.tag(right.code())));
        };
    }

    private Opening now(Optional<Invitation> found) {
        return found.map(invitation -> at(invitation, clock.instant())).orElseGet(Opening.Unknown::new);
    }

    private static Opening at(Invitation invitation, Instant time) {
        if (time.isBefore(invitation.opensAt())) return new Opening.NotYet(invitation.firstDay());
        if (!time.isBefore(invitation.closesAt())) return new Opening.Expired(invitation.lastDay());
        return new Opening.Opened(invitation);
    }

    private static Invitation own(Optional<Invitation> found, UUID matter, SignedIn by) {
        Invitation invitation = found.orElseThrow(() -> new NotFound(matter));
        if (!Objects.equals(invitation.unit(), by.unit())) throw new Denied("rating.denied.unit");
        return invitation;
    }

    private New invitation(Closed closed, int serial) {
        LocalDate day = SqlTime.day(closed.closedAt());
        int delay = values.value("rating.delay", day);
        Instant opens = delay == 0 ? closed.closedAt() : SqlTime.startOf(day.plusDays(delay));
        // the last day counts whole
        Instant closes = SqlTime.startOf(day.plusDays(values.value("rating.open", day) + 1L));
        return new New(
                closed.matter(),
                keys.tag(keys.code(closed.matter(), serial)),
                keys.hash(keys.secret(closed.matter(), serial)),
                opens,
                closes);
    }

    private List<Closed> notInvited(List<Closed> asked, Set<UUID> stored) {
        if (stored.size() == asked.size()) return List.of();
        Set<UUID> missing = asked.stream()
                .map(Closed::matter)
                .filter(matter -> !stored.contains(matter))
                .collect(Collectors.toSet());
        Set<UUID> already = store.existing(missing);
        return asked.stream()
                .filter(one -> missing.contains(one.matter()) && !already.contains(one.matter()))
                .toList();
    }
}
