package io.huiyin.server.supervision;

import java.util.List;
import java.util.UUID;

/** What became of something that somebody wanted done. */
sealed interface Doing {

    /** It is stored. */
    record Done(UUID id) implements Doing {}

    /**
     * It may not be, and nothing has changed.
     *
     * @param field the form's field that the sentence is about; empty: the whole
     * @param key the sentence that says why and what to do
     */
    record Refused(String field, String key, List<Object> args) implements Doing {}

    static Refused refused(String field, String what, Object... args) {
        return new Refused(field, "supervision.refused." + what, List.of(args));
    }
}
