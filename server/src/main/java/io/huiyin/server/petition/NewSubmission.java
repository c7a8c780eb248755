package io.huiyin.server.petition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A petition as somebody hands it in, by the public form or at the counter.
 *
 * @param submission made with the form: the same again is the same petition
 * @param claims what is asked for, one by one, since each will need its own answer
 * @param signatories at least one; of a joint petition everybody
 * @param about unit that is complained of; it never handles, approves or sees the petition
 */
record NewSubmission(
        UUID submission,
        PetitionClass petitionClass,
        String channel,
        String title,
        String words,
        List<String> claims,
        List<Person> signatories,
        boolean hidden,
        @Nullable String about,
        Instant at) {

    static final int MOST_CLAIMS = 10;
    static final int MOST_REPRESENTATIVES = 5;

    NewSubmission {
        claims = List.copyOf(claims);
        signatories = List.copyOf(signatories);
    }

    /**
     * Somebody who signs.
     *
     * @param name null: stays unknown
     * @param queryCode what opens the petition on the public page together with its number
     * @param english the language in which they are told; Chinese otherwise
     */
    record Person(
            @Nullable String name, @Nullable String contact, String queryCode, boolean represents, boolean english) {

        Person(@Nullable String name, @Nullable String contact, String queryCode, boolean represents) {
            this(name, contact, queryCode, represents, false);
        }
    }
}
