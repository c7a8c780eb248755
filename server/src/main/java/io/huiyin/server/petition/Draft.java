package io.huiyin.server.petition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 答复草稿: a unit's draft of an answer, which any of its handlers goes on with.
 *
 * @param version 0 before anybody saved it
 * @param savedBy who saved it last; null before
 * @param claims as they stand in it
 */
record Draft(
        long version, @Nullable String savedBy, @Nullable Instant savedAt, List<Claim> claims) {

    /** What became of what somebody wrote. */
    sealed interface Saving {

        record Saved() implements Saving {}

        /** It is not saved: the field, the sentence that says why, and what was written, so that it is not lost. */
        record Refused(String field, String key, List<Claim> written) implements Saving {}

        /** It is saved, but the answer is not issued: the field and the sentence that says why. */
        record NotIssued(String field, String key) implements Saving {}

        /** Somebody else saved in the meantime: theirs stands, and what was written here is not lost. */
        record Overtaken(Draft theirs, List<Claim> written) implements Saving {}
    }

    /** Another's words for a claim's part, where they are not the same. */
    Claim of(int no) {
        return claims.stream().filter(claim -> claim.no() == no).findFirst().orElseThrow();
    }
}
