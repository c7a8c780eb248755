package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Draft.Saving;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 答复草稿: kept on the server, claim by claim, for the whole unit; it is issued by the move 'answer'. */
@Component
@Transactional
class Drafts {

    static final int LONGEST = 5_000;

    private final DraftStore store;
    private final LifeStore life;
    private final ClaimStore claims;
    private final InternalSteps steps;
    private final Clock clock;

    Drafts(DraftStore store, LifeStore life, ClaimStore claims, InternalSteps steps, Clock clock) {
        this.store = store;
        this.life = life;
        this.claims = claims;
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Draft of(UUID petition) {
        return store.of(petition, claims.of(petition));
    }

    /** Of claims that were read already. */
    @Transactional(readOnly = true)
    Draft of(UUID petition, List<Claim> all) {
        return store.of(petition, all);
    }

    /**
     * Saves what was written.
     *
     * @param seen version of the draft that the form was made from; whoever is second overwrites nobody
     * @param pen writes into each claim
     * @throws NotFound for a petition of another unit
     */
    Saving save(UUID petition, long seen, UnaryOperator<Claim> pen, SignedIn by) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        if (by.unit() == null || !by.unit().equals(row.unit())) throw new NotFound("petition");
        if (life.recused(petition, Actor.of(by))) throw new Denied("petition.refused.recused");
        Draft before = of(petition);
        List<Claim> written = before.claims().stream().map(pen).toList();
        if (row.procedure() != Procedure.IN_HAND) return new Saving.Refused("", "petition.refused.not-now", written);
        for (Claim claim : written)
            for (String part : Passage.PARTS)
                if (claim.part(part).length() > LONGEST)
                    return new Saving.Refused(part + "-" + claim.no(), "petition.refused.answer-long", written);
        if (written.stream().allMatch(claim -> claim.saysAs(before.of(claim.no())))) return new Saving.Saved();
        if (before.version() != seen) return new Saving.Overtaken(before, written);
        written.forEach(claim -> claims.answer(petition, claim));
        store.saved(petition, by.name(), clock.instant());
        if (written.stream().allMatch(Claim::answered)) steps.drafted(petition);
        return new Saving.Saved();
    }
}
