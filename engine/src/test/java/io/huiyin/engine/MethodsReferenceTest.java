package io.huiyin.engine;

import static io.huiyin.engine.Reference.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Small areas, ranks and grades against sae, ebci, csranks and their own examples (methods_reference.json). */
class MethodsReferenceTest {
    private static final double CLOSED = 1e-9;
    private static final double ITERATIVE = 1e-6;

    private static JsonNode reference(String entry) {
        return Reference.json("methods_reference.json").get(entry);
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static void close(String what, double[] ours, JsonNode expected, double tolerance) {
        assertClose(what, Arrays.stream(ours).mapToObj(Figure::of).toList(), expected, tolerance);
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(r -> Double.parseDouble(r[column])).toArray();
    }

    @ParameterizedTest
    @CsvSource({"REML,REML", "ML,ML", "FH,MOMENT"})
    void milk_expenditure_equals_sae(String entry, FayHerriot.Method method) throws IOException {
        JsonNode expected = reference("fh.milk." + entry);
        List<String[]> milk = Reference.data("milk.csv");
        double[] psi = Arrays.stream(column(milk, 3)).map(sd -> sd * sd).toArray();
        double[][] x = milk.stream()
                .map(r -> IntStream.rangeClosed(1, 4)
                        .mapToDouble(area -> area == 1 || r[5].equals(Integer.toString(area)) ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        FayHerriot ours = FayHerriot.fit(column(milk, 2), psi, x, method);
        assertClose("A", ours.between(), expected.get("A").asDouble(), ITERATIVE);
        close("beta", ours.beta(), expected.get("beta"), ITERATIVE);
        close("se", ours.betaErrors(), expected.get("se_beta"), ITERATIVE);
        close("eblup", ours.estimates(), expected.get("eblup"), ITERATIVE);
        close("mse", ours.meanSquaredErrors(), expected.get("mse"), ITERATIVE);
    }

    @Test
    void areas_that_hardly_differ_all_get_the_weighted_mean() {
        JsonNode zero = reference("fh.zero");
        double[] y = numbers(zero.get("y"));
        double[][] x = new double[y.length][];
        Arrays.fill(x, new double[] {1});
        for (FayHerriot.Method method : FayHerriot.Method.values()) {
            FayHerriot ours = FayHerriot.fit(y, numbers(zero.get("v")), x, method);
            assertThat(ours.between()).isZero();
            Arrays.stream(ours.estimates()).forEach(e -> assertClose("mean", e, 5, CLOSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void units_by_area_model_equal_the_reference(String set) {
        JsonNode county = Reference.json("county_" + set + "_small.json");
        JsonNode robust = Reference.json("ebci_units_" + set + "_small.json");
        double[] d = numbers(county.get("units").get("D"));
        double[] psi = Arrays.stream(numbers(county.get("moderated").get("se_countypooled")))
                .map(se -> se * se)
                .toArray();
        double[] weights = Arrays.stream(psi).map(v -> 1 / v).toArray();
        double[] census = numbers(county.get("units").get("census_mean"));
        double[][] one = new double[d.length][];
        double[][] both = new double[d.length][];
        for (int i = 0; i < d.length; i++) {
            one[i] = new double[] {1};
            both[i] = new double[] {1, census[i]};
        }
        units("one", county.get("fh_one"), robust.get("one"), d, psi, weights, one);
        units("census", county.get("fh_census"), robust.get("census"), d, psi, weights, both);
    }

    private static void units(
            String what, JsonNode model, JsonNode robust, double[] d, double[] psi, double[] weights, double[][] x) {
        FayHerriot ours = FayHerriot.fit(d, psi, x, FayHerriot.Method.MOMENT);
        assertClose(what + " A", ours.between(), model.get("A").asDouble(), ITERATIVE);
        close(what + " beta", ours.beta(), model.get("beta"), ITERATIVE);
        close(what + " eblup", ours.estimates(), model.get("eblup"), ITERATIVE);
        close(what + " mse", ours.meanSquaredErrors(), model.get("mse"), ITERATIVE);
        RobustShrinkage eb = RobustShrinkage.of(d, psi, x, weights, 0.05);
        assertClose(what + " mu2", eb.shape().between(), robust.get("mu2").asDouble(), CLOSED);
        assertClose(what + " kappa", eb.shape().kurtosis(), robust.get("kappa").asDouble(), CLOSED);
        close(what + " eb", eb.estimates(), robust.get("eb"), CLOSED);
        close(what + " cva", eb.critical(), robust.get("cva"), ITERATIVE);
        close(what + " half", eb.halfWidths(), robust.get("half"), ITERATIVE);
    }

    @Test
    void raw_variances_give_the_references_between_variance() {
        JsonNode county = Reference.json("county_A_small.json");
        double[] d = numbers(county.get("units").get("D"));
        double[] psi = Arrays.stream(numbers(county.get("units").get("D_se")))
                .map(se -> se * se)
                .toArray();
        double[][] one = new double[d.length][];
        Arrays.fill(one, new double[] {1});
        JsonNode expected = county.get("fh");
        assertClose(
                "PM",
                FayHerriot.fit(d, psi, one, FayHerriot.Method.MOMENT).between(),
                expected.get("tau2_PM").asDouble(),
                ITERATIVE);
        assertClose(
                "REML",
                FayHerriot.fit(d, psi, one, FayHerriot.Method.REML).between(),
                expected.get("tau2_REML").asDouble(),
                ITERATIVE);
    }

    @Test
    void critical_values_equal_ebci() {
        JsonNode expected = reference("ebci.cva");
        for (int i = 0; i < expected.get("cva").size(); i++) {
            double kurtosis = expected.get("kappa").get(i).asDouble();
            double m2 = expected.get("m2").get(i).asDouble();
            double alpha = expected.get("alpha").get(i).asDouble();
            double ours = RobustCritical.value(m2, kurtosis > 1e300 ? Double.POSITIVE_INFINITY : kurtosis, alpha);
            assertClose(
                    "m2 " + m2 + ", kurtosis " + kurtosis + ", alpha " + alpha,
                    ours,
                    expected.get("cva").get(i).asDouble(),
                    ITERATIVE);
        }
    }

    @Test
    void commuting_zones_of_new_york_equal_ebci() throws IOException {
        JsonNode expected = reference("ebci.cz_ny");
        List<String[]> zones = Reference.data("cz_ny.csv");
        double[] psi = Arrays.stream(column(zones, 6)).map(se -> se * se).toArray();
        double[] weights = Arrays.stream(psi).map(v -> 1 / v).toArray();
        double[][] x = zones.stream()
                .map(r -> new double[] {1, Double.parseDouble(r[8])})
                .toArray(double[][]::new);
        RobustShrinkage ours = RobustShrinkage.of(column(zones, 4), psi, x, weights, 0.1);
        close("delta", ours.coefficients(), expected.get("delta"), ITERATIVE);
        assertClose("mu2", ours.shape().between(), expected.get("mu2").get(0).asDouble(), ITERATIVE);
        assertClose(
                "kappa", ours.shape().kurtosis(), expected.get("kappa").get(0).asDouble(), ITERATIVE);
        close("eb", ours.estimates(), expected.get("th_eb"), ITERATIVE);
        close("half", ours.halfWidths(), expected.get("len_eb"), ITERATIVE);
    }

    @Test
    void districts_by_beta_binomial_equal_the_reference() throws IOException {
        JsonNode expected = reference("betabinom.apipop");
        List<String[]> districts = Reference.data("betabinom_apipop_district.csv");
        long[] y = districts.stream().mapToLong(r -> Long.parseLong(r[1])).toArray();
        long[] n = districts.stream().mapToLong(r -> Long.parseLong(r[2])).toArray();
        BetaBinomial ours = BetaBinomial.fit(y, n);
        assertClose("a", ours.a().value(), expected.get("a").asDouble(), ITERATIVE);
        assertClose("b", ours.b().value(), expected.get("b").asDouble(), ITERATIVE);
        for (int i = 0; i < expected.get("dnum").size(); i++) {
            String code = expected.get("dnum").get(i).asString();
            int place = IntStream.range(0, districts.size())
                    .filter(k -> districts.get(k)[0].equals(code))
                    .findFirst()
                    .orElseThrow();
            assertClose(
                    "district " + code,
                    ours.posterior(y[place], n[place]),
                    expected.get("post").get(i).asDouble(),
                    ITERATIVE);
        }
    }

    @Test
    void without_extra_spread_every_share_is_the_pooled_one() {
        JsonNode expected = reference("betabinom.boundary");
        long[] y = expected.get("y").valueStream().mapToLong(JsonNode::asLong).toArray();
        long[] n = expected.get("n").valueStream().mapToLong(JsonNode::asLong).toArray();
        BetaBinomial ours = BetaBinomial.fit(y, n);
        assertThat(ours.isPooled()).isTrue();
        assertClose("pooled", ours.posterior(y[0], n[0]), expected.get("pooled").asDouble(), CLOSED);
        assertThat(BetaBinomial.fit(new long[] {3, 2}, new long[] {3, 2}).mean())
                .isEqualTo(1);
    }

    @Test
    void rank_sets_of_pisa_equal_the_reference() throws IOException {
        List<String[]> pisa = Reference.data("pisa2018.csv");
        double[] score = column(pisa, 5);
        double[] error = column(pisa, 6);
        JsonNode holm = reference("holm.pisa2018");
        RankSets ours = RankSets.holm(score, error, 0.95);
        assertThat(ours.low()).isEqualTo(ints(holm.get("L")));
        assertThat(ours.high()).isEqualTo(ints(holm.get("U")));
        assertThat(ours.toldApart()).isEqualTo(holm.get("nrej").asInt());
        assertClose(
                "z",
                GoldsteinHealy.multiplier(error, 0.95),
                reference("gh.pisa2018").get("zb").asDouble(),
                ITERATIVE);
        RankBootstrap draws = new RankBootstrap(score, error, 0.95, 10_000, 5, 2);
        resembles(draws.simultaneous(), reference("csranks.pisa2018.simul.step"));
        resembles(draws.marginal(), reference("csranks.pisa2018.marg.step"));
    }

    private static void resembles(RankSets ours, JsonNode csranks) {
        int[] low = ints(csranks.get("L"));
        int[] high = ints(csranks.get("U"));
        int off = 0;
        for (int i = 0; i < low.length; i++) {
            assertThat(Math.abs(ours.low()[i] - low[i])).isLessThanOrEqualTo(2);
            assertThat(Math.abs(ours.high()[i] - high[i])).isLessThanOrEqualTo(2);
            off += (ours.low()[i] == low[i] ? 0 : 1) + (ours.high()[i] == high[i] ? 0 : 1);
        }
        assertThat(off)
                .as("bounds that differ between two runs of random draws")
                .isLessThanOrEqualTo(low.length / 10);
    }

    private static int[] ints(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    @Test
    void equal_errors_give_the_known_multiplier() {
        assertClose("z", GoldsteinHealy.multiplier(new double[] {2, 2, 2}, 0.95), 1.38590382434968, ITERATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.25", "0.5", "0.75", "1"})
    void grades_of_names_equal_the_reference(String lambda) throws IOException {
        JsonNode expected = reference("dr.names");
        List<String[]> names = Reference.data("drrank_names.csv");
        double[] theta = column(names, 1);
        double[] psi = Arrays.stream(column(names, 2)).map(s -> s * s).toArray();
        RootLevel root = RootLevel.of(theta, psi);
        assertClose("mu", root.mean(), expected.get("mu").asDouble(), CLOSED);
        assertClose("A", root.between(), expected.get("A").asDouble(), CLOSED);
        double[] mean = new double[theta.length];
        double[] variance = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            mean[i] = (root.between() * theta[i] + psi[i] * root.mean()) / (root.between() + psi[i]);
            variance[i] = root.between() * psi[i] / (root.between() + psi[i]);
        }
        assertThat(Grades.of(mean, variance, Double.parseDouble(lambda)))
                .isEqualTo(ints(expected.get("grades").get(lambda)));
    }

    @Test
    void one_grade_when_nothing_can_be_told_apart() {
        assertThat(Grades.of(new double[] {3, 2, 1}, new double[] {50, 50, 50}, 0.1))
                .containsExactly(1, 1, 1);
        assertThat(Grades.of(new double[] {3, 2, 1}, new double[] {0, 0, 0}, 0.1))
                .containsExactly(1, 2, 3);
    }
}
