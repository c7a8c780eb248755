package io.huiyin.audit;

import io.huiyin.audit.SurveyOptions.What;
import io.huiyin.engine.survey.Distance;
import io.huiyin.engine.survey.IntervalKind;
import io.huiyin.engine.survey.Replicates;
import io.huiyin.engine.survey.SurveyTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a survey, found to fit together, with the small files they name.
 *
 * @param phase the second phase, or null
 * @param margins population totals of variables, to be post-stratified or raked
 * @param totals population totals of terms
 */
record SurveyRequest(
        SurveyOptions options,
        @Nullable PhaseFile phase,
        Map<String, Map<String, Double>> margins,
        Map<String, Double> totals) {
    private static final double MOST_LEVEL = 1;

    /** @throws IllegalArgumentException with a sentence if the options contradict each other */
    static SurveyRequest of(SurveyOptions o) {
        refuse(o.statistic == What.RATIO && o.over.isEmpty(), "--statistic ratio needs --over");
        refuse(o.statistic != What.RATIO && !o.over.isEmpty(), "--over is for --statistic ratio");
        refuse(o.statistic == What.QUANTILE && o.q.isEmpty(), "--statistic quantile needs --q");
        refuse(o.statistic != What.QUANTILE && !o.q.isEmpty(), "--q is for --statistic quantile");
        refuse(o.q.stream().anyMatch(p -> !(p > 0 && p < 1)), "--q must lie between 0 and 1");
        refuse(!(o.level > 0 && o.level < MOST_LEVEL), "--level must lie between 0 and 1");
        refuse(!o.contrast.isEmpty() && (o.contrast.size() != 2 || o.by.isEmpty()), "--contrast A,B needs --by");
        refuse(
                !o.contrast.isEmpty() && o.statistic == What.QUANTILE,
                "--contrast is for means, totals, ratios and shares");
        refuse(
                o.statistic == What.QUANTILE && o.interval != null && o.interval != IntervalKind.T,
                "the interval of a quantile is t");
        refuse(
                o.statistic == What.RATIO && o.interval != null && o.interval.isForShares(),
                "this --interval is for shares");
        refuse(
                !o.fpc.isEmpty() && o.fpc.size() != Math.max(1, o.ids.size()),
                "--fpc needs one column for each of --ids");
        refuse(o.replicates != null && o.type == null, "--replicates needs --type");
        refuse(o.type == Replicates.Type.BOOTSTRAP && o.replicates == null, "--type bootstrap needs --replicates");
        refuse(o.rake.size() == 1, "--rake needs two margins or more; for one there is --poststratify");
        refuse(!o.bounds.isEmpty() && o.bounds.size() != 2, "--bounds takes two numbers");
        refuse(fits(o) > 1, "give one of --poststratify, --rake and --calibrate");
        refuse(
                o.twophase != null && (fits(o) > 0 || o.type != null || designed(o)),
                "--twophase holds the whole design: no --ids, --strata, --fpc, --weights, --type or fitting beside it");
        return new SurveyRequest(
                o,
                o.twophase == null ? null : PhaseFile.read(o.twophase),
                margins(o),
                o.calibrate == null ? Map.of() : PopulationFile.terms(o.calibrate));
    }

    private static void refuse(boolean contradiction, String sentence) {
        if (contradiction) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static boolean designed(SurveyOptions o) {
        return !o.ids.isEmpty() || !o.strata.isEmpty() || !o.fpc.isEmpty() || o.weights != null;
    }

    private static int fits(SurveyOptions o) {
        return (o.poststratify == null ? 0 : 1) + (o.rake.isEmpty() ? 0 : 1) + (o.calibrate == null ? 0 : 1);
    }

    private static Map<String, Map<String, Double>> margins(SurveyOptions o) {
        List<String> given = new ArrayList<>(o.rake);
        if (o.poststratify != null) {
            given.add(o.poststratify);
        }
        Map<String, Map<String, Double>> margins = new LinkedHashMap<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            refuse(equals <= 0, "'" + one + "' is not column=POP.csv");
            String name = one.substring(0, equals);
            refuse(margins.containsKey(name), "'" + name + "' stands twice");
            margins.put(name, PopulationFile.levels(Path.of(one.substring(equals + 1))));
        }
        return margins;
    }

    /** The interval: beta for shares, t for everything else, unless named. */
    SurveyTable.Manner manner() {
        IntervalKind kind = options.interval;
        if (kind == null) {
            kind = options.statistic == What.SHARE ? IntervalKind.BETA : IntervalKind.T;
        }
        return new SurveyTable.Manner(kind, options.level, options.deff);
    }

    /** The distance of a calibration. */
    Distance distance() {
        return options.bounds.isEmpty()
                ? new Distance(options.method, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Distance(options.method, options.bounds.get(0), options.bounds.get(1));
    }

    /** The columns that must be read. */
    SurveyColumns.Names columns() {
        List<String> numbers = new ArrayList<>(options.fpc);
        List<String> codes = new ArrayList<>();
        List<String> either = new ArrayList<>();
        List<String> terms = new ArrayList<>(totals.keySet());
        if (options.weights != null) {
            numbers.add(options.weights);
        }
        if (options.variance != null) {
            terms.add(options.variance);
        }
        for (List<String> names : List.of(options.ids, options.strata, options.by, List.copyOf(margins.keySet()))) {
            names.forEach(name -> codes.addAll(SurveyTerm.parts(name)));
        }
        options.where.forEach(condition -> codes.add(SurveyVariable.named(condition)));
        for (String variable : options.of) {
            (SurveyVariable.isCoded(variable) ? codes : options.statistic == What.SHARE ? codes : either)
                    .add(SurveyVariable.named(variable));
        }
        options.over.forEach(numbers::add);
        if (phase != null) {
            phase(phase, numbers, codes, either);
        }
        return new SurveyColumns.Names(
                SurveyColumns.distinct(numbers), SurveyColumns.distinct(codes), SurveyColumns.distinct(either), terms);
    }

    private static void phase(PhaseFile phase, List<String> numbers, List<String> codes, List<String> either) {
        codes.add(phase.subset());
        for (PhaseFile.Drawn drawn : List.of(phase.first(), phase.second())) {
            codes.addAll(drawn.ids());
            codes.addAll(drawn.strata());
            numbers.addAll(drawn.fpc());
            if (drawn.weights() != null) {
                numbers.add(drawn.weights());
            }
        }
        for (String variable : phase.calibrate()) {
            if (SurveyVariable.isCoded(variable) || variable.contains(":")) {
                SurveyTerm.parts(variable).forEach(part -> codes.add(SurveyVariable.named(part)));
            } else {
                either.add(variable);
            }
        }
    }
}
