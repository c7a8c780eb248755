package io.huiyin.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huiyin.engine.SampleDesign;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The shapes of a design: JSON of parallel arrays, a table for reading, sizes for the draw. */
final class DesignText {

    private DesignText() {}

    static String json(SampleDesign design) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("asked", asked(design.wish()));
        Map<String, Object> spread = new LinkedHashMap<>();
        spread.put("from", design.fromInterviews() ? "interviews" : "assumed");
        spread.put("type", List.copyOf(design.spread().keySet()));
        spread.put("sd", List.copyOf(design.spread().values()));
        object.put("spread", spread);
        Map<String, Object> strata = new LinkedHashMap<>();
        if (hasPeriods(design)) {
            strata.put("period", column(design.strata(), s -> s.stratum().period()));
        }
        strata.put("unit", column(design.strata(), s -> s.stratum().unit()));
        strata.put("type", column(design.strata(), s -> s.stratum().type()));
        strata.put("N", column(design.strata(), SampleDesign.Size::matters));
        strata.put("n", column(design.strata(), SampleDesign.Size::drawn));
        strata.put("interviews", column(design.strata(), SampleDesign.Size::interviews));
        object.put("strata", strata);
        object.put("units", units(design.units()));
        Map<String, Object> total = new LinkedHashMap<>();
        units(List.of(design.total())).forEach((name, values) -> total.put(name, ((List<?>) values).getFirst()));
        total.remove("unit");
        object.put("total", total);
        return Json.write(object);
    }

    private static Map<String, Object> asked(SampleDesign.Wish wish) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("precision", wish.precision());
        asked.put("response", wish.response());
        asked.put("least", wish.least());
        asked.put("attempts", wish.calls().attempts());
        asked.put("dial_minutes", wish.calls().dialMinutes());
        asked.put("interview_minutes", wish.calls().interviewMinutes());
        return asked;
    }

    private static Map<String, Object> units(List<SampleDesign.Unit> rows) {
        Map<String, Object> units = new LinkedHashMap<>();
        units.put("unit", column(rows, SampleDesign.Unit::unit));
        units.put("N", column(rows, SampleDesign.Unit::matters));
        units.put("people", column(rows, SampleDesign.Unit::drawn));
        units.put("interviews", column(rows, SampleDesign.Unit::interviews));
        units.put("half_width", column(rows, SampleDesign.Unit::halfWidth));
        units.put("half_width_silent", column(rows, SampleDesign.Unit::halfWidthSilent));
        units.put("reached", column(rows, SampleDesign.Unit::reached));
        units.put("dials", column(rows, SampleDesign.Unit::dials));
        units.put("hours", column(rows, SampleDesign.Unit::hours));
        return units;
    }

    private static <R> List<Object> column(List<R> rows, Function<R, Object> column) {
        return rows.stream().map(column).toList();
    }

    private static boolean hasPeriods(SampleDesign design) {
        return design.strata().stream().anyMatch(s -> !s.stratum().period().isEmpty());
    }

    static String table(SampleDesign design) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "unit",
                "matters",
                "people called",
                "interviews",
                "interval +-",
                "with silence +-",
                "dials",
                "hours",
                "remark"));
        design.units().forEach(u -> rows.add(row(u.unit(), u)));
        rows.add(row("all", design.total()));
        return TextTable.of(rows);
    }

    private static List<String> row(String name, SampleDesign.Unit unit) {
        return List.of(
                name,
                Long.toString(unit.matters()),
                Long.toString(unit.drawn()),
                number("%.0f", unit.interviews()),
                number("%.1f", unit.halfWidth()),
                number("%.1f", unit.halfWidthSilent()),
                number("%.0f", unit.dials()),
                number("%.1f", unit.hours()),
                unit.reached() ? "" : name.equals("all") ? "not in every unit" : "too few matters for that");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** What {@code draw --sizes} reads; nobody is put in reserve, since the response is already allowed for. */
    static String sizes(SampleDesign design) {
        boolean periods = hasPeriods(design);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(line(periods, "period", "unit", "type", "n", "reserve"));
            design.strata()
                    .forEach(s -> csv.writeRecord(line(
                            periods,
                            s.stratum().period(),
                            s.stratum().unit(),
                            s.stratum().type(),
                            Long.toString(s.drawn()),
                            "0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> line(boolean withFirst, String... cells) {
        return List.of(cells).subList(withFirst ? 0 : 1, cells.length);
    }
}
