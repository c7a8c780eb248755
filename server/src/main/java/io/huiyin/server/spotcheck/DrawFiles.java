package io.huiyin.server.spotcheck;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huiyin.engine.CodeOrder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The files with which anybody repeats a draw: the sizes go in, the sample comes out of {@code ./huiyin draw} byte for byte. */
final class DrawFiles {

    static final Comparator<PlannedStratum> STRATA = Comparator.comparing(PlannedStratum::unit, CodeOrder.COMPARATOR)
            .thenComparing(PlannedStratum::type, CodeOrder.COMPARATOR);

    static final Comparator<DrawnMatter> DRAWN = Comparator.comparing(DrawnMatter::unit, CodeOrder.COMPARATOR)
            .thenComparing(DrawnMatter::type, CodeOrder.COMPARATOR)
            .thenComparing(DrawnMatter::place);

    private DrawFiles() {}

    static String sizes(List<PlannedStratum> strata) {
        return file(csv -> {
            csv.writeRecord("unit", "type", "n", "reserve");
            strata.stream()
                    .sorted(STRATA)
                    .forEach(s -> csv.writeRecord(
                            s.unit(), s.type(), Integer.toString(s.size()), Integer.toString(s.reserve())));
        });
    }

    static String sample(List<DrawnMatter> drawn) {
        return file(csv -> {
            csv.writeRecord("matter", "unit", "type", "order", "kind");
            drawn.stream()
                    .sorted(DRAWN)
                    .forEach(d ->
                            csv.writeRecord(d.number(), d.unit(), d.type(), Integer.toString(d.place()), d.kind()));
        });
    }

    private static String file(Consumer<CsvWriter> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
