package io.huiyin.audit;

import io.huiyin.engine.Estimate;
import io.huiyin.engine.Figure;
import io.huiyin.engine.survey.SurveyTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Estimates of a survey as JSON or as a table for reading. */
final class SurveyText {

    private SurveyText() {}

    /** Parallel arrays; a missing number is its reason's word. */
    static String json(SurveyRun run) {
        SurveyTable table = run.table();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("names", table.names());
        json.put("est", table.estimates().stream().map(Estimate::value).toList());
        json.put("se", table.estimates().stream().map(Estimate::standardError).toList());
        json.put(
                "ci",
                table.intervals().stream()
                        .map(ci -> List.of(ci.low(), ci.high()))
                        .toList());
        json.put("df", table.degreesOfFreedom());
        json.put("vcov", Arrays.stream(table.covariance()).map(Arrays::asList).toList());
        json.put("deff", table.designEffects());
        json.put("n", table.rows());
        json.put("notes", run.notes());
        return Json.write(json);
    }

    /** One line an estimate. */
    static String table(SurveyRun run) {
        SurveyTable table = run.table();
        int width = Math.max(
                8, table.names().stream().mapToInt(String::length).max().orElse(0));
        StringBuilder text = new StringBuilder();
        line(text, width, "", "estimate", "se", "low", "high", "df", "deff", "n");
        for (int i = 0; i < table.names().size(); i++) {
            line(
                    text,
                    width,
                    table.names().get(i),
                    shown(table.estimates().get(i).value()),
                    shown(table.estimates().get(i).standardError()),
                    shown(table.intervals().get(i).low()),
                    shown(table.intervals().get(i).high()),
                    String.valueOf(table.degreesOfFreedom().get(i)),
                    shown(table.designEffects().get(i)),
                    String.valueOf(table.rows().get(i)));
        }
        run.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, int width, String name, String... cells) {
        text.append(String.format("%-" + width + "s", name));
        for (String cell : cells) {
            text.append(String.format(" %14s", cell));
        }
        text.append('\n');
    }

    private static String shown(Figure figure) {
        return figure instanceof Figure.Known known ? String.format(Locale.ROOT, "%.7g", known.value()) : figure.text();
    }
}
