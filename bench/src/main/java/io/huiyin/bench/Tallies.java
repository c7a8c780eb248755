package io.huiyin.bench;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Estimate;
import io.huiyin.engine.UnitResult;

/** The published interval beside the moderated one of the references and R's plain one. */
final class Tallies {
    private static final double NORMAL = 1.959963984540054;

    private final Tally published = new Tally();
    private final Tally moderated = new Tally();
    private final Tally plain = new Tally();

    /** Counts one draw and says how many interviews it has. */
    long count(Assessment assessment, double[] truth) {
        long interviews = 0;
        for (int u = 0; u < truth.length; u++) {
            UnitResult unit = assessment.units().get(u);
            interviews += unit.interviews();
            published.count(u, unit.published(), truth[u]);
            moderated.count(u, unit.interval(), truth[u]);
            Estimate score = unit.score();
            if (score.standardError().isKnown()) {
                double half = NORMAL * score.standardError().value();
                plain.count(u, score.value().value() - half, score.value().value() + half, truth[u]);
            }
        }
        return interviews;
    }

    void print(String name, String notes) {
        published.print(name, notes);
        moderated.print(name + ".moderated", notes);
        plain.print(name + ".as-R", notes);
    }
}
