package io.huiyin.server.spotcheck;

import io.huiyin.server.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a call with the recipient's name and number, which leaves a trace that the recipient can see. */
@Component
class OpenCalls {

    private final Calls calls;

    OpenCalls(Calls calls) {
        this.calls = calls;
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
        return new OpenCall(standing, "", "", false);
    }
}
