package io.huiyin.server.assessment;

import io.huiyin.engine.Scheme;
import io.huiyin.server.assessment.RatingCountStore.RatedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 自愿评价: what people said of their own accord, by where they said it. A mean is null when fewer than the
 * scheme's minimum did.
 *
 * @param counter matters rated on the office's own device
 * @param counterMean in points
 * @param own matters rated away from it, by the person's own invitation
 * @param ownMean in points
 * @param both matters rated at the counter and later on the person's own phone
 * @param corrected those of them where the person then said something lower
 */
public record VoluntaryRatings(
        int counter,
        @Nullable Double counterMean,
        int own,
        @Nullable Double ownMean,
        int both,
        int corrected) {

    public static final VoluntaryRatings NONE = new VoluntaryRatings(0, null, 0, null, 0, 0);

    static VoluntaryRatings of(List<RatedRow> rows, Scheme scheme) {
        int counter = 0, own = 0, both = 0, corrected = 0;
        double counterPoints = 0, ownPoints = 0;
        for (RatedRow row : rows) {
            if (row.counter() > 0) {
                counter += row.matters();
                counterPoints += row.matters() * scheme.score(row.counter());
            }
            if (row.own() > 0) {
                own += row.matters();
                ownPoints += row.matters() * scheme.score(row.own());
            }
            if (row.later() > 0) {
                both += row.matters();
                if (row.later() < row.counter()) corrected += row.matters();
            }
        }
        return new VoluntaryRatings(
                counter,
                counter < scheme.minimumShown() ? null : counterPoints / counter,
                own,
                own < scheme.minimumShown() ? null : ownPoints / own,
                both,
                corrected);
    }
}
