package io.huiyin.server.petition;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Accounts.Reachable;
import io.huiyin.server.message.Addressee;
import io.huiyin.server.message.Note;
import io.huiyin.server.message.Outbox;
import io.huiyin.server.petition.TellingStore.Body;
import io.huiyin.server.petition.TellingStore.Telling;
import io.huiyin.server.petition.TellingStore.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * 告知: puts into the outbox what a move or a day makes known, as the table says; in the caller's transaction. A message names the
 * number and the page, never what the petition is about, so that an accusation is not given away by one.
 */
@Component
@DependsOnDatabaseInitialization
class Tellings {

    private final List<Telling> table;
    private final TellingStore store;
    private final Accounts accounts;
    private final Outbox outbox;

    Tellings(TellingStore store, Accounts accounts, Outbox outbox) {
        this.table = store.tellings();
        this.store = store;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /**
     * After a move.
     *
     * @param version the petition's before it, which makes the move one of a kind
     */
    void moved(UUID petition, String move, long version, @Nullable String unit, @Nullable UUID handler) {
        tell(petition, move, "move " + petition + " " + version, unit, handler, null);
    }

    /**
     * Something that is no move.
     *
     * @param cause what makes it one of a kind, together with the day
     */
    void event(
            UUID petition,
            String what,
            UUID cause,
            @Nullable String unit,
            @Nullable UUID handler,
            @Nullable LocalDate day) {
        tell(petition, what, "event " + cause + " " + day, unit, handler, day);
    }

    /** Something was added to a petition; once a day, however much it is. */
    void added(UUID petition, String what, LocalDate today, @Nullable String unit, @Nullable UUID handler) {
        tell(petition, what, "on " + petition + " " + today, unit, handler, null);
    }

    /** When a petition's day comes near, or is over: the unit's, or that of the review body which has it before it. */
    void day(LifeRow petition, String what) {
        LocalDate day = petition.dueOn();
        String whose = store.body(petition.id()).isPresent() ? "review-" + what : what;
        tell(petition.id(), whose, "day " + petition.id() + " " + day, petition.unit(), petition.handler(), day);
    }

    /** Whether it is solved is asked again. */
    void again(UUID signatory, String what, LocalDate today) {
        Told told = store.signatory(signatory);
        for (Telling telling : table)
            if (telling.what().equals(what)) outbox.put(List.of(petitioner(telling, "day " + today, told, null)));
    }

    private void tell(
            UUID petition,
            String what,
            String event,
            @Nullable String unit,
            @Nullable UUID handler,
            @Nullable LocalDate day) {
        List<Note> notes = new ArrayList<>();
        for (Telling telling : table) {
            if (!telling.what().equals(what)) continue;
            switch (telling.whom()) {
                case "PETITIONER" -> {
                    for (Told told : store.signatories(petition)) notes.add(petitioner(telling, event, told, day));
                }
                case "BODY" -> store.body(petition).ifPresent(body -> notes.add(body(telling, event, body, day)));
                case "UNIT" -> staff(notes, telling, event, petition, accounts.reachable(null, unit), day);
                default -> staff(notes, telling, event, petition, accounts.reachable(handler, null), day);
            }
        }
        outbox.put(notes);
    }

    private static Note petitioner(Telling telling, String event, Told told, @Nullable LocalDate day) {
        return new Note(
                telling.what() + " " + event + " to " + told.id(),
                Addressee.person(told.person()),
                telling.template(),
                told.english(),
                told.code(),
                "/petitions/" + told.code(),
                day);
    }

    /** Its address holds a number that says nothing, and the petition's is not named: the mailbox is read by others. */
    private static Note body(Telling telling, String event, Body body, @Nullable LocalDate day) {
        return new Note(
                telling.what() + " " + event + " to " + body.id(),
                Addressee.office(body.id()),
                telling.template(),
                false,
                "",
                "/reviews/" + body.number(),
                day);
    }

    private void staff(
            List<Note> notes,
            Telling telling,
            String event,
            UUID petition,
            List<Reachable> whom,
            @Nullable LocalDate day) {
        for (Reachable one : whom)
            if (!store.recused(petition, one.account()))
                notes.add(new Note(
                        telling.what() + " " + event + " to " + one.account(),
                        Addressee.account(one.account()),
                        telling.template(),
                        one.english(),
                        "",
                        "/desk/petitions/" + petition,
                        day));
    }
}
