package io.huiyin.engine;

import java.util.List;

/**
 * What one person's answers resembling each other does to the errors (同一人多件), when the frame says whom matters
 * were for.
 *
 * @param units one row per unit, in the order of units
 * @param persons persons interviewed in the county; an interview without a name counts as one
 * @param correlation intra-person correlation of the residuals, from all units together, 0 to 1
 * @param countyDf degrees of freedom of the county's D
 */
public record Cluster(List<Unit> units, long persons, double correlation, double countyDf) {

    public Cluster {
        units = List.copyOf(units);
    }

    /**
     * One unit.
     *
     * @param unit code
     * @param persons persons interviewed
     * @param largest most interviews that one of them has
     * @param effect V(D) over persons, moderated, over V(D) as if all were different persons; at least 1
     * @param df degrees of freedom of the unit's own variance over persons; 0 without one
     */
    public record Unit(String unit, long persons, long largest, double effect, double df) {}
}
