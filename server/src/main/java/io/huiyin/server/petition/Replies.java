package io.huiyin.server.petition;

import io.huiyin.server.petition.NewPetition.Answer;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Tells an answer from a bare 'received'; the phrases are data. */
@Component
@DependsOnDatabaseInitialization
class Replies {

    private final Set<String> acknowledgements;
    private final Set<String> nothing;

    Replies(PetitionStore store) {
        acknowledgements = store.acknowledgements().stream().map(Replies::bare).collect(Collectors.toUnmodifiableSet());
        nothing = store.sayingNothing().stream().map(Replies::bare).collect(Collectors.toUnmodifiableSet());
    }

    /** An answer that nobody knows the time of counts as none; a time alone is a first reply whose text was not supplied. */
    Reply worth(Answer answer) {
        if (answer.at() == null) return Reply.NONE;
        if (answer.text() == null || answer.text().isBlank()) return Reply.WITHOUT_TEXT;
        return acknowledgements.contains(bare(answer.text())) ? Reply.ACKNOWLEDGED : Reply.ANSWERED;
    }

    /** Whether a part of an answer written here says no more than 'received'. */
    boolean saysNothing(String text) {
        return nothing.contains(bare(text).replaceAll("[。.！!]+$", ""));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }
}
