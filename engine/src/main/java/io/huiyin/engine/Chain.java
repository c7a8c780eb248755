package io.huiyin.engine;

import java.util.List;

/**
 * Estimates for units, sections, posts and persons, each drawn towards the one above it (逐级收缩; METHODS 2.6). For
 * display and for finding where help is needed; an adverse finding about one of them never rests on these.
 *
 * @param residualVariance s2e: weighted variance of points - kappa over the county's interviews, in squared points
 * @param mean mu: the mean towards which units are drawn, in points
 * @param levels unit, section, (post,) person
 */
public record Chain(Figure residualVariance, Figure mean, List<Level> levels) {

    public Chain {
        levels = List.copyOf(levels);
    }

    /**
     * One level of the chain.
     *
     * @param name {@code unit}, {@code section}, {@code post} or {@code person}
     * @param between A: variance of its members around those above them, in squared points
     * @param areas its members, in the order of their codes
     */
    public record Level(String name, Figure between, List<Area> areas) {
        public Level {
            areas = List.copyOf(areas);
        }
    }

    /**
     * A member of a level.
     *
     * @param place its place; codes below its level are empty
     * @param code its own code
     * @param interviews n; with 0 the estimate and its interval are those of the one above
     * @param direct mean of kappa over its matters plus weighted mean of points - kappa over its interviews
     * @param variance psi: sampling variance of {@code direct}, with the county's spread
     * @param estimate (A direct + psi target)/(A + psi)
     * @param interval robust interval (Armstrong, Kolesar and Plagborg-Moller 2022); it covers on average over the
     *     members of a level, not for each of them
     */
    public record Area(
            Place place,
            String code,
            long interviews,
            Figure direct,
            Figure variance,
            Figure estimate,
            Interval interval) {}
}
