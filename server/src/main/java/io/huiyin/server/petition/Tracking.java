package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.message.Outbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 查询: what everybody sees of a petition by its public number, and what the petitioner does who also knows the query code. */
@Component
class Tracking {

    private final SignatoryStore signatories;
    private final LifeStore life;
    private final Additions additions;
    private final TrackingStore store;
    private final ClaimStore claims;
    private final Routes routes;
    private final QueryCodes queryCodes;
    private final IdentityReads looks;
    private final Retaliations retaliations;
    private final Outbox outbox;

    Tracking(
            SignatoryStore signatories,
            LifeStore life,
            Additions additions,
            TrackingStore store,
            ClaimStore claims,
            Routes routes,
            QueryCodes queryCodes,
            IdentityReads looks,
            Retaliations retaliations,
            Outbox outbox) {
        this.signatories = signatories;
        this.life = life;
        this.additions = additions;
        this.store = store;
        this.claims = claims;
        this.routes = routes;
        this.queryCodes = queryCodes;
        this.looks = looks;
        this.retaliations = retaliations;
        this.outbox = outbox;
    }

    /** By which the page names the remedy of each claim. */
    Routes routes() {
        return routes;
    }

    /** What the public number alone says: the state and the next legal day. */
    record Public(Code code, Procedure procedure, @Nullable LocalDate dueOn) {}

    Optional<Public> find(Code code) {
        return signatories
                .byCode(code.digits())
                .map(one -> life.find(one.petition()).orElseThrow())
                .map(row -> new Public(code, row.procedure(), row.dueOn()));
    }

    /** Absent: the number and the query code do not belong together, or one of them is not known. */
    @Transactional(readOnly = true)
    Optional<Opened> open(Code code, String queryCode) {
        return signatory(code, queryCode).map(this::opened);
    }

    Optional<Signatory> signatory(Code code, String queryCode) {
        // the same work whether the number is known or not
        byte[] tag = signatories.tag(code.digits()).orElseGet(() -> new byte[32]);
        return queryCodes.fits(tag, code.digits(), queryCode) ? signatories.byCode(code.digits()) : Optional.empty();
    }

    private Opened opened(Signatory own) {
        LifeRow row = life.find(own.petition()).orElseThrow();
        TrackingStore.Words words = store.words(own.petition());
        List<Signatory> all = signatories.of(own.petition());
        List<Claim> asked = claims.of(row.id());
        List<Move> moves = life.moves(row.id());
        boolean alone = row.answeredIn().equals(row.id());
        int solved = (int) all.stream()
                .filter(one -> one.outcome() == PetitionOutcome.SOLVED)
                .count();
        List<Opened.Look> seen = own.person() == null
                ? List.of()
                : looks.of(own.person()).stream()
                        .map(look -> new Opened.Look(look.role(), look.purpose(), look.at(), look.times()))
                        .toList();
        return new Opened(
                row,
                words.title(),
                words.body() == null ? "" : words.body(),
                words.unit() == null ? "" : words.unit(),
                own,
                all.size(),
                solved,
                asked,
                alone ? asked : claims.of(row.answeredIn()),
                alone ? moves : life.moves(row.answeredIn()),
                additions.among(row.id(), moves),
                additions.among(seen, own.petition()),
                row.running().ground() == null
                        ? null
                        : life.grounds().stream()
                                .filter(ground ->
                                        ground.code().equals(row.running().ground()))
                                .findFirst()
                                .orElse(null),
                retaliations.of(own.id()),
                outbox.about(own.code()));
    }
}
