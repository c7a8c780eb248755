package io.huiyin.engine;

import java.util.List;

/**
 * How the silent may have changed the result (无应答; METHODS 2.9 a to d). Weights by response classes and by raking are
 * shown beside the score and change nothing: they repair what circumstances and ratings explain, never what depends on
 * the answer itself. That is what the declared shift is for.
 *
 * @param response share of the drawn who answered, by the matters they stand for, county-wide
 * @param indicator R-indicator: 1 when everybody is equally likely to answer, 0 at worst
 * @param classes response classes, the least likely to answer first
 * @param raking what raking did
 * @param county estimates of the county with either kind of weights
 * @param units the same per unit, in the order of units
 */
public record Nonresponse(
        Figure response,
        Figure indicator,
        List<ResponseClass> classes,
        Raking raking,
        Reweighted county,
        List<Reweighted> units) {

    public Nonresponse {
        classes = List.copyOf(classes);
        units = List.copyOf(units);
    }

    /**
     * Drawn matters that are about equally likely to be answered for.
     *
     * @param drawn matters drawn
     * @param answered those of them with an interview
     * @param propensity mean fitted probability of an answer
     * @param factor drawn over answered, by weight: what an answer of this class counts for
     */
    public record ResponseClass(long drawn, long answered, double propensity, double factor) {}

    /**
     * Raking to the units' matters, the age groups and the rating classes.
     *
     * @param rounds until the weights settled
     * @param gap largest relative distance of a weighted margin from its known number; above 0 where the cap binds
     * @param capped share of the interviews whose factor stands at the cap
     * @param effect Kish's 1 + CV^2 of the factors: what the uneven weights cost
     */
    public record Raking(Figure rounds, Figure gap, Figure capped, Figure effect) {
        static Raking missing(Reason reason) {
            Figure none = Figure.missing(reason);
            return new Raking(none, none, none, none);
        }
    }

    /**
     * S and D with other weights.
     *
     * @param spotCheckByClass S with the weights of response classes
     * @param scoreByClass D with them
     * @param spotCheckRaked S with raked weights
     * @param scoreRaked D with them
     * @param tipping the declared shift, in points, at which the unit's flag stops standing; a reason where there is none
     */
    public record Reweighted(
            Figure spotCheckByClass, Figure scoreByClass, Figure spotCheckRaked, Figure scoreRaked, Figure tipping) {

        Reweighted withTipping(Figure newTipping) {
            return new Reweighted(spotCheckByClass, scoreByClass, spotCheckRaked, scoreRaked, newTipping);
        }
    }
}
