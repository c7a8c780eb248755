package io.huiyin.bench;

import io.huiyin.engine.FrameColumns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Writes a frame of any number of made-up matters, with a drawn fiftieth of every stratum, as CSV or Parquet. */
final class FrameFile {
    private static final List<String> COLUMNS = FrameColumns.STRATIFIED;

    private final Population year;
    private final UniformRandomProvider rng = County.random(77);
    private final int[] matters;
    private final int[] drawn;
    private final byte[] sampled;

    private FrameFile(int rows) {
        Recipe recipe = new Recipe("frame", rows, 0, .25, .2, 0, 0, new Recipe.Ratings(.2, 0, 0), false);
        year = new County(recipe, 1).year(1);
        matters = new int[County.UNITS * County.TYPES];
        drawn = new int[matters.length];
        sampled = new byte[year.size()];
        draw();
    }

    /** Rows, then the file, which ends in .csv, .csv.gz or .parquet. */
    public static void main(String[] arguments) throws IOException {
        FrameFile frame = new FrameFile(Integer.parseInt(arguments[0]));
        Path file = Path.of(arguments[1]);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (arguments[1].endsWith(".parquet")) {
                frame.parquet(out);
            } else {
                frame.csv(arguments[1].endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out);
            }
        }
    }

    private int stratum(int i) {
        return year.unit[i] * County.TYPES + year.type[i];
    }

    /** Of every stratum a fiftieth, at least two, by selection in one pass. */
    private void draw() {
        for (int i = 0; i < year.size(); i++) {
            matters[stratum(i)]++;
        }
        for (int h = 0; h < matters.length; h++) {
            drawn[h] = Math.min(matters[h], Math.max(2, Math.round(matters[h] / 50f)));
        }
        int[] left = matters.clone();
        int[] need = drawn.clone();
        for (int i = 0; i < year.size(); i++) {
            int h = stratum(i);
            boolean takes = rng.nextInt(left[h]--) < need[h];
            need[h] -= takes ? 1 : 0;
            sampled[i] = (byte) (takes ? 1 : 0);
        }
    }

    /** The cells of one row; 0 in x and y stands for a missing one. */
    private void row(int i, int[] cells) {
        int h = stratum(i);
        cells[0] = i + 1;
        cells[1] = 1 + year.unit[i];
        cells[2] = 1 + year.section[i];
        cells[4] = 1 + 7 * year.section[i] + (int) ((i * 2654435761L >>> 12) % 7);
        cells[3] = 1 + cells[4] / 3;
        cells[5] = 1 + year.type[i];
        cells[6] = 1 + rng.nextInt(4);
        cells[7] = 1 + rng.nextInt(3);
        cells[8] = 1 + rng.nextInt(4);
        cells[9] = year.rating[i] > 0 ? 1 : 0;
        cells[10] = year.rating[i];
        cells[11] = matters[h];
        cells[12] = drawn[h];
        cells[13] = sampled[i];
        cells[14] = sampled[i];
        cells[15] = sampled[i] * year.answer[i];
    }

    private void csv(OutputStream plain) throws IOException {
        int[] cells = new int[COLUMNS.size()];
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(plain, StandardCharsets.UTF_8), 1 << 16)) {
            out.write(String.join(",", COLUMNS) + "\n");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < year.size(); i++) {
                row(i, cells);
                line.setLength(0);
                for (int c = 0; c < cells.length; c++) {
                    line.append(c == 0 ? "" : ",");
                    if (cells[c] > 0 || c != 10 && c != 15) {
                        line.append(cells[c]);
                    }
                }
                out.append(line.append('\n'));
            }
        }
    }

    private void parquet(OutputStream out) throws IOException {
        int[][] columns = new int[COLUMNS.size()][ParquetOutput.GROUP];
        int[] cells = new int[COLUMNS.size()];
        ParquetOutput file = new ParquetOutput(out, COLUMNS, List.of("x", "y"));
        int rows = 0;
        for (int i = 0; i < year.size(); i++) {
            row(i, cells);
            for (int c = 0; c < cells.length; c++) {
                columns[c][rows] = cells[c];
            }
            if (++rows == ParquetOutput.GROUP || i == year.size() - 1) {
                file.group(columns, rows);
                rows = 0;
            }
        }
        file.end();
    }
}
