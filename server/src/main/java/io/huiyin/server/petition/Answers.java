package io.huiyin.server.petition;

import io.huiyin.server.petition.Claim.Route;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 诉求的法定途径: which lawful way each claim goes. The answer's remedy follows from it and is not typed. */
@Component
@Transactional
class Answers {

    private final LifeStore life;
    private final ClaimStore claims;
    private final Routes routes;

    Answers(LifeStore life, ClaimStore claims, Routes routes) {
        this.life = life;
        this.claims = claims;
        this.routes = routes;
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

    private LifeRow lock(UUID petition, long seen) {
        LifeRow row = life.lock(petition).orElseThrow(() -> new NotFound("petition"));
        if (row.version() != seen) throw new StaleRow(petition);
        return row;
    }
}
