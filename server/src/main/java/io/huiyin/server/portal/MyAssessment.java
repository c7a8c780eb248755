package io.huiyin.server.portal;

import io.huiyin.server.assessment.Cycle;
import io.huiyin.server.assessment.UnitOutcome;
import org.jspecify.annotations.Nullable;

/**
 * 我的考核: the newest published result of an official's own unit, and how many of its matters the official decided. No person is
 * scored: not on fewer than 50 matters ever, and for now on none.
 *
 * @param unit null: the unit has no matter in the cycle
 * @param decided matters of the cycle that the official decided
 */
record MyAssessment(Cycle cycle, @Nullable UnitOutcome unit, long decided) {

    /** Below this many nothing is shown at all. */
    static final int LEAST_SHOWN = 10;

    /** Below this many no person is ever scored. */
    static final int LEAST_SCORED = 50;

    boolean decidedShown() {
        return decided >= LEAST_SHOWN;
    }

    boolean enough() {
        return decided >= LEAST_SCORED;
    }
}
