package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rank sets, posterior and grades of units that are compared with each other. */
final class Ranking {

    private Ranking() {}

    /**
     * What is ranked.
     *
     * @param scores in points
     * @param errors of each score alone
     * @param freedoms degrees of freedom of those errors; infinite where they count as certain
     * @param loadings what each score has of an error that all share; empty for none
     */
    record Contest(double[] scores, double[] errors, double[] freedoms, double[][] loadings) {
        /** Independent scores whose errors count as certain. */
        static Contest certain(double[] scores, double[] errors) {
            double[] freedoms = new double[errors.length];
            Arrays.fill(freedoms, Double.POSITIVE_INFINITY);
            return new Contest(scores, errors, freedoms, new double[scores.length][0]);
        }

        Contest with(double[][] shared) {
            return new Contest(scores, errors, freedoms, shared);
        }

        double variance(int i) {
            return errors[i] * errors[i] + CaseMixErrors.length(loadings[i]);
        }

        double variance(int i, int j) {
            return errors[i] * errors[i] + errors[j] * errors[j] + CaseMixErrors.distance(loadings[i], loadings[j]);
        }

        /** Degrees of freedom of the variance of a difference; what all share counts as certain. */
        double df(int i, int j) {
            double all = variance(i, j);
            double uncertain = uncertain(i) + uncertain(j);
            return uncertain == 0 ? Double.POSITIVE_INFINITY : all * all / uncertain;
        }

        private double uncertain(int i) {
            return errors[i] == 0 ? 0 : Math.pow(errors[i], 4) / freedoms[i];
        }
    }

    /**
     * One standing per unit, in their order.
     *
     * @param contest with the references' errors
     * @param moderated the same with the moderated errors and their degrees of freedom
     */
    static List<Standing> of(Contest contest, Contest moderated, RootLevel root, Scheme scheme, Options options) {
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
        RankSets holm = RankSets.holm(contest, scheme.level());
        RankSets standing = RankSets.holm(moderated, scheme.level());
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
                    Figure.of(standing.low()[i]),
                    Figure.of(standing.high()[i]),
                    drawn == null ? Figure.missing(Reason.NOT_ASKED_FOR) : Figure.of(drawn.low()[i]),
                    drawn == null ? Figure.missing(Reason.NOT_ASKED_FOR) : Figure.of(drawn.high()[i]),
                    Figure.of(means[i]),
                    Figure.of(variances[i]),
                    grades.stream().map(g -> Figure.of(g[unit])).toList()));
        }
        return standings;
    }
}
