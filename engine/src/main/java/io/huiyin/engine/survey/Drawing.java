package io.huiyin.engine.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file were drawn (抽样方式), as its columns say.
 *
 * @param rows number of rows
 * @param ids codes of the units, one variable a stage from the first stage on; empty: every row is a unit
 * @param strata codes of the first stage's strata, or null for one stratum
 * @param populations units in the population of each row's stratum, one array a stage; empty: drawn with replacement
 * @param weights one a row; empty: N/n multiplied over the stages, or 1 without populations
 */
public record Drawing(int rows, List<Codes> ids, @Nullable Codes strata, List<double[]> populations, double[] weights) {

    public Drawing {
        if (!populations.isEmpty() && populations.size() != Math.max(1, ids.size())) {
            throw new IllegalArgumentException("give a population for every stage or for none");
        }
    }

    int stages() {
        return populations.isEmpty() ? 1 : populations.size();
    }
}
