package io.huiyin.server.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code FILE.rejected.csv}: the rejected rows as they were, with the reasons in a last column; none, no file. */
final class RejectedRows implements AutoCloseable {

    private final Path path;
    private final Charset charset;
    private final List<String> header;
    private @Nullable CsvWriter writer;

    RejectedRows(Path file, Charset charset, List<String> header) throws IOException {
        this.path = beside(file);
        this.charset = charset;
        this.header = header;
        Files.deleteIfExists(path);
    }

    void add(CsvRecord record, String reasons) throws IOException {
        if (writer == null) {
            writer = CsvWriter.builder().build(path, charset);
            writer.writeRecord(with(header, "reason"));
        }
        writer.writeRecord(with(record.getFields(), reasons));
    }

    /** Where the rejected rows stand, or null when there are none. */
    @Nullable
    Path path() {
        return writer == null ? null : path;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) writer.close();
    }

    /** Beside the file; in the working folder when the file's own folder may not be written to. */
    private static Path beside(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?i)\\.csv$", "") + ".rejected.csv";
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) ? file.resolveSibling(name) : Path.of(name);
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> longer = new ArrayList<>(cells);
        longer.add(last);
        return longer;
    }
}
