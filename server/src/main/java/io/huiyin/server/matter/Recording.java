package io.huiyin.server.matter;

import io.huiyin.server.csv.Taking;
import java.util.UUID;

/** What became of a matter that was to be recorded. */
public sealed interface Recording {

    /** New, or brought up to date. */
    record Recorded(UUID matter) implements Recording {}

    /** Known, and nothing new was said. */
    record Unchanged(UUID matter) implements Recording {}

    /** Sentences, joined by {@code ;}. */
    record Refused(String reasons) implements Recording {}

    default Taking asTaking() {
        return switch (this) {
            case Recorded recorded -> Taking.TAKEN;
            case Unchanged unchanged -> Taking.UNCHANGED;
            case Refused refused -> new Taking.Rejected(refused.reasons());
        };
    }
}
