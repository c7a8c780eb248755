package io.huiyin.engine;

/**
 * Everything computed about one unit (单位结果). Scores are points (0 to 100 as shipped), shares 0 to 1.
 *
 * @param unit code
 * @param kind peer group, or empty text
 * @param status whether a number may be shown; the numbers below are there whatever it says
 * @param matters N
 * @param drawn matters drawn for interview
 * @param interviews n: interviews completed
 * @param strata strata before collapsing
 * @param collapsed strata that were pooled because they had fewer than two interviews
 * @param completeCount were all matters interviewed? Then the error is 0
 * @param ratings matters with a linkable voluntary rating
 * @param ratingMean mean of those ratings, in points; never part of the score
 * @param spotCheck S, from the interviews alone, with R's standard error
 * @param goodShare share of good answers, 0 to 1
 * @param score D, the published score (METHODS 2.3), with the plain standard error
 * @param scoreError D_se_mod, the moderated standard error (METHODS 2.4) on which interval and flags rest
 * @param errorDf its degrees of freedom; 0 where the error is 0 or missing
 * @param comparedError the error on which the references' flags and ranks rest: D_se_mod, in a two-stage frame D_se
 * @param adjusted D_adj: the score after adjustment for case mix (METHODS 2.5)
 * @param interval D -+ t(8 + df) D_se_mod, not truncated
 * @param shown the same within the possible scores
 * @param published the interval for pages: Wilson's, for points ({@link Wilson}), which holds for units near the ends of the
 *     scale too; within the possible scores
 * @param response share of the drawn who answered, weighted by stratum: sum W_h r_h/n_h
 * @param nonresponse the interval widened by (1 - response) delta on both sides (METHODS 2.9 d), not truncated
 * @param publishedNonresponse the published interval widened in the same way, within the possible scores
 * @param coverage share of matters with a usable contact
 * @param inflation mean of (rating - interview) over matters that have both, in points
 * @param flag comparison with the mean of its kind, by the normal distribution, as the references have it
 * @param flagStanding the flag, if it also stands by Student's distribution and the moderated error, and survives the
 *     declared shift of the silent; else not distinguishable
 */
public record UnitResult(
        String unit,
        String kind,
        Status status,
        long matters,
        long drawn,
        long interviews,
        int strata,
        int collapsed,
        boolean completeCount,
        long ratings,
        Figure ratingMean,
        Estimate spotCheck,
        Estimate goodShare,
        Estimate score,
        Figure scoreError,
        double errorDf,
        Figure comparedError,
        Figure adjusted,
        Interval interval,
        Interval shown,
        Interval published,
        Figure response,
        Interval nonresponse,
        Interval publishedNonresponse,
        Figure coverage,
        Estimate inflation,
        Flag flag,
        Flag flagStanding) {

    UnitResult withFlags(Flag newFlag, Flag newStanding) {
        return new UnitResult(
                unit,
                kind,
                status,
                matters,
                drawn,
                interviews,
                strata,
                collapsed,
                completeCount,
                ratings,
                ratingMean,
                spotCheck,
                goodShare,
                score,
                scoreError,
                errorDf,
                comparedError,
                adjusted,
                interval,
                shown,
                published,
                response,
                nonresponse,
                publishedNonresponse,
                coverage,
                inflation,
                newFlag,
                newStanding);
    }
}
