package io.huiyin.engine;

import java.util.ArrayList;
import java.util.List;

/** Rank sets, posterior and grades of units that are compared with each other. */
final class Ranking {

    private Ranking() {}

    /**
     * What is ranked.
     *
     * @param scores in points
     * @param errors of each score alone
     * @param loadings what each score has of an error that all share; empty for none
     */
    record Contest(double[] scores, double[] errors, double[][] loadings) {
        double variance(int i) {
            return errors[i] * errors[i] + CaseMixErrors.length(loadings[i]);
        }

        double variance(int i, int j) {
            return errors[i] * errors[i] + errors[j] * errors[j] + CaseMixErrors.distance(loadings[i], loadings[j]);
        }
    }

    /** One standing per unit, in their order. */
    static List<Standing> of(Contest contest, RootLevel root, Scheme scheme, Options options) {
        double[] scores = contest.scores();
        int p = scores.length;
        double[] means = new double[p];
        double[] variances = new double[p];
        for (int i = 0; i < p; i++) {
            double v = contest.variance(i);
            double a = root.between();
            means[i] = v == 0 ? scores[i] : (a * scores[i] + v * root.mean()) / (a + v);
            variances[i] = v == 0 ? 0 : a * v / (a + v);
        }
        RankSets holm = RankSets.holm(scores, contest::variance, scheme.level());
        List<int[]> grades = Standing.LAMBDAS.stream()
                .map(lambda -> Grades.of(means, variances, lambda))
                .toList();
        RankSets drawn = options.draws() == 0
                ? null
                : new RankBootstrap(contest, scheme.level(), options.draws(), options.seed(), options.threads())
                        .simultaneous();
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < p; i++) {
            int unit = i;
            standings.add(new Standing(
                    Figure.of(holm.low()[i]),
                    Figure.of(holm.high()[i]),
                    drawn == null ? Figure.missing(Reason.NOT_ASKED_FOR) : Figure.of(drawn.low()[i]),
                    drawn == null ? Figure.missing(Reason.NOT_ASKED_FOR) : Figure.of(drawn.high()[i]),
                    Figure.of(means[i]),
                    Figure.of(variances[i]),
                    grades.stream().map(g -> Figure.of(g[unit])).toList()));
        }
        return standings;
    }
}
