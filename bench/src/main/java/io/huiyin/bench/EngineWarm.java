package io.huiyin.bench;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import io.huiyin.audit.Audit;
import io.huiyin.engine.FrameColumns;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The whole of {@code assess} again and again in one process, beside a bare scan of the same columns by a library that
 * is not ours: prints the medians in milliseconds.
 */
final class EngineWarm {
    private static final int ROUNDS = 21;
    /** Those that an assessment reads. */
    private static final String[] COLUMNS = FrameColumns.STRATIFIED.stream()
            .filter(name -> !name.equals("matter") && !name.equals("n_h"))
            .toArray(String[]::new);

    private EngineWarm() {}

    /** The frame in Parquet, then a file to write to. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        double[] assess = new double[ROUNDS];
        double[] scan = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            if (Audit.run(out, out, "assess", arguments[0], "--out", arguments[1]) != 0) {
                System.exit(1);
            }
            assess[i] = (System.nanoTime() - from) / 1e6;
            from = System.nanoTime();
            scan(Path.of(arguments[0]));
            scan[i] = (System.nanoTime() - from) / 1e6;
        }
        out.printf(Locale.ROOT, "%.0f %.0f%n", median(assess), median(scan));
    }

    /** The second half of the rounds, when everything is compiled. */
    private static double median(double[] rounds) {
        double[] late = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
        Arrays.sort(late);
        return late[late.length / 2];
    }

    private static void scan(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                ColumnReaders columns = reader.columnReaders(ColumnProjection.columns(COLUMNS))) {
            while (columns.nextBatch()) {
                for (String name : COLUMNS) {
                    columns.getColumnReader(name).getLeafValidity();
                }
            }
        }
    }
}
