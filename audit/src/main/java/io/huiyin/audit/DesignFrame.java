package io.huiyin.audit;

import io.huiyin.engine.Cells;
import io.huiyin.engine.Stratum;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a frame to draw from: {@code matter,unit,type} and, where there is one, {@code period}. A frame that has all the
 * columns of an assessment is read as one, so that its interviews tell the spread.
 */
final class DesignFrame implements Consumer<Table.Row> {
    private static final List<String> ASSESSED = List.of("x", "N_h", "n_h", "sampled", "resp", "y");

    private final Path file;
    private final int period;
    private final int unit;
    private final int type;
    private final Map<Stratum, long[]> strata = new HashMap<>();

    private DesignFrame(Table table) {
        file = table.file();
        table.column("matter");
        unit = table.column("unit");
        type = table.column("type");
        period = table.optional("period");
    }

    /** The cells of a frame, with interviews or without. */
    static Cells cells(Path file) {
        Supplier<?>[] cells = new Supplier<?>[1];
        Table.read(file, table -> {
            if (table.has("M_u")) {
                throw new BadInput(file, 1, "M_u", "sizes are computed for stratified frames only, not for sections");
            }
            if (ASSESSED.stream().allMatch(table::has)) {
                FrameReader reader = FrameReader.of(table);
                cells[0] = reader::cells;
                return reader;
            }
            DesignFrame reader = new DesignFrame(table);
            cells[0] = reader::cells;
            return reader;
        });
        return (Cells) cells[0].get();
    }

    @Override
    public void accept(Table.Row row) {
        Stratum stratum =
                new Stratum(period < 0 ? "" : notEmpty(row, period), notEmpty(row, unit), notEmpty(row, type));
        strata.computeIfAbsent(stratum, s -> new long[1])[0]++;
    }

    private static String notEmpty(Table.Row row, int column) {
        if (row.isEmpty(column)) {
            throw row.bad(column, "the cell is empty");
        }
        return row.text(column);
    }

    private Cells cells() {
        if (strata.isEmpty()) {
            throw new BadInput(file, "there is no row below the header");
        }
        Cells cells = new Cells();
        strata.forEach((stratum, matters) -> cells.add(stratum, 0, 0, matters[0]));
        return cells;
    }
}
