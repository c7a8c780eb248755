package io.huiyin.bench;

/**
 * How a made-up county behaves; everything random in it is on the scale of a logit.
 *
 * @param name what the results are listed under
 * @param matters in a year
 * @param level the higher, the more people are content; 0 is a mean of about 77 points
 * @param units spread between units
 * @param sections spread between the sections of a unit
 * @param recipients spread between recipients, over all their matters
 * @param scales spread of the logarithm of the units' own spread: 0 when all units' answers vary alike
 * @param ratings how people rate on their own accord
 * @param agents does a tenth of the recipients own half of the matters? Otherwise each matter has its own recipient
 */
record Recipe(
        String name,
        int matters,
        double level,
        double units,
        double sections,
        double recipients,
        double scales,
        Ratings ratings,
        boolean agents) {

    /**
     * Voluntary ratings.
     *
     * @param share of matters that are rated
     * @param tilt how much more often the content rate, per step of their answer
     * @param coerced share of units that make ratings better than the answers
     */
    record Ratings(double share, double tilt, double coerced) {}

    static Recipe of(String name, double level, double units, double sections, double scales, Ratings ratings) {
        return new Recipe(name, 100_000, level, units, sections, 0, scales, ratings, false);
    }

    Recipe withAgents(double spread) {
        return new Recipe(name, matters, level, units, sections, spread, scales, ratings, true);
    }
}
