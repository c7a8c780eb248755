package io.huiyin.engine.survey;

import io.huiyin.engine.ExactSum;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * Design-based covariances of linear statistics (设计协方差; METHODS 2.1, 2.2).
 *
 * <p>V(a, b) = sum over stages and strata of c g n/(n-1) sum over all n units (za - mean)(zb - mean), with g = 1 - n/N
 * and c the earlier stages' sampling fractions; deviations are formed in a second pass. Sums are exact, so neither the
 * order of rows nor the names of units matter. Strata with one drawn unit follow {@link Lonely}; {@code average}
 * multiplies the first stage by strata/(strata that could be computed), counted over those that the estimate meets.
 */
final class Covariance {
    private final Design design;
    private final Lonely lonely;
    private final boolean domainLonely;

    Covariance(Design design, Lonely lonely, boolean domainLonely) {
        this.design = design;
        this.lonely = lonely;
        this.domainLonely = domainLonely;
    }

    /** All covariances; missing where a lonely stratum leaves one undefined. */
    Figure[][] of(List<Influence> statistics) {
        List<StageSums[]> sums = statistics.stream()
                .map(z -> design.stages().stream()
                        .map(stage -> StageSums.of(stage, z))
                        .toArray(StageSums[]::new))
                .toList();
        Figure[][] covariance = new Figure[sums.size()][sums.size()];
        for (int a = 0; a < sums.size(); a++) {
            for (int b = a; b < sums.size(); b++) {
                covariance[a][b] = pair(sums.get(a), sums.get(b));
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    private Figure pair(StageSums[] a, StageSums[] b) {
        ExactSum all = new ExactSum();
        for (int s = 0; s < a.length; s++) {
            Pair pair = new Pair(design.stages().get(s), a[s], b[s]);
            pair.walk();
            boolean mayAverage = lonely == Lonely.AVERAGE && s == 0 && pair.computed > 0;
            if (pair.met > pair.computed && !mayAverage) {
                return Figure.missing(Reason.LONELY_STRATUM);
            }
            all.add(pair.met == pair.computed ? pair.sum.value() : pair.sum.value() * pair.met / pair.computed);
        }
        return Figure.of(all.value());
    }

    /** Walks through the strata of one stage that either statistic meets. */
    private final class Pair {
        private final Stage stage;
        private final StageSums a;
        private final StageSums b;
        private final ExactSum sum = new ExactSum();
        private int met;
        private int computed;

        Pair(Stage stage, StageSums a, StageSums b) {
            this.stage = stage;
            this.a = a;
            this.b = b;
        }

        void walk() {
            int i = 0;
            int j = 0;
            while (i < a.stratum().length || j < b.stratum().length) {
                int stratumA = i < a.stratum().length ? a.stratum()[i] : Integer.MAX_VALUE;
                int stratumB = j < b.stratum().length ? b.stratum()[j] : Integer.MAX_VALUE;
                if (stratumA == stratumB) {
                    count(stratumA, together(i, j));
                    both(stratumA, i++, j++);
                } else if (stratumA < stratumB) {
                    count(stratumA, a.start()[i + 1] - a.start()[i]);
                    i++;
                } else {
                    count(stratumB, b.start()[j + 1] - b.start()[j]);
                    j++;
                }
            }
        }

        private void count(int stratum, int units) {
            met++;
            computed += isComputable(stratum, units) ? 1 : 0;
        }

        private boolean isComputable(int stratum, int units) {
            if (stage.isLonely(stratum)) {
                return lonely == Lonely.REMOVE || lonely == Lonely.CERTAINTY || lonely == Lonely.ADJUST;
            }
            return !(isLonelyInDomain(stratum, units) && lonely == Lonely.AVERAGE);
        }

        /** R's adjust.domain.lonely: one of several drawn units has rows of the domain. */
        private boolean isLonelyInDomain(int stratum, int units) {
            return domainLonely && units == 1 && stage.drawn()[stratum] > 1 && stage.correction(stratum) > 0;
        }

        /** How many units have rows of either statistic. */
        private int together(int i, int j) {
            return (int) java.util.stream.IntStream.concat(
                            Arrays.stream(a.unit(), a.start()[i], a.start()[i + 1]),
                            Arrays.stream(b.unit(), b.start()[j], b.start()[j + 1]))
                    .limit(4)
                    .distinct()
                    .count();
        }

        private void both(int stratum, int i, int j) {
            double open = stage.correction(stratum);
            int n = stage.drawn()[stratum];
            int units = domainLonely ? together(i, j) : 0;
            if (open == 0 || !isComputable(stratum, units)) {
                return;
            }
            double factor = stage.carried()[stratum] * open;
            if (n == 1) {
                sum.add(lonely == Lonely.ADJUST ? factor * products(i, j, 0, 0, n) : 0);
            } else if (isLonelyInDomain(stratum, units) && lonely == Lonely.ADJUST) {
                sum.add(factor * n / (n - 1) * products(i, j, 0, 0, n));
            } else {
                sum.add(factor * n / (n - 1) * products(i, j, a.mean()[i], b.mean()[j], n));
            }
        }

        /** sum over all n units of (za - meanA)(zb - meanB), units without rows as zeros. */
        private double products(int i, int j, double meanA, double meanB, int n) {
            ExactSum products = new ExactSum();
            int p = a.start()[i];
            int q = b.start()[j];
            int seen = 0;
            for (; p < a.start()[i + 1] || q < b.start()[j + 1]; seen++) {
                int unitA = p < a.start()[i + 1] ? a.unit()[p] : Integer.MAX_VALUE;
                int unitB = q < b.start()[j + 1] ? b.unit()[q] : Integer.MAX_VALUE;
                double za = unitA <= unitB ? a.sum()[p++] : 0;
                double zb = unitB <= unitA ? b.sum()[q++] : 0;
                products.add((za - meanA) * (zb - meanB));
            }
            products.add((n - seen) * (meanA * meanB));
            return products.value();
        }
    }
}
