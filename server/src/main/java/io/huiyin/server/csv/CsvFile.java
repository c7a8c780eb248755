package io.huiyin.server.csv;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file while it is read: its header in our words, then one record after the other, never the whole file. */
final class CsvFile implements AutoCloseable {

    /** Beyond this a quote was never closed and the rest of the file has become one cell. */
    private static final int LONGEST_FIELD = 4_000_000;

    private static final int LONGEST_RECORD = 12_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final Counted bytes;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private final Map<String, Integer> places;
    private long lastLine = 1;

    private CsvFile(ImportOptions options, Importer importer) throws IOException {
        path = options.file;
        bytes = new Counted(Files.newInputStream(path));
        records = reader(Encodings.strict(bytes, options.charset)).iterator();
        CsvRecord first = next();
        if (first == null) throw new UnreadableFile(path + " is empty: the first row must name the columns.");
        header = first.getFields().stream().map(String::strip).toList();
        places = places(importer, options);
    }

    static CsvFile open(ImportOptions options, Importer importer) throws IOException {
        if (!Files.isRegularFile(options.file)) throw new UnreadableFile("There is no file " + options.file + ".");
        Encodings.check(options.file, options.charset);
        return new CsvFile(options, importer);
    }

    /** The next record, or null at the end of the file. */
    @Nullable
    CsvRecord next() {
        try {
            if (!records.hasNext()) return null;
            CsvRecord record = records.next();
            lastLine = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            throw new UnreadableFile(path + ", the row after row " + lastLine
                    + ": a quoted cell is not closed where it should be. Write \" inside a quoted cell as \"\".");
        }
    }

    /** The names of the columns as the file has them. */
    List<String> header() {
        return header;
    }

    /** Where each of our columns stands. */
    Map<String, Integer> places() {
        return places;
    }

    /** Bytes read so far. */
    long position() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static CsvReader<CsvRecord> reader(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text, 1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) reader.unread(first);
        return CsvReader.builder()
                .maxBufferSize(LONGEST_RECORD)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                        CsvRecordHandler.of(
                                handler -> handler.maxFieldSize(LONGEST_FIELD).maxRecordSize(LONGEST_RECORD)),
                        reader);
    }

    private Map<String, Integer> places(Importer importer, ImportOptions options) {
        Map<String, String> map = options.map;
        Set<String> twice = new HashSet<>();
        Map<String, Integer> theirs = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++)
            if (theirs.putIfAbsent(header.get(i), i) != null) twice.add(header.get(i));
        Map<String, Integer> found = new HashMap<>();
        for (String ours : importer.columns()) {
            String name = map.getOrDefault(ours, ours);
            if (twice.contains(name)) throw new UnreadableFile(path + " has the column " + name + " twice.");
            Integer place = theirs.get(name);
            if (place != null) found.put(ours, place);
            else if (map.containsKey(ours))
                throw new UnreadableFile(
                        "--map " + ours + "=" + name + ": " + path + " has no column " + name + ". " + itHas());
        }
        for (String ours : map.keySet())
            if (!importer.columns().contains(ours))
                throw new UnreadableFile("--map " + ours + "=" + map.get(ours) + ": " + importer.kind()
                        + " have no column " + ours + ", but "
                        + importer.columns().stream().sorted().collect(joining(", ")) + ".");
        for (String ours : importer.required().stream().sorted().toList())
            if (!found.containsKey(ours) && !(ours.equals("unit_code") && options.unit != null))
                throw new UnreadableFile(
                        path + " has no column " + ours + ". " + itHas() + " Say which it is: --map " + ours + "=...");
        return found;
    }

    private String itHas() {
        String names = header.stream().limit(60).collect(joining(", "));
        return "It has: " + (names.length() <= 1000 ? names : names.substring(0, 1000) + "...") + ".";
    }

    /** Counts what was read, for the progress bar. */
    private static final class Counted extends java.io.FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) count++;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n > 0) count += n;
            return n;
        }
    }
}
