package io.huiyin.server.petition;

import io.huiyin.proof.Hashes;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.matter.Matters;
import io.huiyin.server.matter.NewMatter;
import io.huiyin.server.matter.Outcome;
import io.huiyin.server.matter.Recording;
import io.huiyin.server.sql.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A petition that was answered or ended becomes a matter, so that it is rated, drawn and assessed like all others; of an answered one
 * the day is set on which its petitioner is asked again, and of a withdrawn one that on which they are asked why.
 */
@Component
class Endings {

    private final Matters matters;
    private final LifeStore store;
    private final SignatoryStore signatories;
    private final HarmSample harm;
    private final Deadlines deadlines;

    Endings(Matters matters, LifeStore store, SignatoryStore signatories, HarmSample harm, Deadlines deadlines) {
        this.harm = harm;
        this.signatories = signatories;
        this.deadlines = deadlines;
        this.matters = matters;
        this.store = store;
    }

    void moved(LifeRow petition, Procedure to, @Nullable String unit, Actor by, Instant at) {
        if (to == Procedure.ANSWERED) {
            signatories.askAgain(petition.id(), deadlines.due("petition.ask.again", SqlTime.day(at)));
            harm.draw(petition.id(), SqlTime.day(at));
        }
        if (to == Procedure.WITHDRAWN)
            signatories.askAgain(petition.id(), deadlines.due("petition.ask.withdrawn", SqlTime.day(at)));
        Outcome outcome = outcome(to);
        if (outcome == null || unit == null || petition.matter() != null) return;
        NewMatter matter = new NewMatter(
                "petition/" + petition.number(),
                new NewMatter.Origin("petition", "petition", "", petition.number()),
                NewMatter.Place.unit(unit),
                Petitions.SERVICE,
                new NewMatter.Hands(null, by.official(), null),
                petition.receivedAt(),
                null,
                new NewMatter.Ending(at, outcome),
                petition.petitioner() == null ? null : Resident.sealed(petition.petitioner()),
                false,
                Hashes.sha256().digest(petition.number().getBytes(StandardCharsets.UTF_8)));
        switch (matters.record(List.of(matter), false).getFirst()) {
            case Recording.Recorded recorded -> store.matter(petition.id(), recorded.matter());
            case Recording.Unchanged unchanged -> store.matter(petition.id(), unchanged.matter());
            case Recording.Refused refused ->
                throw new IllegalStateException("petition " + petition.id() + " made no matter: " + refused.reasons());
        }
    }

    private static @Nullable Outcome outcome(Procedure to) {
        return switch (to) {
            case ANSWERED -> Outcome.DONE;
            case NOT_ACCEPTED -> Outcome.REFUSED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
            default -> null;
        };
    }
}
