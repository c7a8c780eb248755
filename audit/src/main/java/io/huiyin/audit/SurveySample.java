package io.huiyin.audit;

import io.huiyin.engine.survey.Calibration;
import io.huiyin.engine.survey.Codes;
import io.huiyin.engine.survey.Design;
import io.huiyin.engine.survey.Drawing;
import io.huiyin.engine.survey.DrawnSample;
import io.huiyin.engine.survey.Fit;
import io.huiyin.engine.survey.Margin;
import io.huiyin.engine.survey.PostStratification;
import io.huiyin.engine.survey.Raking;
import io.huiyin.engine.survey.ReplicateSample;
import io.huiyin.engine.survey.Replicates;
import io.huiyin.engine.survey.Sample;
import io.huiyin.engine.survey.TwoPhaseSample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the sample that the options describe, and notes what a reader should know of it. */
final class SurveySample {
    private final SurveyColumns columns;
    private final SurveyRequest request;
    private final SurveyOptions options;
    private final List<String> notes = new ArrayList<>();

    SurveySample(SurveyColumns columns, SurveyRequest request) {
        this.columns = columns;
        this.request = request;
        this.options = request.options();
    }

    List<String> notes() {
        return notes;
    }

    Sample sample() {
        PhaseFile phase = request.phase();
        Sample sample = phase == null ? onePhase() : twoPhases(phase);
        if (Arrays.stream(sample.weights()).anyMatch(w -> w < 0)) {
            notes.add("some weights are negative after calibration; --bounds prevents it");
        }
        return sample;
    }

    private Sample onePhase() {
        Design design = Design.of(drawing(options.ids, options.strata, options.fpc, options.weights));
        Fit fit = fit();
        Replicates.Type type = options.type;
        if (type != null) {
            ReplicateSample sample = ReplicateSample.of(replicates(design, type));
            return fit == null ? sample : sample.fitted(fit);
        }
        DrawnSample sample = DrawnSample.of(design, options.lonely, options.domainLonely);
        if (sample.collapsedStrata() > 0) {
            notes.add("strata pooled because only one unit was drawn: " + sample.collapsedStrata());
        }
        return fit == null ? sample : sample.fitted(fit);
    }

    private Replicates replicates(Design design, Replicates.Type type) {
        Path file = options.replicates;
        return file == null
                ? Replicates.of(design, type, options.mse)
                : Replicates.given(
                        design, ReplicateFile.read(file), type, options.combined, options.scale, options.mse);
    }

    private Drawing drawing(List<String> ids, List<String> strata, List<String> fpc, @Nullable String weights) {
        if (fpc.isEmpty() && weights == null) {
            notes.add("neither weights nor populations: every row counts 1");
        }
        return new Drawing(
                columns.rows(),
                ids.stream().map(columns::completeCodes).toList(),
                strata.isEmpty() ? null : columns.completeCodes(String.join(":", strata)),
                fpc.stream().map(columns::completeNumbers).toList(),
                weights == null ? new double[0] : columns.completeNumbers(weights));
    }

    private @Nullable Fit fit() {
        if (!request.totals().isEmpty()) {
            return calibration();
        }
        List<Margin> margins = request.margins().entrySet().stream()
                .map(margin -> Margin.of(margin.getKey(), columns.codes(margin.getKey()), margin.getValue()))
                .toList();
        return margins.isEmpty()
                ? null
                : margins.size() == 1 ? new PostStratification(margins.getFirst()) : new Raking(margins);
    }

    private Fit calibration() {
        Map<String, Double> totals = request.totals();
        String variance = options.variance;
        return new Calibration(
                List.copyOf(totals.keySet()),
                totals.keySet().stream()
                        .map(term -> SurveyTerm.values(term, columns))
                        .toArray(double[][]::new),
                totals.values().stream().mapToDouble(t -> t).toArray(),
                request.distance(),
                variance == null ? new double[0] : SurveyTerm.values(variance, columns));
    }

    private Sample twoPhases(PhaseFile phase) {
        PhaseFile.Drawn one = phase.first();
        PhaseFile.Drawn two = phase.second();
        Drawing first = drawing(one.ids(), one.strata(), one.fpc(), one.weights());
        Drawing second = new Drawing(
                columns.rows(),
                two.ids().stream().map(columns::completeCodes).toList(),
                two.strata().isEmpty() ? null : columns.completeCodes(String.join(":", two.strata())),
                List.of(),
                new double[0]);
        TwoPhaseSample sample = TwoPhaseSample.of(
                first, second, truths(columns.completeCodes(phase.subset())), options.lonely, phase.approximate());
        if (phase.calibrate().isEmpty()) {
            return sample;
        }
        List<String> terms = new ArrayList<>(List.of("(Intercept)"));
        double[] ones = new double[columns.rows()];
        Arrays.fill(ones, 1);
        List<double[]> values = new ArrayList<>(List.of(ones));
        phase.calibrate().forEach(variable -> expand(variable, terms, values));
        return sample.calibrated(terms, values.toArray(double[][]::new), request.distance());
    }

    /** A numeric column as it is; codes as indicators of all levels but the first that occurs. */
    private void expand(String variable, List<String> terms, List<double[]> values) {
        boolean coded = SurveyVariable.isCoded(variable) || variable.contains(":") || columns.isText(variable);
        if (!coded) {
            terms.add(variable);
            values.add(columns.eitherNumbers(variable));
            return;
        }
        Codes codes = variable.contains(":") || SurveyVariable.isCoded(variable)
                ? columns.completeCodes(SurveyVariable.named(variable))
                : columns.eitherCodes(variable);
        Arrays.stream(codes.place()).sorted().distinct().skip(1).forEach(place -> {
            terms.add(variable + codes.levels().get(place));
            values.add(Arrays.stream(codes.place())
                    .mapToDouble(p -> p == place ? 1 : 0)
                    .toArray());
        });
    }

    private boolean[] truths(Codes codes) {
        Set<String> yes = Set.of("TRUE", "true", "1");
        if (!Set.of("TRUE", "true", "1", "FALSE", "false", "0").containsAll(codes.levels())) {
            throw new BadInput(columns.file(), "the subset column holds more than TRUE and FALSE: " + codes.levels());
        }
        boolean[] truths = new boolean[codes.rows()];
        for (int row = 0; row < truths.length; row++) {
            truths[row] = yes.contains(codes.level(row));
        }
        return truths;
    }
}
