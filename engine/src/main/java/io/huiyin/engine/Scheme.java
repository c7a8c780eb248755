package io.huiyin.engine;

import java.util.List;

/**
 * What the county declares before it sees data (考核方案): how answers become points and when a number may be shown.
 *
 * @param scores points of the answers 1 to 5, rising; as shipped 0, 25, 50, 75, 100
 * @param level confidence level of intervals and flags, between 0 and 1; as shipped 0.95
 * @param priorDf degrees of freedom of the county's spread in each unit's moderated variance, at least 0; as shipped 8
 *     (METHODS 2.4)
 * @param sectionPriorDf the same for the spread between the sections of a two-stage draw; as shipped 8 (chosen by simulation: docs/methods)
 * @param delta declared shift, in points, of those who were drawn and not interviewed, at least 0; as shipped 10
 * @param coverage least share of matters with a usable contact, 0 to 1; as shipped 0.70
 * @param minimumShown least number of interviews for which a page shows a number; as shipped 10
 * @param goodFrom least answer that counts as good, 1 to 5; as shipped 4
 */
public record Scheme(
        List<Double> scores,
        double level,
        double priorDf,
        double sectionPriorDf,
        double delta,
        double coverage,
        int minimumShown,
        int goodFrom) {
    private static final double SECTION_PRIOR_DF = 8;

    /** Checks every value; the message of the exception names the one that is wrong. */
    public Scheme {
        scores = List.copyOf(scores);
        require(scores.size() == 5, "scores must be five numbers, one for each answer from 1 to 5");
        for (int i = 0; i < 5; i++) {
            require(Double.isFinite(scores.get(i)), "scores must be finite numbers");
            require(i == 0 || scores.get(i) > scores.get(i - 1), "scores must rise from answer 1 to answer 5");
        }
        require(level > 0 && level < 1, "level must lie between 0 and 1: " + level);
        require(priorDf >= 0 && Double.isFinite(priorDf), "prior_df must be at least 0: " + priorDf);
        require(
                sectionPriorDf >= 0 && Double.isFinite(sectionPriorDf),
                "section_prior_df must be at least 0: " + sectionPriorDf);
        require(delta >= 0 && Double.isFinite(delta), "delta must be at least 0: " + delta);
        require(coverage >= 0 && coverage <= 1, "coverage must lie in 0 to 1: " + coverage);
        require(minimumShown >= 0, "minimum_shown must be at least 0: " + minimumShown);
        require(goodFrom >= 1 && goodFrom <= 5, "good_from must be an answer from 1 to 5: " + goodFrom);
    }

    /** A scheme with the shipped prior degrees of freedom between sections. */
    public Scheme(
            List<Double> scores,
            double level,
            double priorDf,
            double delta,
            double coverage,
            int minimumShown,
            int goodFrom) {
        this(scores, level, priorDf, SECTION_PRIOR_DF, delta, coverage, minimumShown, goodFrom);
    }

    /** The scheme as shipped. */
    public static Scheme asShipped() {
        return new Scheme(List.of(0.0, 25.0, 50.0, 75.0, 100.0), 0.95, 8, 10, 0.70, 10, 4);
    }

    /** The same scheme with other prior degrees of freedom between sections. */
    public Scheme withSectionPriorDf(double df) {
        return new Scheme(scores, level, priorDf, df, delta, coverage, minimumShown, goodFrom);
    }

    /** The same scheme with another declared shift of the silent. */
    public Scheme withDelta(double newDelta) {
        return new Scheme(scores, level, priorDf, sectionPriorDf, newDelta, coverage, minimumShown, goodFrom);
    }

    /** Points of an answer 1 to 5. */
    public double score(int answer) {
        return scores.get(answer - 1);
    }

    /** The lowest possible score, in points. */
    public double least() {
        return scores.getFirst();
    }

    /** The highest possible score, in points. */
    public double most() {
        return scores.getLast();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
