package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import java.util.List;

/** What became of publishing a cycle's result. */
public sealed interface Publishing {

    record Published() implements Publishing {}

    record AlreadyPublished() implements Publishing {}

    /** These quarters have no draw yet, so nobody of theirs was asked. */
    record NotDrawn(List<Quarter> quarters) implements Publishing {}
}
