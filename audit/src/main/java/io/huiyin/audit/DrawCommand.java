package io.huiyin.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huiyin.engine.CodeOrder;
import io.huiyin.engine.Draw;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Repeats a draw from frame, seed and sizes. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        description = "Repeats a draw: in each stratum the matters with the smallest HMAC-SHA256 under the seed.")
final class DrawCommand implements Callable<Integer> {
    private static final Comparator<List<String>> ORDER = DrawCommand::compare;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FRAME.csv[.gz]", description = "Has the column matter and those of --strata.")
    private Path frame = Path.of("");

    @Option(
            names = "--strata",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that make a stratum, as unit,type.")
    private List<String> strata = List.of();

    @Option(names = "--seed", required = true, paramLabel = "HEX", description = "The seed, in hex.")
    private String seed = "";

    @Option(
            names = "--sizes",
            required = true,
            paramLabel = "SIZES.csv",
            description = "The strata's columns, n and reserve; strata that are not listed are not drawn from.")
    private Path sizes = Path.of("");

    @Option(names = "--out", paramLabel = "F", description = "Write to a file instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        SortedMap<List<String>, Draw.Lot> lots = lots(draw());
        CsvTable.read(frame, table -> offer(table, lots));
        Output.write(csv(lots), out, spec.commandLine().getOut());
        return 0;
    }

    private Draw draw() {
        try {
            return Draw.bySeed(seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--seed: " + e.getMessage());
        }
    }

    private SortedMap<List<String>, Draw.Lot> lots(Draw draw) {
        SortedMap<List<String>, Draw.Lot> lots = new TreeMap<>(ORDER);
        CsvTable.read(sizes, table -> {
            int[] columns = columns(table);
            int n = table.column("n");
            int reserve = table.column("reserve");
            return row -> {
                Draw.Size size =
                        new Draw.Size(row.whole(n, 0, Integer.MAX_VALUE), row.whole(reserve, 0, Integer.MAX_VALUE));
                if (lots.put(key(row, columns), draw.lot(size)) != null) {
                    throw row.bad(columns[0], "the stratum stands twice");
                }
            };
        });
        return lots;
    }

    private Consumer<CsvTable.Row> offer(CsvTable table, SortedMap<List<String>, Draw.Lot> lots) {
        int[] columns = columns(table);
        int matter = table.column("matter");
        Map<List<String>, Draw.Lot> fast = new HashMap<>(lots);
        return row -> {
            String number = row.code(matter);
            Draw.Lot lot = fast.get(key(row, columns));
            if (lot != null) {
                lot.offer(number);
            }
        };
    }

    private String csv(SortedMap<List<String>, Draw.Lot> lots) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(line("matter", strata, "order", "kind"));
            lots.forEach((stratum, lot) -> drawn(stratum, lot)
                    .forEach(d -> csv.writeRecord(line(
                            d.matter(), stratum, Integer.toString(d.order()), d.reserve() ? "reserve" : "sample"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<Draw.Drawn> drawn(List<String> stratum, Draw.Lot lot) {
        try {
            return lot.drawn();
        } catch (IllegalStateException e) {
            throw new BadInput(
                    frame, String.join(",", strata) + " = " + String.join(",", stratum) + ": " + e.getMessage());
        }
    }

    private int[] columns(CsvTable table) {
        return strata.stream().mapToInt(table::column).toArray();
    }

    private static List<String> key(CsvTable.Row row, int[] columns) {
        List<String> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            key.add(row.code(column));
        }
        return key;
    }

    private static List<String> line(String first, List<String> middle, String order, String kind) {
        List<String> line = new ArrayList<>();
        line.add(first);
        line.addAll(middle);
        line.add(order);
        line.add(kind);
        return line;
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = CodeOrder.COMPARATOR.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
