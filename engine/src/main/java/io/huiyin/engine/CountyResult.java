package io.huiyin.engine;

/**
 * The county as a whole (全县), over the units with at least one interview.
 *
 * @param matters N of those units
 * @param interviews n
 * @param unitsNotAssessed units without any interview, left out
 * @param spotCheck S
 * @param score D with the plain standard error; a unit with one interview borrows the county's spread
 * @param interval D -+ z standard errors
 * @param response share of the matters for which the answer, had they been drawn, would have come
 * @param nonresponse the interval widened by (1 - response) delta on both sides
 * @param ratingMean mean of the voluntary ratings of all units, in points
 * @param degreesOfFreedom interviews minus strata after collapsing; where the frame names persons, those of D's
 *     variance over persons, rounded down
 * @param inflation mean of (rating - interview) over matters that have both, in points
 */
public record CountyResult(
        long matters,
        long interviews,
        int unitsNotAssessed,
        Estimate spotCheck,
        Estimate score,
        Interval interval,
        Figure response,
        Interval nonresponse,
        Figure ratingMean,
        long degreesOfFreedom,
        Estimate inflation) {}
