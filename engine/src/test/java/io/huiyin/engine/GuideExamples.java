package io.huiyin.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The examples of docs/methods, by the names of their blocks there. */
final class GuideExamples {
    private static final Circumstances NONE = new Circumstances("", "", "", "");

    Map<String, Map<String, Object>> all() {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        all.put("score", score());
        all.put("interval", interval());
        all.put("lonely-strata", lonely());
        all.put("two-stages", twoStages());
        all.put("case-mix", caseMix());
        all.put("small-areas", smallAreas());
        all.put("ranks", ranks());
        all.put("flags", flags());
        all.put("silent", silent());
        all.put("persons", persons());
        all.put("signals", signals());
        all.put("draw", draw());
        return all;
    }

    /** Units a and b of the page on the score. */
    private static Cells county() {
        Cells cells = new Cells();
        add(cells, "a", "p", 5, 20, 5, 4);
        add(cells, "a", "p", 0, 40, 4, 2);
        add(cells, "a", "q", 0, 40, 3, 5, 4);
        add(cells, "b", "p", 5, 10, 4);
        add(cells, "b", "p", 0, 40, 3, 2);
        return cells;
    }

    private static void add(Cells cells, String unit, String type, int rating, int matters, int... answers) {
        Stratum stratum = Stratum.of(unit, type);
        for (int answer : answers) {
            cells.add(new DrawnMatter(stratum, Place.ofUnit(unit), NONE, rating, answer, ""), true, 1);
        }
        cells.add(new DrawnMatter(stratum, Place.ofUnit(unit), NONE, rating, 0, ""), false, matters - answers.length);
    }

    private static Assessment assess(Cells cells) {
        return Assessment.of(cells, Scheme.asShipped());
    }

    private static double value(Figure figure) {
        return figure.value();
    }

    private static Map<String, Object> score() {
        Assessment county = assess(county());
        UnitResult a = county.units().getFirst();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("S of a", value(a.spotCheck().value()));
        values.put("error of S", value(a.spotCheck().standardError()));
        values.put("kappa of the unrated", value(county.kappa().getFirst().mean()));
        values.put("kappa of those rated 5", value(county.kappa().getLast().mean()));
        values.put("D of a", value(a.score().value()));
        values.put("plain error of D", value(a.score().standardError()));
        values.put("D of b", value(county.units().get(1).score().value()));
        return values;
    }

    private static Map<String, Object> interval() {
        UnitResult a = assess(county()).units().getFirst();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("D", value(a.score().value()));
        values.put("plain error", value(a.score().standardError()));
        values.put("moderated error", value(a.scoreError()));
        values.put("lo", value(a.interval().low()));
        values.put("hi", value(a.interval().high()));
        values.put("shown_hi", value(a.shown().high()));
        values.put("published_lo", value(a.published().low()));
        values.put("published_hi", value(a.published().high()));
        return values;
    }

    private static Map<String, Object> lonely() {
        Cells cells = new Cells();
        add(cells, "a", "p", 0, 50, 4, 5, 3);
        add(cells, "a", "q", 0, 10, 2);
        add(cells, "a", "r", 0, 5, 4);
        UnitResult a = assess(cells).units().getFirst();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("strata", Integer.toString(a.strata()));
        values.put("collapsed", Integer.toString(a.collapsed()));
        values.put("S", value(a.spotCheck().value()));
        values.put("error of S", value(a.spotCheck().standardError()));
        return values;
    }

    private static Map<String, Object> twoStages() {
        Cells cells = new Cells();
        cells.sections("a", 4, 2);
        add(cells, "a", "1", 0, 30, 5, 4, 4);
        add(cells, "a", "2", 0, 20, 3, 4);
        add(cells, "a", "3", 0, 25);
        add(cells, "a", "4", 0, 25);
        cells.sections("b", 3, 2);
        add(cells, "b", "1", 0, 20, 2, 4);
        add(cells, "b", "2", 0, 20, 4, 4);
        add(cells, "b", "3", 0, 20);
        UnitResult a = assess(cells).units().getFirst();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("S", value(a.spotCheck().value()));
        values.put("error of S", value(a.spotCheck().standardError()));
        values.put("moderated error of D", value(a.scoreError()));
        return values;
    }

    private static Map<String, Object> caseMix() {
        Cells cells = new Cells();
        kind(cells, "a", "easy", 80, 5, 4, 5);
        kind(cells, "a", "hard", 20, 3, 4);
        kind(cells, "b", "easy", 40, 4, 5);
        kind(cells, "b", "hard", 60, 3, 3, 4);
        Assessment county = assess(cells);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("beta of hard", value(county.caseMix().beta().getFirst()));
        for (int u = 0; u < 2; u++) {
            UnitResult unit = county.units().get(u);
            values.put("D of " + unit.unit(), value(unit.score().value()));
            values.put("shift of " + unit.unit(), value(county.caseMix().shift().get(u)));
            values.put("D_adj of " + unit.unit(), value(unit.adjusted()));
        }
        return values;
    }

    private static void kind(Cells cells, String unit, String type, int matters, int... answers) {
        Stratum stratum = Stratum.of(unit, type);
        Circumstances of = Circumstances.ofType(type);
        for (int answer : answers) {
            cells.add(new DrawnMatter(stratum, Place.ofUnit(unit), of, 0, answer, ""), true, 1);
        }
        cells.add(new DrawnMatter(stratum, Place.ofUnit(unit), of, 0, 0, ""), false, matters - answers.length);
    }

    private static Map<String, Object> smallAreas() {
        double[] theta = {60, 70, 82, 90};
        double[] psi = {100, 25, 25, 100};
        RootLevel root = RootLevel.of(theta, psi);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mu", root.mean());
        values.put("A", root.between());
        for (int i = 0; i < theta.length; i++) {
            double a = root.between();
            values.put("shown for " + (int) theta[i], (a * theta[i] + psi[i] * root.mean()) / (a + psi[i]));
        }
        values.put("cva(1, nothing known)", RobustCritical.value(1, Double.POSITIVE_INFINITY, 0.05));
        values.put("cva(1, kurtosis 3)", RobustCritical.value(1, 3, 0.05));
        values.put("cva(4, kurtosis 10)", RobustCritical.value(4, 10, 0.05));
        return values;
    }

    private static Map<String, Object> ranks() {
        double[] scores = {92, 80, 78, 62};
        double[] errors = {3, 3, 4, 4};
        RankSets sets = RankSets.holm(scores, errors, 0.95);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            values.put("places of " + (int) scores[i], sets.low()[i] + " to " + sets.high()[i]);
        }
        values.put("pairs told apart", Integer.toString(sets.toldApart()));
        double[] variances = Arrays.stream(errors).map(e -> e * e).toArray();
        double[] freedoms = {26, 26, 26, 26};
        values.put(
                "pairs told apart when the errors have 26 degrees of freedom",
                Integer.toString(RankSets.holm(scores, errors, freedoms, 0.95).toldApart()));
        values.put("grades", Arrays.toString(Grades.of(scores, variances, 0.1)));
        values.put("multiplier for bars", GoldsteinHealy.multiplier(new double[] {1, 1, 1}, 0.95));
        return values;
    }

    private static Map<String, Object> flags() {
        double[] scores = {92, 80, 78, 62};
        double[] errors = {3, 3, 4, 4};
        RootLevel root =
                RootLevel.of(scores, Arrays.stream(errors).map(e -> e * e).toArray());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mu", root.mean());
        values.put("flags", flags(scores, errors, Double.POSITIVE_INFINITY, root.mean()));
        values.put("flags when the errors have 3 degrees of freedom", flags(scores, errors, 3, root.mean()));
        return values;
    }

    private static String flags(double[] scores, double[] errors, double df, double mean) {
        List<PeerTest.Contender> contenders = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> new PeerTest.Contender(scores[i], errors[i], df, 0))
                .toList();
        return PeerTest.flags(contenders, mean, 0.95).stream()
                .map(Flag::word)
                .toList()
                .toString();
    }

    private static Map<String, Object> silent() {
        Interval plain = new Interval(Figure.of(70), Figure.of(82));
        Interval wide = plain.widened((1 - 0.3) * 10);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("nr_lo", value(wide.low()));
        values.put("nr_hi", value(wide.high()));
        return values;
    }

    private static Map<String, Object> persons() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (boolean told : new boolean[] {false, true}) {
            Cells cells = new Cells();
            Stratum stratum = Stratum.of("a", "p");
            String[] owners = {"agent", "agent", "agent", "x", "y", "z"};
            int[] answers = {2, 2, 3, 5, 4, 5};
            for (int i = 0; i < answers.length; i++) {
                String owner = told ? owners[i] : "";
                cells.add(new DrawnMatter(stratum, Place.ofUnit("a"), NONE, 0, answers[i], owner), true, 1);
            }
            cells.add(new DrawnMatter(stratum, Place.ofUnit("a"), NONE, 0, 0, ""), false, 94);
            UnitResult a = assess(cells).units().getFirst();
            values.put(
                    told ? "error over persons" : "plain error of S",
                    value(a.spotCheck().standardError()));
        }
        return values;
    }

    private static Map<String, Object> signals() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("p of 12 fast of 20", Tails.betaBinomial(12, 20, 0.2, 0.01));
        values.put("p of 6 fast of 20", Tails.betaBinomial(6, 20, 0.2, 0.01));
        values.put("combined p of 0.01, 0.2, 0.5", Tails.fisher(0.01, 0.2, 0.5));
        values.put(
                "called of 0.001, 0.02, 0.04, 0.5",
                Arrays.toString(Tails.benjaminiHochberg(new double[] {0.001, 0.02, 0.04, 0.5}, 0.05)));
        return values;
    }

    private static Map<String, Object> draw() {
        Draw draw = Draw.bySeed("00ff");
        Map<String, Object> values = new LinkedHashMap<>();
        for (String matter : List.of("2026-0001", "2026-0002", "2026-0003")) {
            values.put("rank of " + matter, draw.rank(matter).substring(0, 16));
        }
        return values;
    }
}
