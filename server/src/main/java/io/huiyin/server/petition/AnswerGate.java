package io.huiyin.server.petition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 答复关: what an answer must have before it can be issued, whoever or whatever wrote it. */
@Component
class AnswerGate {

    private final Replies replies;

    AnswerGate(Replies replies) {
        this.replies = replies;
    }

    /** The sentence that says why it cannot be issued; null: it can. */
    @Nullable
    String missing(List<Claim> claims) {
        if (!claims.stream().allMatch(Claim::answered)) return "petition.refused.answers";
        for (Claim claim : claims)
            for (String part : Passage.PARTS) {
                if (Passage.hasGap(claim.part(part))) return "petition.refused.gap";
                if (replies.saysNothing(claim.part(part))) return "petition.refused.bare";
            }
        return null;
    }
}
