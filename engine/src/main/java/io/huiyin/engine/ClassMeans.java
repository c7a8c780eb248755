package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * kappa_c = sum w s / sum w over the county's interviews in rating class c (METHODS 2.3).
 *
 * <p>A class without any interview takes the mean of its neighbour, towards the middle first (1 from 2, then 3; 5 from
 * 4); class 0 without interviews, or no interview in 1 to 5, takes the county's mean.
 */
final class ClassMeans {
    private static final int COUNTY = -1;
    private static final int[][] NEIGHBOURS = {
        {}, {2, 3, 4, 5}, {3, 1, 4, 5}, {4, 2, 5, 1}, {3, 5, 2, 1}, {4, 3, 2, 1},
    };

    private final double[] means = new double[6];
    private final int[] takenFrom = new int[6];
    private final long[] interviews = new long[6];
    private final boolean known;

    ClassMeans(Collection<? extends UnitSample> units, Scheme scheme) {
        double[] own = new double[6];
        ExactSum points = new ExactSum();
        ExactSum weight = new ExactSum();
        for (int c = 0; c <= 5; c++) {
            ExactSum pointsOfClass = new ExactSum();
            ExactSum weightOfClass = new ExactSum();
            for (UnitSample unit : units) {
                for (int i = 0; i < unit.pools().size(); i++) {
                    StratumCounts pool = unit.pools().get(i);
                    long r = pool.interviews(c);
                    if (r > 0) {
                        interviews[c] += r;
                        double w = unit.weight(i);
                        weightOfClass.add(w * r);
                        pointsOfClass.add(w * pointsOf(pool, c, scheme));
                    }
                }
            }
            points.add(pointsOfClass.value());
            weight.add(weightOfClass.value());
            own[c] = interviews[c] > 0 ? pointsOfClass.value() / weightOfClass.value() : 0;
        }
        known = weight.value() > 0;
        double county = known ? points.value() / weight.value() : 0;
        for (int c = 0; c <= 5; c++) {
            takenFrom[c] = source(c);
            means[c] = takenFrom[c] == COUNTY ? county : own[takenFrom[c]];
        }
    }

    /** kappa of a class, in points; 0 when nobody was interviewed. */
    double of(int ratingClass) {
        return means[ratingClass];
    }

    List<KappaClass> list() {
        List<KappaClass> list = new ArrayList<>();
        for (int c = 0; c <= 5; c++) {
            Figure mean = known ? Figure.of(means[c]) : Figure.missing(Reason.NO_INTERVIEW);
            list.add(new KappaClass(c, mean, interviews[c], takenFrom[c]));
        }
        return List.copyOf(list);
    }

    private int source(int c) {
        if (interviews[c] > 0) {
            return c;
        }
        for (int neighbour : NEIGHBOURS[c]) {
            if (interviews[neighbour] > 0) {
                return neighbour;
            }
        }
        return COUNTY;
    }

    private static double pointsOf(StratumCounts pool, int ratingClass, Scheme scheme) {
        ExactSum points = new ExactSum();
        for (int y = 1; y <= 5; y++) {
            points.add(pool.count(ratingClass, y) * scheme.score(y));
        }
        return points.value();
    }

    /** What the classes' means say of all matters of a unit: (1/N) sum_c N_c kappa_c. */
    double predicted(UnitSample unit) {
        ExactSum sum = new ExactSum();
        for (int c = 0; c <= 5; c++) {
            sum.add(unit.matters(c) * of(c));
        }
        return sum.value() / unit.matters();
    }
}
