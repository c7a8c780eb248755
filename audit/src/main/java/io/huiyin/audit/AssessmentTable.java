package io.huiyin.audit;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Interval;
import io.huiyin.engine.Status;
import io.huiyin.engine.UnitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An assessment as a table for reading: as on a results page, no number for a unit that may not be shown. */
final class AssessmentTable {
    private static final List<String> HEADER = List.of(
            "unit",
            "kind",
            "matters",
            "drawn",
            "interviews",
            "ratings",
            "rating mean",
            "spot check",
            "score",
            "interval",
            "with silence",
            "against its kind",
            "stands",
            "remark");

    private AssessmentTable() {}

    static String text(Assessment assessment) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        assessment.units().forEach(u -> rows.add(row(u)));
        return TextTable.of(rows);
    }

    private static List<String> row(UnitResult u) {
        boolean shown = u.status() == Status.OK;
        return List.of(
                u.unit(),
                u.kind(),
                Long.toString(u.matters()),
                Long.toString(u.drawn()),
                Long.toString(u.interviews()),
                Long.toString(u.ratings()),
                points(u.ratingMean()),
                shown ? points(u.spotCheck().value()) : "",
                shown ? points(u.score().value()) : "",
                shown ? points(u.published()) : "",
                shown ? points(u.publishedNonresponse()) : "",
                shown ? u.flag().english() : "",
                shown ? (u.flagStanding() == u.flag() ? "yes" : "no") : "",
                shown ? (u.completeCount() ? "complete count" : "") : u.status().english());
    }

    private static String points(Interval interval) {
        return interval.isKnown()
                ? points(interval.low()) + " to " + points(interval.high())
                : interval.low().text();
    }

    private static String points(Figure figure) {
        return figure.isKnown() ? String.format(Locale.ROOT, "%.1f", figure.value()) : figure.text();
    }
}
