package io.huiyin.bench;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Flag;
import io.huiyin.engine.Options;
import io.huiyin.engine.Scheme;
import io.huiyin.engine.Standing;
import io.huiyin.engine.UnitResult;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Units that are exactly as good as others: how often does an assessment tell them apart? A rank set is wrong when it
 * leaves out a place that the unit truly has, ties counted both ways; a grade is wrong when equals are in two grades.
 */
final class Ties {
    private static final Options OPTIONS = new Options(false, Options.Compared.PLAIN, 0, 1, 1);
    private static final Recipe.Ratings FAIR = new Recipe.Ratings(.2, 0, 0);

    private final int redraws;

    Ties(int redraws) {
        this.redraws = redraws;
    }

    void run() {
        run("equal", 701, 1, 833, false);
        run("equal-mean", 702, 1, 833, true);
        run("six-groups", 703, 6, 833, false);
        run("equal.large", 704, 1, 4000, false);
        run("equal-mean.large", 705, 1, 4000, true);
        run("six-groups.large", 706, 6, 4000, false);
    }

    /** {@code groups} groups of units; inside a group all have the same matters, or only the same mean. */
    private void run(String name, long seed, int groups, int matters, boolean otherShape) {
        Population year = planted(seed, groups, matters, otherShape);
        double[] truth = year.truth();
        Fieldwork work = Fieldwork.stratified(year, matters > 1000 ? .083 : .0235);
        UniformRandomProvider rng = County.random(1000 + seed);
        int wrongRanks = 0;
        int wrongHolm = 0;
        int wrongGrades = 0;
        int wrongFlags = 0;
        int wrongNormal = 0;
        long wrongPairs = 0;
        long tiedPairs = 0;
        long interviews = 0;
        for (int i = 0; i < redraws; i++) {
            Assessment assessment = Assessment.of(work.draw(rng, matter -> true), Scheme.asShipped(), OPTIONS);
            wrongRanks += ranksWrong(assessment, truth, Standing::standingLow, Standing::standingHigh) ? 1 : 0;
            wrongHolm += ranksWrong(assessment, truth, Standing::low, Standing::high) ? 1 : 0;
            wrongFlags += flagged(assessment, UnitResult::flagStanding) ? 1 : 0;
            wrongNormal += flagged(assessment, UnitResult::flag) ? 1 : 0;
            long[] pairs = gradesWrong(assessment, truth);
            wrongGrades += pairs[0] > 0 ? 1 : 0;
            wrongPairs += pairs[0];
            tiedPairs += pairs[1];
            interviews += assessment.county().interviews();
        }
        String notes = String.format(
                Locale.ROOT, "seed %d, %.1f interviews a unit", seed, (double) interviews / redraws / County.UNITS);
        print(name + ".rank-sets", wrongRanks, redraws, "draws with a wrong rank set; " + notes);
        print(name + ".rank-sets.as-references", wrongHolm, redraws, "draws with a wrong rank set; " + notes);
        print(name + ".grades", wrongGrades, redraws, "draws with equals in two grades; " + notes);
        print(name + ".grade-pairs", wrongPairs, tiedPairs, "pairs of equals in two grades; " + notes);
        if (groups == 1) {
            print(name + ".flags", wrongFlags, redraws, "draws with any flag; " + notes);
            print(name + ".flags.as-references", wrongNormal, redraws, "draws with any flag; " + notes);
        }
    }

    private static void print(String name, long wrong, long of, String notes) {
        System.out.printf(
                Locale.ROOT,
                "{\"name\":\"ties.%s\",\"value\":%.4f,\"unit\":\"share\",\"against\":null,\"ratio\":null,"
                        + "\"notes\":\"%d of %d %s\"}%n",
                name,
                (double) wrong / of,
                wrong,
                of,
                notes);
    }

    private static boolean ranksWrong(
            Assessment assessment, double[] truth, Function<Standing, Figure> low, Function<Standing, Figure> high) {
        for (int i = 0; i < truth.length; i++) {
            Standing standing = assessment.standings().get(i);
            double own = truth[i];
            long better =
                    Arrays.stream(truth).filter(other -> other > own + 1e-9).count();
            long worse =
                    Arrays.stream(truth).filter(other -> other < own - 1e-9).count();
            if (low.apply(standing).value() > 1 + better || high.apply(standing).value() < truth.length - worse) {
                return true;
            }
        }
        return false;
    }

    private static boolean flagged(Assessment assessment, Function<UnitResult, Flag> which) {
        return assessment.units().stream().map(which).anyMatch(flag -> flag == Flag.ABOVE || flag == Flag.BELOW);
    }

    /** Pairs of equals in two grades at lambda = 0.1, and pairs of equals. */
    private static long[] gradesWrong(Assessment assessment, double[] truth) {
        long[] pairs = new long[2];
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(truth[i] - truth[j]) < 1e-9) {
                    double mine =
                            assessment.standings().get(i).grades().getFirst().value();
                    double other =
                            assessment.standings().get(j).grades().getFirst().value();
                    pairs[0] += mine == other ? 0 : 1;
                    pairs[1]++;
                }
            }
        }
        return pairs;
    }

    private static Population planted(long seed, int groups, int matters, boolean otherShape) {
        Population planted = new Population(County.UNITS * matters);
        Population one = null;
        int perGroup = County.UNITS / groups;
        for (int u = 0; u < County.UNITS; u++) {
            if (u % perGroup == 0) {
                Recipe recipe = new Recipe(
                        "planted", County.UNITS * matters * 2, .35 * (u / perGroup), 0, 0, 0, 0, FAIR, false);
                one = new County(recipe, seed).year(seed + u);
            }
            copy(one, planted, u, matters);
            if (otherShape && u % 2 == 1) {
                apart(planted, u * matters, (u + 1) * matters);
            }
        }
        return planted;
    }

    /** The first matters of the county become the unit's. */
    private static void copy(@org.jspecify.annotations.Nullable Population from, Population to, int unit, int matters) {
        if (from == null || from.size() < matters) {
            throw new IllegalStateException("too few matters to copy");
        }
        int start = unit * matters;
        System.arraycopy(from.type, 0, to.type, start, matters);
        System.arraycopy(from.rating, 0, to.rating, start, matters);
        System.arraycopy(from.answer, 0, to.answer, start, matters);
        Arrays.fill(to.unit, start, start + matters, unit);
        for (int i = start; i < start + matters; i++) {
            to.recipient[i] = i;
        }
    }

    /** Takes answers in pairs of one type and moves them apart as far as they go: the mean stays, the spread grows. */
    private static void apart(Population year, int from, int to) {
        int[] waiting = new int[County.TYPES];
        Arrays.fill(waiting, -1);
        for (int i = from; i < to; i++) {
            int other = waiting[year.type[i]];
            waiting[year.type[i]] = other < 0 ? i : -1;
            if (other >= 0) {
                int sum = year.answer[i] + year.answer[other];
                year.answer[i] = Math.min(5, sum - 1);
                year.answer[other] = sum - year.answer[i];
            }
        }
    }
}
