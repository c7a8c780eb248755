package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Claim.Route;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 答复: which lawful way each claim goes, and what the answer says about it. The remedy follows from the way and is not typed. */
@Component
@Transactional
class Answers {

    static final int LONGEST = 5_000;

    private final LifeStore life;
    private final ClaimStore claims;
    private final Routes routes;
    private final InternalSteps steps;

    Answers(LifeStore life, ClaimStore claims, Routes routes, InternalSteps steps) {
        this.life = life;
        this.claims = claims;
        this.routes = routes;
        this.steps = steps;
    }

    /**
     * Says of which class a petition is and which way each of its claims goes.
     *
     * @return what is wrong by field; empty: it is stored
     */
    Map<String, String> classify(UUID petition, long seen, PetitionClass petitionClass, Map<Integer, String> ways) {
        LifeRow row = lock(petition, seen);
        if (row.procedure() != Procedure.RECEIVED) return Map.of("", "petition.refused.not-now");
        List<Claim> all = claims.of(petition);
        for (Claim claim : all) {
            Route route = routes.find(ways.get(claim.no()));
            if (route == null || route.petitionClass() != petitionClass)
                return Map.of("route-" + claim.no(), "petition.refused.route");
        }
        for (Claim claim : all) claims.route(petition, claim.no(), ways.getOrDefault(claim.no(), ""));
        life.classify(petition, petitionClass);
        return Map.of();
    }

    /** Stores a draft; it is issued by the move 'answer'. */
    Map<String, String> draft(UUID petition, List<Claim> written, SignedIn by) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        if (by.unit() == null || !by.unit().equals(row.unit())) throw new NotFound("petition");
        if (life.recused(petition, Actor.of(by))) throw new Denied("petition.refused.recused");
        if (row.procedure() != Procedure.IN_HAND) return Map.of("", "petition.refused.not-now");
        for (Claim claim : written) {
            int longest = Math.max(
                    Math.max(claim.facts().length(), claim.opinion().length()),
                    Math.max(claim.basis().length(), claim.measures().length()));
            if (longest > LONGEST) return Map.of("facts-" + claim.no(), "petition.refused.answer-long");
        }
        written.forEach(claim -> claims.answer(petition, claim));
        if (claims.of(petition).stream().allMatch(Claim::answered)) steps.drafted(petition);
        return Map.of();
    }

    private LifeRow lock(UUID petition, long seen) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        if (row.version() != seen) throw new io.huiyin.server.sql.StaleRow(petition);
        return row;
    }
}
