package io.huiyin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** What lasts in a made-up county: 120 units, 900 sections, 8 types of matters, and how good each is. */
final class County {
    static final int UNITS = 120;
    static final int TYPES = 8;
    private static final int SECTIONS = 900;
    private static final double[] TYPE = {.3, .2, .1, 0, 0, -.1, -.4, .2};
    private static final double[] CUTS = {-3.2, -2.2, -1.2, 0};

    private final Recipe recipe;
    private final double[] unitEffect = new double[UNITS];
    private final double[] scale = new double[UNITS];
    private final boolean[] coerced = new boolean[UNITS];
    private final double[][] mix = new double[UNITS][];
    private final List<List<Integer>> sectionsOf = new ArrayList<>();
    private final double[] sectionEffect = new double[SECTIONS];
    private final double[] sectionSize;

    County(Recipe recipe, long seed) {
        this.recipe = recipe;
        UniformRandomProvider rng = random(seed);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        double[] places = gammas(rng, 4, UNITS);
        for (int u = 0; u < UNITS; u++) {
            unitEffect[u] = recipe.units() * normal.sample();
            scale[u] = Math.exp(recipe.scales() * normal.sample());
            coerced[u] = rng.nextDouble() < recipe.ratings().coerced();
            mix[u] = cumulated(gammas(rng, 2, TYPES));
            sectionsOf.add(new ArrayList<>(List.of(u)));
        }
        double[] chances = cumulated(places);
        for (int s = 0; s < SECTIONS; s++) {
            sectionEffect[s] = recipe.sections() * normal.sample();
            if (s >= UNITS) {
                sectionsOf.get(pick(chances, rng)).add(s);
            }
        }
        sectionSize = gammas(rng, 3, SECTIONS);
    }

    static UniformRandomProvider random(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    private static double[] gammas(UniformRandomProvider rng, double shape, int number) {
        var gamma = AhrensDieterMarsagliaTsangGammaSampler.of(rng, shape, 1);
        return gamma.samples(number).toArray();
    }

    private static double[] cumulated(double[] weights) {
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sums[sums.length - 1];
        }
        sums[sums.length - 1] = 1;
        return sums;
    }

    private static int pick(double[] cumulated, UniformRandomProvider rng) {
        int place = Arrays.binarySearch(cumulated, rng.nextDouble());
        return place < 0 ? -place - 1 : Math.min(place + 1, cumulated.length - 1);
    }

    /** One year's matters with what everybody would answer; another seed is another year. */
    Population year(long seed) {
        UniformRandomProvider rng = random(seed);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        Population year = new Population(recipe.matters() + 8 * SECTIONS);
        double all = Arrays.stream(sectionSize).sum();
        int k = 0;
        int recipients = 0;
        for (int u = 0; u < UNITS; u++) {
            int first = k;
            for (int s : sectionsOf.get(u)) {
                int size = Math.max(8, (int) Math.round(recipe.matters() * sectionSize[s] / all));
                for (int i = 0; i < size; i++) {
                    year.unit[k] = u;
                    year.section[k] = s;
                    year.type[k++] = pick(mix[u], rng);
                }
            }
            recipients += recipients(year, first, k, recipients, rng);
        }
        year.cut(k);
        double[] moods =
                normal.samples(recipients).map(z -> recipe.recipients() * z).toArray();
        for (int i = 0; i < k; i++) {
            int u = year.unit[i];
            double logistic = Math.log(1 / (1 - rng.nextDouble()) - 1);
            double eta = recipe.level() + unitEffect[u] + sectionEffect[year.section[i]] + TYPE[year.type[i]];
            year.answer[i] = answer(eta + moods[year.recipient[i]] + scale[u] * logistic);
            year.rating[i] = rating(year.answer[i], coerced[u], rng);
        }
        return year;
    }

    /** A tenth of the unit's recipients own half of its matters, or each matter has one of its own. */
    private int recipients(Population year, int from, int to, int numbered, UniformRandomProvider rng) {
        int matters = to - from;
        int all = Math.max(2, matters / 5);
        int agents = Math.max(1, all / 10);
        for (int i = from; i < to; i++) {
            int within = !recipe.agents()
                    ? i - from
                    : rng.nextBoolean() ? rng.nextInt(agents) : agents + rng.nextInt(all - agents);
            year.recipient[i] = numbered + within;
        }
        return recipe.agents() ? all : matters;
    }

    private static int answer(double eta) {
        int answer = 1;
        for (double cut : CUTS) {
            answer += eta > cut ? 1 : 0;
        }
        return answer;
    }

    private int rating(int answer, boolean coercedUnit, UniformRandomProvider rng) {
        Recipe.Ratings ratings = recipe.ratings();
        double share = ratings.share();
        double logit = Math.log(share / (1 - share)) + ratings.tilt() * (answer - 4);
        if (rng.nextDouble() >= 1 / (1 + Math.exp(-logit)) * (coercedUnit && answer < 4 ? 0.3 : 1)) {
            return 0;
        }
        double slip = rng.nextDouble();
        int rating = Math.clamp(answer - (slip < .05 ? 1 : 0) + (slip > .9 ? 1 : 0), 1, 5);
        return coercedUnit && rng.nextBoolean() ? 5 : rating;
    }
}
