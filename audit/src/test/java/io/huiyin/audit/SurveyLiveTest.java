package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws data anew with a fresh seed and compares with R's survey package run live, so that stored numbers cannot be
 * learnt by heart. Skipped where Rscript, survey or MASS is missing (Debian: r-base-core r-cran-survey r-cran-mass).
 * {@code -Dhuiyin.seed=N} repeats a run.
 */
class SurveyLiveTest extends CommandTest {
    /** Ours, R's, and what is compared: est and se unless ci (est and interval) or vcov (all three); ~ is iterative. */
    private static final String CASES = """
            A --of y                                             | lin(svymean(~y, a))
            A --of y,x                                           | both(svymean(~y + x, a))                       | vcov
            A --of y,z                                           | lin(svymean(~y + z, a, na.rm = TRUE))
            A --of z --statistic total                           | lin(svytotal(~z, a, na.rm = TRUE))
            A --of g                                             | both(svymean(~g, a))                           | vcov
            A --of g --statistic total                           | lin(svytotal(~g, a))
            A --of y --by g                                      | lin(svyby(~y, ~g, a, svymean))
            A --of y,x --by g,k                                  | lin(svyby(~y + x, ~g + k, a, svymean))
            A --of y --by g --statistic total                    | lin(svyby(~y, ~g, a, svytotal))
            A --of y --by g                                      | both(svyby(~y, ~g, a, svymean, covmat = TRUE)) | vcov
            A --of y --by g --contrast gA,gC                     | lin(svycontrast(svyby(~y, ~g, a, svymean, covmat = TRUE), c(1, 0, -1)))
            A --of y --statistic ratio --over x                  | lin(svyratio(~y, ~x, a))
            A --of y --statistic ratio --over x --by k           | lin(svyby(~y, ~k, a, svyratio, denominator = ~x))
            A --of y --where k=u                                 | lin(svymean(~y, subset(a, k == "u")))
            A --of y --where k=u --where g=gB --statistic total  | lin(svytotal(~y, subset(a, k == "u" & g == "gB")))
            AN --of y --by g                                     | lin(svyby(~y, ~g, an, svymean))
            A --of yes --statistic share                         | share(svyciprop(~yes, a, method = "beta"))     | ci
            A --of yes --statistic share --interval logit        | share(svyciprop(~yes, a, method = "xlogit"))   | ci
            A --of yes --statistic share --interval t            | share(svyciprop(~yes, a, method = "mean"))     | ci
            A --of yes --statistic share --where k=u             | share(svyciprop(~yes, subset(a, k == "u"), method = "beta")) | ci
            A --of y --interval t                                | { m <- svymean(~y, a); c(coef(m), confint(m, df = degf(a))) } | ci
            A --of y --statistic quantile --q 0.31               | { q <- svyquantile(~y, a, .31)$y; c(q[1], q[4]) }
            A --of y --statistic quantile --q 0.62 --where k=v   | { q <- svyquantile(~y, subset(a, k == "v"), .62)$y; c(q[1], q[4]) }
            A --of y --statistic quantile --q 0.47               | svyquantile(~y, a, .47)$y[1:3]                 | ci
            A --of y                                             | deff(svymean(~y, a, deff = TRUE))              | deff
            A --of y --statistic total                           | deff(svytotal(~y, a, deff = TRUE))             | deff
            A --of y --statistic ratio --over x                  | deff(svyratio(~y, ~x, a, deff = TRUE))         | deff
            A --of y --where k=u                                 | deff(svymean(~y, subset(a, k == "u"), deff = TRUE)) | deff
            A --of y --where k=u --statistic total               | deff(svytotal(~y, subset(a, k == "u"), deff = TRUE)) | deff
            A --of y --deff with_replacement                     | deff(svymean(~y, a, deff = "replace"))         | deff
            B --of y                                             | lin(svymean(~y, b))
            B --of y --statistic total                           | lin(svytotal(~y, b))
            B --of y --by g                                      | lin(svyby(~y, ~g, b, svymean))
            B --of y --statistic ratio --over x --where g=s      | lin(svyratio(~y, ~x, subset(b, g == "s")))
            B --of y,x --by g                                    | both(svyby(~y + x, ~g, b, svymean, covmat = TRUE)) | vcov
            BW --of y --statistic total                          | lin(svytotal(~y, bw))
            L --of y --lonely adjust                             | lonely("adjust", lin(svymean(~y, l)))
            L --of y --statistic total --lonely adjust           | lonely("adjust", lin(svytotal(~y, l)))
            L --of y --statistic total --lonely remove           | lonely("remove", lin(svytotal(~y, l)))
            L --of y --statistic total --lonely average          | lonely("average", lin(svytotal(~y, l)))
            L --of y --where g=s --lonely average                | lonely("average", lin(svymean(~y, subset(l, g == "s"))))
            L --of y --where g=s --lonely average --domain-lonely | lonely("average", lin(svymean(~y, subset(l, g == "s"))), TRUE)
            L --of y --where g=s --lonely adjust --domain-lonely | lonely("adjust", lin(svymean(~y, subset(l, g == "s"))), TRUE)
            L --of y --statistic total --where g=s --lonely adjust --domain-lonely | lonely("adjust", lin(svytotal(~y, subset(l, g == "s"))), TRUE)
            A --of y --poststratify g=g-pop.csv                  | lin(svymean(~y, postStratify(a, ~g, pg)))
            A --of y --statistic total --poststratify g=g-pop.csv | lin(svytotal(~y, postStratify(a, ~g, pg)))
            A --of y --by k --poststratify g=g-pop.csv           | lin(svyby(~y, ~k, postStratify(a, ~g, pg), svymean))
            A --of y --rake g=g-pop.csv,k=k-pop.csv              | lin(svymean(~y, rake(a, list(~g, ~k), list(pg, pk), control = list(maxit = 1000, epsilon = 1e-9)))) | ~
            A --of y --by k --rake g=g-pop.csv,k=k-pop.csv --statistic total | lin(svyby(~y, ~k, rake(a, list(~g, ~k), list(pg, pk), control = list(maxit = 1000, epsilon = 1e-9)), svytotal)) | ~
            A --of y --calibrate terms.csv                       | lin(svymean(~y, calibrate(a, ~g + x, totals)))
            A --of y --by k --calibrate terms.csv                | lin(svyby(~y, ~k, calibrate(a, ~g + x, totals), svymean))
            A --of y --calibrate terms.csv --method raking       | lin(svymean(~y, calibrate(a, ~g + x, totals, calfun = "raking", epsilon = 1e-12, maxit = 200))) | ~
            A --of y --calibrate terms.csv --method logit --bounds 0.4,3 | lin(svymean(~y, calibrate(a, ~g + x, totals, calfun = "logit", bounds = c(.4, 3), epsilon = 1e-10, maxit = 200))) | ~
            A --of y --calibrate terms.csv --bounds 0.85,1.15    | lin(svymean(~y, calibrate(a, ~g + x, totals, bounds = c(.85, 1.15), epsilon = 1e-10, maxit = 200))) | ~
            B --of y --statistic total --calibrate x.csv --variance x | lin(svytotal(~y, calibrate(b, ~x - 1, c(x = 21000), variance = 1)))
            A --of y --type bootstrap --replicates r.csv         | lin(svymean(~y, r))
            A --of y --by g --type bootstrap --replicates r.csv  | both(svyby(~y, ~g, r, svymean, covmat = TRUE)) | vcov
            A --of y --statistic ratio --over x --type bootstrap --replicates r.csv | lin(svyratio(~y, ~x, r))
            A --of y --type bootstrap --replicates r.csv --mse   | { s <- r; s$mse <- TRUE; lin(svymean(~y, s)) }
            A --of y --type bootstrap --replicates r.csv --poststratify g=g-pop.csv | lin(svymean(~y, postStratify(r, ~g, pg)))
            A --of y --type bootstrap --replicates r.csv --calibrate terms.csv | lin(svymean(~y, calibrate(r, ~g + x, totals, compress = FALSE)))
            A --of y --type bootstrap --replicates r.csv --rake g=g-pop.csv,k=k-pop.csv | lin(svymean(~y, rake(r, list(~g, ~k), list(pg, pk), control = list(maxit = 1000, epsilon = 1e-9)))) | ~
            A --of y --statistic quantile --q 0.47 --type bootstrap --replicates r.csv | svyquantile(~y, r, .47)$y[1:3] | ci
            A --of y --type JKn                                  | lin(svymean(~y, jn))
            A --of y --statistic ratio --over x --type JKn       | lin(svyratio(~y, ~x, jn))
            AC --of y --statistic ratio --over x --type JK1      | lin(svyratio(~y, ~x, j1))
            P --of y                                             | lin(svymean(~y, p))
            P --of y --statistic total                           | lin(svytotal(~y, p))
            P --of y,x                                           | both(svymean(~y + x, p))                       | vcov
            P --of y --where k=u                                 | lin(svymean(~y, subset(p, k == "u")))
            P --of y --by k --statistic total                    | lin(svyby(~y, ~k, p, svytotal))
            PW --of y --statistic total                          | lin(svytotal(~y, pw))
            PC --of y --statistic total                          | lin(svytotal(~y, pc))
            PC --of y                                            | lin(svymean(~y, pc))
            PA --of y                                            | lin(svymean(~y, pa))
            PA --of y --statistic total                          | lin(svytotal(~y, pa))
            PA --of y --where k=u --statistic total              | lin(svytotal(~I(y * (k == "u")), pa))
            PA --of y,x --statistic total                        | both(svytotal(~y + x, pa))                     | vcov
            PCAL --of y                                          | lin(svymean(~y, calibrate(p, phase = 2, formula = ~g + x)))
            PCAL --of y --statistic total --where k=u            | lin(svytotal(~I(y * (k == "u")), calibrate(p, phase = 2, formula = ~g + x)))
            """;

    private final long seed = Long.getLong("huiyin.seed", System.nanoTime() % 1_000_000_007);

    @Test
    void equals_r_on_data_drawn_anew() throws Exception {
        assumeTrue(hasSurvey(), "skipped: no Rscript with the packages survey and MASS");
        new DrawnSurveys(new Random(seed), this::file).draw();
        List<String[]> cases =
                CASES.lines().map(line -> line.strip().split(" +\\| +")).toList();
        file("cases.txt", cases.stream().map(c -> c[1]).toArray(String[]::new));
        List<String> answers = r();
        assertThat(answers).hasSameSizeAs(cases);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < cases.size(); i++) {
            String[] fields = answers.get(i).split("\t");
            compare(all, cases.get(i), fields);
        }
        all.assertAll();
    }

    private void compare(SoftAssertions all, String[] one, String[] answer) {
        String kind = one.length > 2 ? one[2] : "";
        String what = "seed " + seed + ": " + one[0] + " against " + one[1];
        Outcome outcome = ours(one[0]);
        if (outcome.code() != 0 || answer[1].equals("error")) {
            all.fail(what + ": " + outcome.err() + " / " + String.join(" ", answer));
            return;
        }
        List<Double> ours = numbers(JsonMapper.shared().readTree(outcome.out()), kind);
        all.assertThat(ours).as(what).hasSize(answer.length - 1);
        for (int i = 0; i < Math.min(ours.size(), answer.length - 1); i++) {
            double theirs = Double.parseDouble(answer[i + 1]);
            if (Double.isNaN(theirs)) {
                all.assertThat(ours.get(i)).as(what + ", where R gives NaN").isNaN();
                continue;
            }
            double tolerance = kind.equals("~") ? 1e-6 : i < ours.size() / 2 ? 1e-9 : 1e-8;
            double size = kind.equals("vcov") ? Math.max(Math.abs(theirs), 1e-4 * greatest(answer)) : Math.abs(theirs);
            all.assertThat(Math.abs(ours.get(i) - theirs))
                    .as(what + ", number " + i + ": " + ours.get(i) + " against " + theirs)
                    .isLessThanOrEqualTo(tolerance * size + 1e-15);
        }
    }

    private static double greatest(String[] answer) {
        double greatest = 0;
        for (int i = 1; i < answer.length; i++) {
            greatest = Math.max(greatest, Math.abs(Double.parseDouble(answer[i])));
        }
        return greatest;
    }

    private static List<Double> numbers(JsonNode json, String kind) {
        List<Double> numbers = new ArrayList<>();
        if (kind.equals("deff")) {
            flatten(json.get("deff"), numbers);
            return numbers;
        }
        flatten(json.get("est"), numbers);
        flatten(json.get(kind.equals("ci") ? "ci" : "se"), numbers);
        if (kind.equals("vcov")) {
            flatten(json.get("vcov"), numbers);
        }
        return numbers;
    }

    private static void flatten(JsonNode node, List<Double> numbers) {
        if (node.isArray()) {
            node.forEach(child -> flatten(child, numbers));
        } else {
            numbers.add(node.isNumber() ? node.asDouble() : Double.NaN);
        }
    }

    private Outcome ours(String command) {
        String words = (command + " ")
                .replaceFirst("^A ", "a.csv --strata h --weights w --fpc N ")
                .replaceFirst("^AN ", "a.csv --strata h --weights w ")
                .replaceFirst("^AC ", "a.csv --ids code --weights w ")
                .replaceFirst("^B ", "b.csv --strata h --ids psu,ssu --fpc N,M ")
                .replaceFirst("^BW ", "b.csv --strata h --ids psu --weights w ")
                .replaceFirst("^L ", "l.csv --strata h --ids psu --fpc N --weights w ")
                .replaceFirst("^(P[A-Z]*) ", "p.csv --twophase $1.json ");
        List<Object> args = new ArrayList<>(List.of("survey"));
        for (String word : words.strip().split(" +")) {
            args.add(
                    word.replaceAll("[A-Za-z-]+\\.(csv|json)", folder.toString().replace("\\", "/") + "/$0"));
        }
        return run(args.toArray());
    }

    private static boolean hasSurvey() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("Rscript", "-e", "library(survey); library(MASS)")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> r() throws Exception {
        Path script = folder.resolve("live.R");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("survey-live.R"))) {
            Files.copy(in, script);
        }
        Path output = folder.resolve("answers.txt");
        Process process = new ProcessBuilder("Rscript", "--vanilla", "live.R")
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(() -> "seed " + seed + ": " + read("errors.txt"))
                .isZero();
        return Files.readAllLines(output);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
