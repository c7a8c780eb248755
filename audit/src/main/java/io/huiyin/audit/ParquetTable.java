package io.huiyin.audit;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A Parquet file, column by column; only the columns that are asked for are read. */
final class ParquetTable implements Table {
    /** The library tells at level INFO which instructions it uses; held, because loggers are forgotten otherwise. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private final Path file;
    private final List<String> names = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private ParquetTable(Path file, ParquetFileReader reader) {
        this.file = file;
        for (int i = 0; i < reader.getFileSchema().getColumnCount(); i++) {
            names.add(reader.getFileSchema().getColumn(i).fieldPath().toString());
        }
    }

    /** Reads all rows, as {@link Table#read}. */
    static void read(Path file, Function<Table, Consumer<Row>> header) {
        if (!Files.exists(file)) {
            throw new BadInput(file, "there is no such file");
        }
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
            ParquetTable table = new ParquetTable(file, reader);
            table.forEach(reader, header.apply(table));
        } catch (BadInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BadInput(file, "not readable as Parquet: " + e.getMessage());
        }
    }

    private void forEach(ParquetFileReader reader, Consumer<Row> action) {
        ColumnProjection projection = ColumnProjection.columns(asked.toArray(String[]::new));
        try (ColumnReaders columns = reader.columnReaders(projection);
                Progress progress = new Progress("rows")) {
            Batch batch = new Batch(columns);
            while (columns.nextBatch()) {
                batch.next(columns.getRecordCount());
                for (batch.row = 0; batch.row < batch.size; batch.row++) {
                    action.accept(batch);
                }
                batch.before += batch.size;
                progress.at(batch.before);
            }
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean has(String name) {
        return !named(name).isEmpty();
    }

    /** The file's name for a column, or empty text. DuckDB, to which N_h and n_h are one name, writes the second as n_h_1. */
    private String named(String name) {
        return named(names, name);
    }

    static String named(List<String> names, String name) {
        if (names.contains(name)) {
            return name;
        }
        boolean twin = names.stream().anyMatch(other -> other.equalsIgnoreCase(name));
        return twin && names.contains(name + "_1") ? name + "_1" : "";
    }

    @Override
    public int column(String name) {
        int place = optional(name);
        if (place < 0) {
            throw new BadInput(file, 1, name, "the column is missing");
        }
        return place;
    }

    @Override
    public int optional(String name) {
        String named = named(name);
        if (named.isEmpty()) {
            return -1;
        }
        if (!asked.contains(named)) {
            asked.add(named);
        }
        return asked.indexOf(named);
    }

    /** One column of the batch at hand, in the form in which the file has it. */
    private static final class Cells {
        private static final long MISSING = Long.MIN_VALUE;

        final ColumnReader reader;
        final ColumnSchema schema;
        long[] whole = new long[0];
        int @org.jspecify.annotations.Nullable [] ints;
        byte[] bytes = new byte[0];
        int[] offsets = new int[0];
        double[] fractions = new double[0];
        Validity validity = Validity.NO_NULLS;
        boolean hasNulls;

        Cells(ColumnReader reader) {
            this.reader = reader;
            this.schema = reader.getColumnSchema();
        }

        void next() {
            validity = reader.getLeafValidity();
            hasNulls = validity.hasNulls();
            switch (schema.type()) {
                case INT32 -> ints = reader.getInts();
                case INT64 -> whole = reader.getLongs();
                case DOUBLE -> fractions = reader.getDoubles();
                case FLOAT -> {
                    float[] floats = reader.getFloats();
                    fractions = new double[floats.length];
                    for (int i = 0; i < floats.length; i++) {
                        fractions[i] = floats[i];
                    }
                }
                case BOOLEAN -> {
                    boolean[] truths = reader.getBooleans();
                    whole = new long[truths.length];
                    for (int i = 0; i < truths.length; i++) {
                        whole[i] = truths[i] ? 1 : 0;
                    }
                }
                case BYTE_ARRAY -> {
                    bytes = reader.getBinaryValues();
                    offsets = reader.getBinaryOffsets();
                }
                default ->
                    throw new IllegalArgumentException(
                            "column " + schema.name() + " is of a type that no frame has: " + schema.type());
            }
        }

        boolean isNull(int row) {
            return hasNulls && validity.isNull(row);
        }

        boolean isText() {
            return offsets.length > 0;
        }

        /** The whole number of a cell, or {@link #MISSING} when it is none. */
        long number(int row) {
            if (ints != null) {
                return ints[row];
            }
            if (whole.length > 0) {
                return whole[row];
            }
            if (fractions.length > 0) {
                return fractions[row] == Math.rint(fractions[row]) ? (long) fractions[row] : MISSING;
            }
            return MISSING;
        }

        String text(int row) {
            if (isText()) {
                return new String(bytes, offsets[row], offsets[row + 1] - offsets[row], StandardCharsets.UTF_8);
            }
            long number = number(row);
            return number == MISSING ? Double.toString(fractions[row]) : Long.toString(number);
        }
    }

    /** A batch of rows, standing at one of them. */
    private final class Batch implements Row {
        private final Cells[] cells;
        private int size;
        private int row;
        private long before;

        Batch(ColumnReaders columns) {
            cells = new Cells[asked.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new Cells(columns.getColumnReader(asked.get(i)));
            }
        }

        void next(int rows) {
            size = rows;
            for (Cells column : cells) {
                column.next();
            }
        }

        @Override
        public String text(int column) {
            return cells[column].isNull(row) ? "" : cells[column].text(row);
        }

        @Override
        public boolean isEmpty(int column) {
            return cells[column].isNull(row)
                    || cells[column].isText() && cells[column].offsets[row] == cells[column].offsets[row + 1];
        }

        @Override
        public int whole(int column, int least, int most) {
            Cells cell = cells[column];
            if (!cell.isNull(row)) {
                long value = cell.isText() ? CsvTable.digits(cell.text(row)) : cell.number(row);
                if (value >= least && value <= most) {
                    return (int) value;
                }
            }
            throw bad(column, "'" + text(column) + "' is not a whole number from " + least + " to " + most);
        }

        @Override
        public int code(int column, Codes codes) {
            Cells cell = cells[column];
            if (cell.isNull(row)) {
                return codes.of("");
            }
            long number = cell.isText() ? Cells.MISSING : cell.number(row);
            return number == Cells.MISSING ? codes.of(cell.text(row)) : codes.of(number);
        }

        @Override
        public BadInput bad(int column, String sentence) {
            return new BadInput(file, before + row + 2, asked.get(column), sentence);
        }
    }
}
