package io.huiyin.audit;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Named columns and rows of a file, whatever its format. */
interface Table {

    /** Reads all rows of a file: {@code header} is asked for the columns and gives what is done with each row. */
    static void read(Path file, Function<Table, Consumer<Row>> header) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            if (!DictionaryTable.read(file, header)) {
                ParquetTable.read(file, header);
            }
        } else {
            CsvTable.read(file, table -> {
                Consumer<Row> rows = header.apply(table);
                return row -> rows.accept(row);
            });
        }
    }

    /** The file that is read. */
    Path file();

    /** Is there such a column? Its cells are not read. */
    boolean has(String name);

    /** Place of a column that must be there. */
    int column(String name);

    /** Place of a column, or -1. */
    int optional(String name);

    /**
     * Names a set of columns (-1 for one that is not there): what is found out of one row may then be kept for all rows
     * with the same cells in them. A file that cannot tell quickly whether cells are the same keeps nothing.
     */
    default int alike(int... columns) {
        return -1;
    }

    /** What is done with rows, where two may do it side by side, each with rows of its own, and put together what they found. */
    interface Divisible extends Consumer<Row> {
        /** One more that does the same; null when only one may. */
        @Nullable
        Consumer<Row> another();
    }

    /** One row; row 1 is the header, or would be. */
    interface Row {
        /** The cell's text, as it stands; empty when it is missing. */
        String text(int column);

        /** Is the cell missing? */
        boolean isEmpty(int column);

        /** The cell as a whole number from {@code least} to {@code most}. */
        int whole(int column, int least, int most);

        /** The cell's code, which may be empty, by its number among the codes met so far. */
        int code(int column, Codes codes);

        /** What was kept of a row with the same cells in a set of columns ({@link Table#alike}), or -1. */
        default int known(int set) {
            return -1;
        }

        /** Keeps a number, at least 0, for all rows with the same cells in a set of columns. */
        default void learn(int set, int number) {}

        /** Complains about a cell. */
        BadInput bad(int column, String sentence);
    }
}
