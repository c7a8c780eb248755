package io.huiyin.bench;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Cells;
import io.huiyin.engine.Options;
import io.huiyin.engine.Scheme;
import io.huiyin.engine.UnitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How often published intervals hold the truth in counties whose truth is known: draws a sample again and again, lets
 * the engine assess it, and counts. Everything follows from the seeds that are printed.
 */
final class Coverage {
    private static final Options OPTIONS = new Options(false, Options.Compared.PLAIN, 0, 1, 1);
    private static final Scheme SCHEME = Scheme.asShipped();
    private static final Recipe.Ratings FAIR = new Recipe.Ratings(.2, 0, 0);
    private static final Recipe.Ratings COERCED = new Recipe.Ratings(.15, .15, .1);

    /** Of these the results are reported. */
    private static final List<Recipe> REPORTED = List.of(
            Recipe.of("plain", 0, .25, .2, 0, FAIR),
            Recipe.of("content", 2, .4, .2, 0, FAIR),
            Recipe.of("uneven", 0, .3, .3, .5, FAIR),
            Recipe.of("coerced", .3, .25, .4, .2, COERCED));

    /** On these a constant may be chosen. */
    private static final List<Recipe> TUNING = List.of(
            Recipe.of("tuning-1", .2, .3, .1, 0, FAIR),
            Recipe.of("tuning-2", 1.2, .3, .5, .3, COERCED),
            Recipe.of("tuning-3", -.4, .2, .9, .1, FAIR));

    private final int redraws;

    private Coverage(int redraws) {
        this.redraws = redraws;
    }

    /** Number of redraws (200), then the parts to run (all). */
    public static void main(String[] arguments) {
        Coverage coverage = new Coverage(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200);
        List<String> parts = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.of("default", "tune", "stages", "agents", "silent", "ties");
        for (String part : parts) {
            switch (part) {
                case "default" -> coverage.stratified();
                case "tune" -> coverage.stages("tune", TUNING, List.of(2.0, 4.0, 8.0, 16.0, 32.0));
                case "stages" -> coverage.stages("stages", REPORTED, List.of(4.0, 8.0, 16.0));
                case "agents" -> coverage.agents();
                case "silent" -> coverage.silent();
                case "ties" -> new Ties(coverage.redraws).run();
                default -> throw new IllegalArgumentException("no such part: " + part);
            }
        }
    }

    private void stratified() {
        long seed = 100;
        for (Recipe recipe : REPORTED) {
            Population year = new County(recipe, ++seed).year(seed);
            Fieldwork work = Fieldwork.stratified(year, .02);
            Tallies tallies = new Tallies();
            long interviews = 0;
            UniformRandomProvider rng = County.random(1000 + seed);
            for (int i = 0; i < redraws; i++) {
                Assessment assessment = Assessment.of(work.draw(rng, matter -> true), SCHEME, OPTIONS);
                interviews += tallies.count(assessment, year.truth());
            }
            tallies.print("default." + recipe.name(), notes(seed, interviews));
        }
    }

    private void stages(String part, List<Recipe> recipes, List<Double> priors) {
        long seed = part.equals("tune") ? 300 : 400;
        for (Recipe recipe : recipes) {
            Population year = new County(recipe, ++seed).year(seed);
            Fieldwork work = Fieldwork.twoStage(year, .4, .065);
            List<Tallies> tallies = new ArrayList<>();
            priors.forEach(prior -> tallies.add(new Tallies()));
            long interviews = 0;
            UniformRandomProvider rng = County.random(1000 + seed);
            for (int i = 0; i < redraws; i++) {
                Cells cells = work.draw(rng, matter -> true);
                for (int p = 0; p < priors.size(); p++) {
                    Scheme scheme = SCHEME.withSectionPriorDf(priors.get(p));
                    long told = tallies.get(p).count(Assessment.of(cells, scheme, OPTIONS), year.truth());
                    interviews += p == 0 ? told : 0;
                }
            }
            for (int p = 0; p < priors.size(); p++) {
                String name =
                        part + "." + recipe.name() + ".prior-" + priors.get(p).intValue();
                tallies.get(p).print(name, notes(seed, interviews));
            }
        }
    }

    /** A tenth of the recipients own half of the matters, and are alike in their answers. */
    private void agents() {
        Recipe recipe = REPORTED.getFirst().withAgents(1.5);
        for (boolean told : new boolean[] {false, true}) {
            String name = told ? "agents.told" : "agents.untold";
            everybodyAnswers(name, recipe, told);
            recipientsAnswer(name, recipe, told);
            process(name, recipe, told);
        }
    }

    private void everybodyAnswers(String name, Recipe recipe, boolean told) {
        Population year = new County(recipe, 501).year(501);
        Fieldwork work = work(year, .02, told);
        repeat(name + ".all-answer", 501, year, work, rng -> matter -> true);
    }

    /** Half of the recipients answer, for all of their matters or for none. */
    private void recipientsAnswer(String name, Recipe recipe, boolean told) {
        Population year = new County(recipe, 502).year(502);
        repeat(name + ".half-answer", 502, year, work(year, .05, told), rng -> {
            boolean[] answers = new boolean[year.recipients()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = rng.nextBoolean();
            }
            return matter -> answers[year.recipient[matter]];
        });
    }

    /** Recipients and answers anew every time: the truth is what the office does on average, not this year's matters. */
    private void process(String name, Recipe recipe, boolean told) {
        County county = new County(recipe, 503);
        double[] truth = new double[County.UNITS];
        for (int i = 0; i < redraws; i++) {
            double[] year = county.year(5030 + i).truth();
            for (int u = 0; u < truth.length; u++) {
                truth[u] += year[u] / redraws;
            }
        }
        Tallies tallies = new Tallies();
        long interviews = 0;
        UniformRandomProvider rng = County.random(1503);
        for (int i = 0; i < redraws; i++) {
            Fieldwork work = work(county.year(5030 + i), .02, told);
            interviews += tallies.count(Assessment.of(work.draw(rng, matter -> true), SCHEME, OPTIONS), truth);
        }
        tallies.print(name + ".process", notes(503, interviews));
    }

    private static Fieldwork work(Population year, double rate, boolean told) {
        Fieldwork work = Fieldwork.stratified(year, rate);
        return told ? work.withClusters() : work;
    }

    /** About 30 % answer, the content more readily. */
    private void silent() {
        long seed = 600;
        for (double tilt : new double[] {0, .15, .5}) {
            Population year = new County(REPORTED.getFirst(), ++seed).year(seed);
            double base = baseOf(year, tilt);
            repeat(
                    "silent.tilt-" + tilt,
                    seed,
                    year,
                    Fieldwork.stratified(year, .087),
                    rng -> matter -> rng.nextDouble() < 1 / (1 + Math.exp(-base - tilt * (year.answer[matter] - 4))));
        }
    }

    /** The constant of the logit with which 30 % answer. */
    private static double baseOf(Population year, double tilt) {
        double low = -10;
        double high = 10;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int answer : year.answer) {
                sum += 1 / (1 + Math.exp(-middle - tilt * (answer - 4)));
            }
            low = sum < .3 * year.size() ? middle : low;
            high = sum < .3 * year.size() ? high : middle;
        }
        return low;
    }

    /** Who answers in one draw. */
    private interface Response {
        IntPredicate of(UniformRandomProvider rng);
    }

    private void repeat(String name, long seed, Population year, Fieldwork work, Response response) {
        Tallies tallies = new Tallies();
        Tally widened = new Tally();
        double bias = 0;
        long interviews = 0;
        double[] truth = year.truth();
        UniformRandomProvider rng = County.random(1000 + seed);
        for (int i = 0; i < redraws; i++) {
            Assessment assessment = Assessment.of(work.draw(rng, response.of(rng)), SCHEME, OPTIONS);
            interviews += tallies.count(assessment, truth);
            for (int u = 0; u < truth.length; u++) {
                UnitResult unit = assessment.units().get(u);
                widened.count(u, unit.publishedNonresponse(), truth[u]);
                bias += unit.score().value().isKnown() ? unit.score().value().value() - truth[u] : 0;
            }
        }
        String notes = notes(seed, interviews)
                + String.format(Locale.ROOT, "; mean error of D %.2f", bias / redraws / County.UNITS);
        tallies.print(name, notes);
        widened.print(name + ".with-delta", notes);
    }

    private String notes(long seed, long interviews) {
        return String.format(
                Locale.ROOT,
                "seed %d, %d redraws, %.1f interviews a unit",
                seed,
                redraws,
                (double) interviews / redraws / County.UNITS);
    }
}
