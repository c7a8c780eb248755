package io.huiyin.audit;

import io.huiyin.engine.Cells;
import io.huiyin.engine.Stratum;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads an assessment's frame (抽样框): one row a matter, into cells.
 *
 * <p>Needs the columns {@code matter,unit,type,x,N_h,n_h,sampled,resp,y}; takes {@code rated}, {@code period},
 * {@code kind} and {@code contact} when they are there, and checks that N_h and n_h are what the rows say.
 */
final class FrameReader implements Consumer<CsvTable.Row> {
    private final Path file;
    private final int matter;
    private final int unit;
    private final int type;
    private final int rated;
    private final int x;
    private final int matters;
    private final int drawn;
    private final int sampled;
    private final int resp;
    private final int y;
    private final int period;
    private final int kind;
    private final int contact;
    private final Map<Stratum, StratumRows> strata = new HashMap<>();

    /** What the rows of one stratum add up to. */
    private static final class StratumRows {
        final long[] cells = new long[36];
        final int statedMatters;
        final int statedDrawn;
        final String kind;
        long rows;
        long sampled;
        long usable;

        StratumRows(int statedMatters, int statedDrawn, String kind) {
            this.statedMatters = statedMatters;
            this.statedDrawn = statedDrawn;
            this.kind = kind;
        }
    }

    private FrameReader(CsvTable table) {
        file = table.file();
        if (table.optional("N_h") < 0 && table.optional("M_u") >= 0) {
            throw new BadInput(file, 1, "N_h", "the column is missing: two-stage frames cannot be assessed yet");
        }
        matter = table.column("matter");
        unit = table.column("unit");
        type = table.column("type");
        rated = table.optional("rated");
        x = table.column("x");
        matters = table.column("N_h");
        drawn = table.column("n_h");
        sampled = table.column("sampled");
        resp = table.column("resp");
        y = table.column("y");
        period = table.optional("period");
        kind = table.optional("kind");
        contact = table.optional("contact");
    }

    /** The cells of a frame file. */
    static Cells cells(Path file) {
        FrameReader[] reader = new FrameReader[1];
        CsvTable.read(file, table -> reader[0] = new FrameReader(table));
        return reader[0].cells();
    }

    @Override
    public void accept(CsvTable.Row row) {
        row.code(matter);
        Stratum stratum = new Stratum(period < 0 ? "" : row.code(period), row.code(unit), row.code(type));
        StratumRows rows = strata.get(stratum);
        if (rows == null) {
            rows = new StratumRows(
                    row.whole(matters, 1, Integer.MAX_VALUE), row.whole(drawn, 0, Integer.MAX_VALUE), kind(row));
            strata.put(stratum, rows);
        }
        check(row, rows);
        boolean isDrawn = row.whole(sampled, 0, 1) == 1;
        rows.rows++;
        rows.cells[6 * ratingClass(row) + answer(row, isDrawn)]++;
        rows.sampled += isDrawn ? 1 : 0;
        rows.usable += contact < 0 ? 0 : row.whole(contact, 0, 1);
    }

    private void check(CsvTable.Row row, StratumRows rows) {
        if (row.whole(matters, 1, Integer.MAX_VALUE) != rows.statedMatters) {
            throw row.bad(matters, "the stratum has N_h " + rows.statedMatters + " above, here " + row.text(matters));
        }
        if (row.whole(drawn, 0, Integer.MAX_VALUE) != rows.statedDrawn) {
            throw row.bad(drawn, "the stratum has n_h " + rows.statedDrawn + " above, here " + row.text(drawn));
        }
        if (rows.statedDrawn > rows.statedMatters) {
            throw row.bad(drawn, "n_h " + rows.statedDrawn + " is more than N_h " + rows.statedMatters);
        }
        if (!kind(row).equals(rows.kind)) {
            throw row.bad(kind, "the unit is of kind '" + rows.kind + "' above, here '" + kind(row) + "'");
        }
    }

    private String kind(CsvTable.Row row) {
        return kind < 0 ? "" : row.text(kind);
    }

    private int ratingClass(CsvTable.Row row) {
        int value = row.text(x).isEmpty() ? 0 : row.whole(x, 1, 5);
        if (rated >= 0 && row.whole(rated, 0, 1) == 0 && value > 0) {
            throw row.bad(x, "the matter has a rating but 'rated' is 0");
        }
        return value;
    }

    private int answer(CsvTable.Row row, boolean isDrawn) {
        if (row.whole(resp, 0, 1) == 0) {
            if (!row.text(y).isEmpty()) {
                throw row.bad(y, "the matter has an answer but 'resp' is 0");
            }
            return 0;
        }
        if (!isDrawn) {
            throw row.bad(resp, "the matter was interviewed but not drawn");
        }
        return row.whole(y, 1, 5);
    }

    private Cells cells() {
        if (strata.isEmpty()) {
            throw new BadInput(file, "there is no row below the header");
        }
        Cells cells = new Cells();
        strata.forEach((stratum, rows) -> {
            check(stratum, "N_h", rows.statedMatters, rows.rows, "rows");
            check(stratum, "n_h", rows.statedDrawn, rows.sampled, "drawn rows");
            add(cells, stratum, rows);
        });
        return cells;
    }

    private void check(Stratum stratum, String column, long stated, long found, String what) {
        if (stated != found) {
            throw new BadInput(
                    file,
                    "column " + column + ": " + stratum + " says " + stated + ", the file has " + found + " " + what
                            + "; is it whole?");
        }
    }

    private void add(Cells cells, Stratum stratum, StratumRows rows) {
        for (int cell = 0; cell < rows.cells.length; cell++) {
            if (rows.cells[cell] > 0) {
                cells.add(stratum, cell / 6, cell % 6, rows.cells[cell]);
            }
        }
        cells.drawn(stratum, rows.sampled);
        if (contact >= 0) {
            cells.contacts(stratum.unit(), rows.rows, rows.usable);
        }
        if (kind >= 0) {
            try {
                cells.kind(stratum.unit(), rows.kind);
            } catch (IllegalArgumentException e) {
                throw new BadInput(file, "column kind: " + e.getMessage());
            }
        }
    }
}
