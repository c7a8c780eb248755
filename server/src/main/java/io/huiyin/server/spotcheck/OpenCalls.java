package io.huiyin.server.spotcheck;

import io.huiyin.server.access.IdentityReads;
import io.huiyin.server.access.Purpose;
import io.huiyin.server.identity.Opened;
import io.huiyin.server.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a call with the recipient's name and number, which leaves a trace that the recipient can see. */
@Component
class OpenCalls {

    private final Calls calls;
    private final IdentityReads identities;

    OpenCalls(Calls calls, IdentityReads identities) {
        this.calls = calls;
        this.identities = identities;
    }

    /**
     * A call as its interviewer sees it.
     *
     * @param name the recipient's, or empty
     * @param contact null once the call has ended: nobody needs it any more
     */
    record OpenCall(
            CallStanding standing, String name, @Nullable String contact, boolean correcting) {
        boolean editable() {
            return contact != null || correcting;
        }
    }

    @Transactional
    OpenCall open(UUID call, boolean correct, SignedIn by) {
        CallStanding standing = calls.standing(call, by);
        boolean correcting = correct && standing.state() == CallState.ANSWERED;
        if (standing.state() != CallState.OPEN || standing.person() == null)
            return new OpenCall(standing, "", null, correcting);
        Opened recipient = identities.open(by, standing.person(), Purpose.INTERVIEW, "call:" + call);
        return new OpenCall(standing, recipient.name(), recipient.contact(), false);
    }
}
