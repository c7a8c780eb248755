package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 亲自办理: one act of a case's owner.
 *
 * @param delegate office of whoever did it instead; empty: the owner in person
 * @param denied whether the petitioner said that it did not happen
 * @param happened what supervision found; null before it looked
 * @param stands whether it counts
 */
record Act(
        UUID id,
        UUID caseId,
        String office,
        String kind,
        LocalDate actedOn,
        String delegate,
        String result,
        LocalDate recordedOn,
        boolean denied,
        @Nullable Boolean happened,
        boolean stands) {

    /** 协调 督办 研究 见面 听取 下访. */
    static final List<String> KINDS = List.of("COORDINATE", "INSPECT", "STUDY", "MEET", "HEAR", "VISIT");

    String key() {
        return key(kind);
    }

    static String key(String kind) {
        return "supervision.act." + kind.toLowerCase(Locale.ROOT);
    }

    boolean personal() {
        return delegate.isEmpty();
    }

    String who() {
        return personal() ? office : office + " → " + delegate;
    }

    /** Message key of what became of it; empty for an act in person that nobody denied. */
    String standing() {
        if (!stands) return happened == null || denied && happened ? "supervision.act.denied" : "supervision.act.not";
        if (denied) return "supervision.act.found";
        return personal() ? "" : "supervision.act.delegated";
    }
}
