package io.huiyin.server.publication;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huiyin.engine.Figure;
import io.huiyin.engine.UnitResult;
import io.huiyin.server.assessment.CycleResult;
import io.huiyin.server.assessment.RecordCheck;
import io.huiyin.server.assessment.UnitOutcome;
import io.huiyin.server.assessment.VoluntaryRatings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** results.csv: one row a unit, in the order of codes, every digit; what a page does not show is empty here too. */
final class ResultsFile {

    private static final List<String> HEADER = List.of(
            "unit",
            "name",
            "kind",
            "status",
            "matters",
            "drawn",
            "interviews",
            "response",
            "coverage",
            "score",
            "low",
            "high",
            "silent_low",
            "silent_high",
            "spot_check",
            "against_kind",
            "stands",
            "counter_ratings",
            "counter_mean",
            "own_ratings",
            "own_mean",
            "rated_in_both",
            "corrected_downward",
            "gap",
            "done",
            "refused",
            "returned",
            "withdrawn",
            "given_up",
            "with_promised_day",
            "in_time");

    private ResultsFile() {}

    static String of(CycleResult result) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            result.units().forEach(unit -> csv.writeRecord(row(unit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(UnitOutcome unit) {
        List<String> row = new ArrayList<>();
        spotCheck(unit, row);
        ratings(unit.ratings(), row);
        row.add(text(unit.gap()));
        record(unit.record(), row);
        return row;
    }

    private static void spotCheck(UnitOutcome unit, List<String> row) {
        UnitResult r = unit.result();
        row.addAll(List.of(unit.code(), unit.name(), r.kind(), r.status().word()));
        row.addAll(List.of(r.matters() + "", r.drawn() + "", r.interviews() + ""));
        row.addAll(List.of(r.response().text(), r.coverage().text()));
        for (Figure figure : List.of(
                r.score().value(),
                r.published().low(),
                r.published().high(),
                r.publishedNonresponse().low(),
                r.publishedNonresponse().high(),
                r.spotCheck().value())) row.add(unit.shown() ? figure.text() : "");
        row.add(unit.shown() ? r.flag().word() : "");
        row.add(unit.shown() ? r.flagStanding().word() : "");
    }

    private static void ratings(VoluntaryRatings ratings, List<String> row) {
        row.addAll(List.of(ratings.counter() + "", text(ratings.counterMean())));
        row.addAll(List.of(ratings.own() + "", text(ratings.ownMean())));
        row.addAll(List.of(ratings.both() + "", ratings.corrected() + ""));
    }

    private static void record(RecordCheck record, List<String> row) {
        for (String outcome : List.of("done", "refused", "returned", "withdrawn", "given-up"))
            row.add(record.of(outcome) + "");
        row.addAll(List.of(record.due() + "", record.inTime() + ""));
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : Double.toString(value);
    }
}
