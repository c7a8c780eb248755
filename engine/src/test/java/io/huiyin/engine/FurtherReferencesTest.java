package io.huiyin.engine;

import static io.huiyin.engine.Reference.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The entries of the reference files that the other reference tests leave out. */
class FurtherReferencesTest {
    private static final double CLOSED = 1e-9;
    private static final double ERROR = 1e-8;
    private static final double ITERATIVE = 1e-6;

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static int[] ints(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private static double[] squares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).toArray();
    }

    private static void close(String what, double[] ours, JsonNode expected, double tolerance) {
        assertClose(what, Arrays.stream(ours).mapToObj(Figure::of).toList(), expected, tolerance);
    }

    private static JsonNode methods(String entry) {
        return Reference.json("methods_reference.json").get(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void the_countys_spread_and_each_units_factor_equal_the_reference(String set) throws IOException {
        JsonNode expected = Reference.json("county_" + set + "_small.json").get("moderated");
        SortedMap<String, UnitSample> units = new TreeMap<>(CodeOrder.COMPARATOR);
        Reference.cells(Reference.county(set)).units().forEach((unit, strata) -> units.put(unit, Pools.of(strata)));
        ClassMeans kappa = new ClassMeans(units.values(), Scheme.asShipped());
        List<UnitSample.Spread> spreads = units.values().stream()
                .map(u -> u.spreads((c, y) -> 25 * (y - 1) - kappa.of(c)).getFirst())
                .toList();
        double squares =
                spreads.stream().mapToDouble(UnitSample.Spread::squares).sum();
        double s0 = squares / spreads.stream().mapToLong(UnitSample.Spread::df).sum();
        assertClose("s0", s0, expected.get("s0").asDouble(), CLOSED);
        close("k", spreads.stream().mapToDouble(UnitSample.Spread::factor).toArray(), expected.get("k"), CLOSED);
        // the reference counts the prior's 8 among them
        close("df", spreads.stream().mapToDouble(u -> 8 + u.df()).toArray(), expected.get("df"), CLOSED);
        close(
                "county-pooled",
                spreads.stream().mapToDouble(s -> Math.sqrt(s0 * s.factor())).toArray(),
                expected.get("se_countypooled"),
                ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void area_models_with_raw_variances_equal_metafor(String set) {
        JsonNode county = Reference.json("county_" + set + "_small.json");
        JsonNode expected = county.get("fh");
        List<Integer> with = IntStream.range(0, county.get("units").get("D").size())
                .filter(i -> expected.get("unit")
                        .valueStream()
                        .anyMatch(u -> u.asString()
                                .equals(county.get("units").get("unit").get(i).asString())))
                .boxed()
                .toList();
        double[] d = numbers(county.get("units").get("D"));
        double[] se = numbers(county.get("units").get("D_se"));
        double[] theta = with.stream().mapToDouble(i -> d[i]).toArray();
        double[] psi = with.stream().mapToDouble(i -> se[i] * se[i]).toArray();
        double[][] one = new double[theta.length][];
        Arrays.fill(one, new double[] {1});
        FayHerriot moment = FayHerriot.fit(theta, psi, one, FayHerriot.Method.MOMENT);
        assertClose("PM", moment.between(), expected.get("tau2_PM").asDouble(), ITERATIVE);
        assertClose("mu", moment.beta()[0], expected.get("mu_PM").asDouble(), ITERATIVE);
        close("eblup", moment.estimates(), expected.get("eblup_PM"), ITERATIVE);
        assertClose("vi", ExactSum.of(psi) / psi.length, expected.get("vi_mean").asDouble(), ITERATIVE);
        assertClose(
                "REML",
                FayHerriot.fit(theta, psi, one, FayHerriot.Method.REML).between(),
                expected.get("tau2_REML").asDouble(),
                ITERATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void three_way_comparisons_and_whiskers_equal_the_reference(String set) {
        JsonNode units = Reference.json("county_" + set + "_small.json").get("units");
        JsonNode ranks = Reference.json("ranks_" + set + "_small.json");
        double[] scores = numbers(units.get("D_adj"));
        double[] errors = numbers(units.get(set.equals("C") ? "D_se" : "D_se_mod"));
        double mu = ranks.get("post").get("mu").asDouble();
        double[] z = IntStream.range(0, scores.length)
                .mapToDouble(i -> (scores[i] - mu) / errors[i])
                .toArray();
        NormalDistribution normal = NormalDistribution.of(0, 1);
        JsonNode threeway = ranks.get("threeway");
        List<Figure> known = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            known.add(Double.isFinite(z[i]) ? Figure.of(z[i]) : Figure.missing(Reason.NO_SPREAD));
        }
        assertClose("z", known, threeway.get("z"), ERROR);
        boolean[] called = Tails.benjaminiHochberg(
                Arrays.stream(z)
                        .map(v -> 2 * normal.survivalProbability(Math.abs(v)))
                        .toArray(),
                0.05);
        int[] byRate = IntStream.range(0, z.length)
                .map(i -> called[i] ? (int) Math.signum(z[i]) : 0)
                .toArray();
        assertThat(byRate).isEqualTo(ints(threeway.get("bh")));
        RootLevel root = RootLevel.of(scores, squares(errors));
        remarkable(scores, errors, root, 0.998, threeway.get("overdispersed_998"));
        remarkable(scores, errors, root, 0.95, threeway.get("overdispersed_95"));
        assertThat(RankSets.holm(scores, errors, 0.95).toldApart())
                .isEqualTo(ranks.get("holm").get("nrej").asInt());
        double[] positive = Arrays.stream(errors).filter(e -> e > 0).toArray();
        assertClose(
                "gh", GoldsteinHealy.multiplier(positive, 0.95), ranks.get("gh").asDouble(), ITERATIVE);
    }

    private static void remarkable(double[] scores, double[] errors, RootLevel root, double level, JsonNode expected) {
        assertThat(PeerTest.remarkable(scores, squares(errors), root, level).stream()
                        .map(Flag::word)
                        .toList())
                .as("%s", level)
                .isEqualTo(expected.valueStream().map(JsonNode::asString).toList());
    }

    /** R: rake(design, list(~unit, ~age, ~x0), totals), converged; no weight reaches the cap of 0.3 to 3. */
    @Test
    void raked_means_equal_r_survey() throws IOException {
        JsonNode reference = Reference.json("county_B_small.json");
        Nonresponse ours = Assessment.of(Reference.cells(Reference.county("B")), Scheme.asShipped())
                .nonresponse();
        assertThat(ours.raking().capped().value()).isZero();
        assertClose(
                "county",
                ours.county().spotCheckRaked().value(),
                reference.get("county").get("RK").asDouble(),
                ITERATIVE);
        assertClose(
                "units",
                ours.units().stream()
                        .map(Nonresponse.Reweighted::spotCheckRaked)
                        .toList(),
                reference.get("units").get("RK"),
                ITERATIVE);
    }

    @Test
    void posteriors_of_districts_equal_the_reference() throws IOException {
        JsonNode expected = methods("betabinom.apipop");
        List<String[]> districts = Reference.data("betabinom_apipop_district.csv");
        long[] y = districts.stream().mapToLong(r -> Long.parseLong(r[1])).toArray();
        long[] n = districts.stream().mapToLong(r -> Long.parseLong(r[2])).toArray();
        BetaBinomial ours = BetaBinomial.fit(y, n);
        assertClose("mu", ours.mean(), expected.get("mu").asDouble(), ITERATIVE);
        assertClose("rho", ours.correlation(), expected.get("rho").asDouble(), ITERATIVE);
        for (int i = 0; i < expected.get("dnum").size(); i++) {
            String code = expected.get("dnum").get(i).asString();
            int place = IntStream.range(0, districts.size())
                    .filter(k -> districts.get(k)[0].equals(code))
                    .findFirst()
                    .orElseThrow();
            Interval interval = ours.interval(y[place], n[place], 0.95);
            assertClose(
                    "low " + code,
                    interval.low().value(),
                    expected.get("lo").get(i).asDouble(),
                    ITERATIVE);
            assertClose(
                    "high " + code,
                    interval.high().value(),
                    expected.get("hi").get(i).asDouble(),
                    ITERATIVE);
        }
    }

    @Test
    void posteriors_and_pairs_of_names_equal_the_reference() throws IOException {
        JsonNode expected = methods("dr.names");
        List<String[]> names = Reference.data("drrank_names.csv");
        double[] theta =
                names.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray();
        double[] psi = names.stream()
                .mapToDouble(r -> Double.parseDouble(r[2]) * Double.parseDouble(r[2]))
                .toArray();
        RootLevel root = RootLevel.of(theta, psi);
        double a = root.between();
        double[] mean = new double[theta.length];
        double[] variance = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            mean[i] = (a * theta[i] + psi[i] * root.mean()) / (a + psi[i]);
            variance[i] = a * psi[i] / (a + psi[i]);
        }
        close("post", mean, expected.get("post"), CLOSED);
        close("pvar", variance, expected.get("pvar"), CLOSED);
        double[] lambdas = {0.1, 0.25, 0.5, 0.75, 1};
        for (int i = 0; i < lambdas.length; i++) {
            assertThat(Arrays.stream(Grades.of(mean, variance, lambdas[i]))
                            .max()
                            .orElseThrow())
                    .isEqualTo(expected.get("ngrades").get(i).asInt());
        }
    }

    @Test
    void shrinkage_weights_of_zones_equal_ebci() throws IOException {
        JsonNode expected = methods("ebci.cz_ny");
        List<String[]> zones = Reference.data("cz_ny.csv");
        double[] psi = zones.stream()
                .mapToDouble(r -> Double.parseDouble(r[6]) * Double.parseDouble(r[6]))
                .toArray();
        double[][] x = zones.stream()
                .map(r -> new double[] {1, Double.parseDouble(r[8])})
                .toArray(double[][]::new);
        double[] theta =
                zones.stream().mapToDouble(r -> Double.parseDouble(r[4])).toArray();
        double[] weights = Arrays.stream(psi).map(v -> 1 / v).toArray();
        double between = RobustShrinkage.of(theta, psi, x, weights, 0.1).shape().between();
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.05);
        double[] w = Arrays.stream(psi).map(v -> between / (between + v)).toArray();
        close("w_eb", w, expected.get("w_eb"), ITERATIVE);
        close(
                "len_pa",
                IntStream.range(0, w.length)
                        .mapToDouble(i -> z * Math.sqrt(w[i] * psi[i]))
                        .toArray(),
                expected.get("len_pa"),
                ITERATIVE);
    }
}
