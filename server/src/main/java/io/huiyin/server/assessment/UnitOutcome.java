package io.huiyin.server.assessment;

import io.huiyin.engine.Status;
import io.huiyin.engine.UnitResult;
import org.jspecify.annotations.Nullable;

/** One unit: the spot check's result, the check of every record, the voluntary ratings, side by side. */
public record UnitOutcome(String code, String name, UnitResult result, RecordCheck record, VoluntaryRatings ratings) {

    /** Whether numbers of the spot check may be shown. */
    public boolean shown() {
        return result.status() == Status.OK && result.published().isKnown();
    }

    /** The score as a page shows it: within what is possible, as its interval is; the file gives it as computed. */
    public double score() {
        return Math.clamp(result.score().value().value(), 0, 100);
    }

    /** 渠道差: what the counter collected above what the spot check found, in points; null when either is missing. */
    public @Nullable Double gap() {
        return shown() && ratings.counterMean() != null
                ? ratings.counterMean() - result.score().value().value()
                : null;
    }
}
