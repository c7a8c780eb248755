package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 回访任务: whom to call next, and how far the calls have come. */
@Component
public class Calls {

    private static final int NEXT = 20;

    private final CallStore store;
    private final LegalValues legal;
    private final Clock clock;

    Calls(CallStore store, LegalValues legal, Clock clock) {
        this.store = store;
        this.legal = legal;
        this.clock = clock;
    }

    /** For the demo's loader: every matter that somebody is to be asked about, call by call. */
    public List<AskedMatter> asked(UUID draw) {
        return store.asked(draw);
    }

    /**
     * A matter that is asked about.
     *
     * @param contact whether the call can be made
     */
    public record AskedMatter(UUID call, boolean contact, String number, UUID matter) {}

    /** Appointments that are due, then calls not tried today; never about the interviewer's own unit. */
    List<DueCall> next(SignedIn by) {
        return store.next(by, clock.instant(), tries(), NEXT);
    }

    /** How many calls this interviewer could make now. */
    int due(SignedIn by) {
        return store.next(by, clock.instant(), tries(), Integer.MAX_VALUE).size();
    }

    List<DrawProgress> progress() {
        return store.progress(tries());
    }

    DrawProgress progress(UUID draw) {
        return progress().stream()
                .filter(one -> one.draw().equals(draw))
                .findFirst()
                .orElseThrow(() -> new NotFound("draw " + draw));
    }

    /** How many tries without reply are enough today. */
    int tries() {
        return legal.value("spotcheck.tries", SqlTime.day(clock.instant()));
    }

    /** A call that this interviewer may make. */
    @Transactional(readOnly = true)
    CallStanding standing(UUID call, SignedIn by) {
        if (by.role() != Role.INTERVIEWER) throw new Denied("spotcheck.denied.interviewer");
        CallStanding standing = store.standing(call, tries()).orElseThrow(() -> new NotFound("call " + call));
        if (by.unit() != null
                && standing.matters().stream().anyMatch(m -> m.unit().equals(by.unit())))
            throw new Denied("spotcheck.denied.recused");
        return standing;
    }
}
