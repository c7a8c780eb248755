package io.huiyin.audit;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.CaseMix;
import io.huiyin.engine.Chain;
import io.huiyin.engine.Cluster;
import io.huiyin.engine.CountyResult;
import io.huiyin.engine.Figure;
import io.huiyin.engine.Flag;
import io.huiyin.engine.KappaClass;
import io.huiyin.engine.Nonresponse;
import io.huiyin.engine.PeerGroup;
import io.huiyin.engine.Reason;
import io.huiyin.engine.Scheme;
import io.huiyin.engine.SectionMean;
import io.huiyin.engine.Signals;
import io.huiyin.engine.Standing;
import io.huiyin.engine.UnitResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The shape of an assessment in JSON: one object of parallel arrays; a missing number is the word of its reason
 * (docs/reasons.md), every other double stands as {@link Double#toString} writes it.
 */
public final class AssessmentJson {

    private AssessmentJson() {}

    /** The assessment as JSON text, ending in a newline. */
    public static String text(Assessment assessment) {
        return Json.write(object(assessment));
    }

    private static Map<String, Object> object(Assessment assessment) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("scheme", scheme(assessment.scheme()));
        object.put("units", units(assessment.units()));
        object.put("kappa", kappa(assessment.kappa()));
        object.put("county", county(assessment.county()));
        object.put("peers", peers(assessment.peers()));
        object.put("casemix", casemix(assessment));
        object.put("section", sections(assessment.sections()));
        object.put("chain", chain(assessment.chain()));
        object.put("ranks", ranks(assessment));
        object.put("grades", grades(assessment.standings()));
        object.put("flags", flags(assessment.units(), UnitResult::flag));
        object.put("nonresponse", nonresponse(assessment));
        assessment.signals().ifPresent(signals -> object.put("signals", signals(signals)));
        assessment.cluster().ifPresent(cluster -> object.put("cluster", cluster(cluster)));
        return object;
    }

    private static Map<String, Object> nonresponse(Assessment assessment) {
        Nonresponse silent = assessment.nonresponse();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("response", silent.response());
        object.put("r_indicator", silent.indicator());
        Columns<Nonresponse.ResponseClass> classes = new Columns<>(silent.classes());
        classes.put("drawn", Nonresponse.ResponseClass::drawn);
        classes.put("answered", Nonresponse.ResponseClass::answered);
        classes.put("propensity", Nonresponse.ResponseClass::propensity);
        classes.put("factor", Nonresponse.ResponseClass::factor);
        object.put("classes", classes.object());
        Map<String, Object> raking = new LinkedHashMap<>();
        raking.put("rounds", silent.raking().rounds());
        raking.put("gap", silent.raking().gap());
        raking.put("capped", silent.raking().capped());
        raking.put("effect", silent.raking().effect());
        object.put("raking", raking);
        Map<String, Object> county = new LinkedHashMap<>();
        county.put("S_class", silent.county().spotCheckByClass());
        county.put("D_class", silent.county().scoreByClass());
        county.put("S_raked", silent.county().spotCheckRaked());
        county.put("D_raked", silent.county().scoreRaked());
        object.put("county", county);
        Columns<Nonresponse.Reweighted> units = new Columns<>(silent.units());
        units.object()
                .put("unit", assessment.units().stream().map(UnitResult::unit).toList());
        units.put("S_class", Nonresponse.Reweighted::spotCheckByClass);
        units.put("D_class", Nonresponse.Reweighted::scoreByClass);
        units.put("S_raked", Nonresponse.Reweighted::spotCheckRaked);
        units.put("D_raked", Nonresponse.Reweighted::scoreRaked);
        units.put("tipping", Nonresponse.Reweighted::tipping);
        object.put("units", units.object());
        return object;
    }

    private static Map<String, Object> signals(Signals signals) {
        Columns<Signals.Person> persons = new Columns<>(signals.persons());
        persons.put("unit", p -> p.place().unit());
        persons.put("section", p -> p.place().section());
        persons.put("person", p -> p.place().person());
        persons.put("N", Signals.Person::matters);
        persons.put("census_n", Signals.Person::ratings);
        persons.put("timed", p -> p.traces().timed());
        persons.put("fast", p -> p.traces().fast());
        persons.put("traced", p -> p.traces().traced());
        persons.put("same_device", p -> p.traces().repeated());
        persons.put("busiest_hour", p -> p.traces().busiestHour());
        persons.put("p_many", Signals.Person::many);
        persons.put("p_fast", Signals.Person::fast);
        persons.put("p_device", Signals.Person::device);
        persons.put("p_good", Signals.Person::good);
        persons.put("p", Signals.Person::combined);
        persons.put("signal", Signals.Person::called);
        Columns<Signals.Unit> units = new Columns<>(signals.units());
        units.put("unit", Signals.Unit::unit);
        units.put("gap", u -> u.gap().value());
        units.put("gap_se", u -> u.gap().standardError());
        units.put("p_gap", Signals.Unit::gapTail);
        units.put("signal", Signals.Unit::called);
        units.put("selectivity", u -> u.selectivity().value());
        units.put("selectivity_se", u -> u.selectivity().standardError());
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("person", persons.object());
        object.put("unit", units.object());
        return object;
    }

    private static Map<String, Object> cluster(Cluster cluster) {
        Columns<Cluster.Unit> columns = new Columns<>(cluster.units());
        columns.put("unit", Cluster.Unit::unit);
        columns.put("persons", Cluster.Unit::persons);
        columns.put("largest", Cluster.Unit::largest);
        columns.put("effect", Cluster.Unit::effect);
        columns.put("df", Cluster.Unit::df);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("persons", cluster.persons());
        object.put("correlation", cluster.correlation());
        object.put("degf", cluster.countyDf());
        object.put("units", columns.object());
        return object;
    }

    private static Map<String, Object> casemix(Assessment assessment) {
        CaseMix mix = assessment.caseMix();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("names", mix.names());
        object.put("beta", mix.beta());
        object.put("beta_se", mix.betaErrors());
        object.put("shift", mix.shift());
        object.put("shift_se", mix.shiftErrors());
        object.put("no_overlap", mix.apart());
        object.put("compared", assessment.comparedAdjusted());
        return object;
    }

    private static Map<String, Object> sections(List<SectionMean> sections) {
        Columns<SectionMean> columns = new Columns<>(sections);
        columns.put("unit", SectionMean::unit);
        columns.put("section", SectionMean::section);
        columns.put("n", SectionMean::interviews);
        columns.put("mean", s -> s.mean().value());
        columns.put("se", s -> s.mean().standardError());
        return columns.object();
    }

    private static Map<String, Object> chain(Chain chain) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("s2e", chain.residualVariance());
        object.put("mu", chain.mean());
        chain.levels().forEach(level -> object.put("A_" + level.name(), level.between()));
        chain.levels().forEach(level -> object.put(level.name(), level(level)));
        return object;
    }

    private static Map<String, Object> level(Chain.Level level) {
        Columns<Chain.Area> columns = new Columns<>(level.areas());
        columns.put(level.name(), Chain.Area::code);
        if (!level.name().equals("unit")) {
            columns.put("unit", a -> a.place().unit());
        }
        columns.put("n", Chain.Area::interviews);
        columns.put("direct", Chain.Area::direct);
        columns.put("psi", Chain.Area::variance);
        columns.put("eb", Chain.Area::estimate);
        columns.put("lo", a -> a.interval().low());
        columns.put("hi", a -> a.interval().high());
        return columns.object();
    }

    private static Map<String, Object> ranks(Assessment assessment) {
        List<Standing> standings = assessment.standings();
        Columns<Standing> holm = new Columns<>(standings);
        holm.put("L", s -> whole(s.low()));
        holm.put("U", s -> whole(s.high()));
        Columns<Standing> standing = new Columns<>(standings);
        standing.put("L", s -> whole(s.standingLow()));
        standing.put("U", s -> whole(s.standingHigh()));
        Columns<Standing> post = new Columns<>(standings);
        boolean single = assessment.peers().size() == 1;
        Figure several = Figure.missing(Reason.SEVERAL_KINDS);
        post.object().put("mu", single ? assessment.peers().getFirst().mean() : several);
        post.object().put("A", single ? assessment.peers().getFirst().between() : several);
        post.put("mean", Standing::mean);
        post.put("var", Standing::variance);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("unit", assessment.units().stream().map(UnitResult::unit).toList());
        object.put("holm", holm.object());
        object.put("standing", standing.object());
        if (standings.stream().anyMatch(s -> s.drawnLow().isKnown())) {
            Columns<Standing> drawn = new Columns<>(standings);
            drawn.put("L", s -> whole(s.drawnLow()));
            drawn.put("U", s -> whole(s.drawnHigh()));
            object.put("bootstrap", drawn.object());
        }
        object.put("post", post.object());
        return object;
    }

    private static Map<String, Object> grades(List<Standing> standings) {
        Columns<Standing> columns = new Columns<>(standings);
        for (int i = 0; i < Standing.LAMBDAS.size(); i++) {
            int place = i;
            columns.put(
                    "lambda_" + Standing.LAMBDAS.get(i), s -> whole(s.grades().get(place)));
        }
        return columns.object();
    }

    /** A place or a grade stands without a decimal point. */
    private static Object whole(Figure figure) {
        return figure.isKnown() ? (Object) (int) figure.value() : figure;
    }

    private static Map<String, Object> scheme(Scheme scheme) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("scores", scheme.scores());
        object.put("level", scheme.level());
        object.put("prior_df", scheme.priorDf());
        object.put("section_prior_df", scheme.sectionPriorDf());
        object.put("delta", scheme.delta());
        object.put("coverage", scheme.coverage());
        object.put("minimum_shown", scheme.minimumShown());
        object.put("good_from", scheme.goodFrom());
        return object;
    }

    private static Map<String, Object> units(List<UnitResult> units) {
        Columns<UnitResult> columns = new Columns<>(units);
        columns.put("unit", UnitResult::unit);
        columns.put("kind", UnitResult::kind);
        columns.put("status", u -> u.status().word());
        columns.put("N", UnitResult::matters);
        columns.put("drawn", UnitResult::drawn);
        columns.put("n", UnitResult::interviews);
        columns.put("strata", UnitResult::strata);
        columns.put("strata_collapsed", UnitResult::collapsed);
        columns.put("complete_count", UnitResult::completeCount);
        columns.put("census_n", UnitResult::ratings);
        columns.put("census_mean", UnitResult::ratingMean);
        columns.put("S", u -> u.spotCheck().value());
        columns.put("S_se", u -> u.spotCheck().standardError());
        columns.put("good", u -> u.goodShare().value());
        columns.put("good_se", u -> u.goodShare().standardError());
        columns.put("D", u -> u.score().value());
        columns.put("D_se", u -> u.score().standardError());
        columns.put("D_se_mod", UnitResult::scoreError);
        columns.put("lo", u -> u.interval().low());
        columns.put("hi", u -> u.interval().high());
        columns.put("shown_lo", u -> u.shown().low());
        columns.put("shown_hi", u -> u.shown().high());
        columns.put("published_lo", u -> u.published().low());
        columns.put("published_hi", u -> u.published().high());
        columns.put("D_adj", UnitResult::adjusted);
        columns.put("response", UnitResult::response);
        columns.put("nr_lo", u -> u.nonresponse().low());
        columns.put("nr_hi", u -> u.nonresponse().high());
        columns.put("published_nr_lo", u -> u.publishedNonresponse().low());
        columns.put("published_nr_hi", u -> u.publishedNonresponse().high());
        columns.put("coverage", UnitResult::coverage);
        columns.put("inflation", u -> u.inflation().value());
        columns.put("inflation_se", u -> u.inflation().standardError());
        Map<String, Object> object = columns.object();
        object.put("flags", flags(units, UnitResult::flag));
        object.put("flags_standing", flags(units, UnitResult::flagStanding));
        return object;
    }

    private static Map<String, Object> kappa(List<KappaClass> kappa) {
        Columns<KappaClass> columns = new Columns<>(kappa);
        columns.put("class", KappaClass::ratingClass);
        columns.put("mean", KappaClass::mean);
        columns.put("n", KappaClass::interviews);
        columns.put("taken_from", KappaClass::takenFrom);
        return columns.object();
    }

    private static Map<String, Object> county(CountyResult county) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("N", county.matters());
        object.put("n", county.interviews());
        object.put("units_not_assessed", county.unitsNotAssessed());
        object.put("S", county.spotCheck().value());
        object.put("S_se", county.spotCheck().standardError());
        object.put("D", county.score().value());
        object.put("D_se", county.score().standardError());
        object.put("lo", county.interval().low());
        object.put("hi", county.interval().high());
        object.put("response", county.response());
        object.put("nr_lo", county.nonresponse().low());
        object.put("nr_hi", county.nonresponse().high());
        object.put("census", county.ratingMean());
        object.put("degf", county.degreesOfFreedom());
        object.put("inflation", county.inflation().value());
        object.put("inflation_se", county.inflation().standardError());
        return object;
    }

    private static Map<String, Object> peers(List<PeerGroup> peers) {
        Columns<PeerGroup> columns = new Columns<>(peers);
        columns.put("kind", PeerGroup::kind);
        columns.put("mu", PeerGroup::mean);
        columns.put("A", PeerGroup::between);
        columns.put("units", PeerGroup::units);
        columns.put("compared", PeerGroup::compared);
        return columns.object();
    }

    private static List<Object> flags(List<UnitResult> units, Function<UnitResult, Flag> which) {
        return units.stream()
                .map(u -> which.apply(u))
                .<Object>map(f -> f == Flag.NOT_COMPARED ? f.word() : Integer.valueOf(f.word()))
                .toList();
    }

    /** Rows turned into parallel arrays. */
    private static final class Columns<R> {
        private final List<R> rows;
        private final Map<String, Object> object = new LinkedHashMap<>();

        Columns(List<R> rows) {
            this.rows = rows;
        }

        void put(String name, Function<R, Object> column) {
            object.put(name, rows.stream().map(column).toList());
        }

        Map<String, Object> object() {
            return object;
        }
    }
}
