package io.huiyin.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A CSV file in UTF-8 with a header row, plain or gzipped, read once from beginning to end. */
final class CsvTable implements Table, AutoCloseable {
    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private CsvTable(Path file, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
        this.header = records.hasNext()
                ? records.next().getFields().stream()
                        .map(name -> name.startsWith("\uFEFF") ? name.substring(1) : name)
                        .toList()
                : List.of();
    }

    /** Reads all rows of a file: {@code header} is asked for the columns and gives what is done with each row. */
    static void read(Path file, java.util.function.Function<CsvTable, Consumer<Row>> header) {
        try (CsvTable table = open(file)) {
            table.forEach(header.apply(table));
        } catch (NoSuchFileException e) {
            throw new BadInput(file, "there is no such file");
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException cause
                    ? unreadable(file, cause)
                    : new BadInput(file, "not readable as CSV: " + e.getMessage());
        }
    }

    private static CsvTable open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            InputStream plain = gzipped ? new GZIPInputStream(in, 1 << 16) : in;
            return new CsvTable(
                    file,
                    CsvReader.builder()
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .ofCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder())));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static BadInput unreadable(Path file, IOException e) {
        return switch (e) {
            case CharacterCodingException bad -> new BadInput(file, "the text is not UTF-8");
            case java.io.EOFException bad -> new BadInput(file, "the file ends in the middle");
            case java.util.zip.ZipException bad -> new BadInput(file, "the gzip data is damaged");
            default -> new BadInput(file, "cannot be read: " + e.getMessage());
        };
    }

    @Override
    public Path file() {
        return file;
    }

    /** The names of the columns. */
    List<String> header() {
        return header;
    }

    @Override
    public boolean has(String name) {
        return optional(name) >= 0;
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
        int place = header.indexOf(name);
        if (place != header.lastIndexOf(name)) {
            throw new BadInput(file, 1, name, "the column stands twice");
        }
        return place;
    }

    private void forEach(Consumer<Row> action) {
        Row row = new Row();
        try (Progress progress = new Progress("rows")) {
            while (records.hasNext()) {
                row.fields = records.next();
                row.number++;
                if (row.fields.getFieldCount() != header.size()) {
                    throw new BadInput(
                            file,
                            row.number,
                            header.get(Math.min(row.fields.getFieldCount(), header.size()) - 1),
                            "the row has " + row.fields.getFieldCount() + " fields, the header " + header.size());
                }
                action.accept(row);
                progress.at(row.number - 1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The row being read; row 1 is the header. */
    final class Row implements Table.Row {
        private @org.jspecify.annotations.Nullable CsvRecord fields;
        private long number = 1;

        @Override
        public String text(int column) {
            if (fields == null) {
                throw new IllegalStateException("no row was read yet");
            }
            return fields.getField(column);
        }

        /** The cell's text, which must not be empty. */
        String code(int column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw bad(column, "the cell is empty");
            }
            return text;
        }

        @Override
        public boolean isEmpty(int column) {
            return text(column).isEmpty();
        }

        @Override
        public int code(int column, Codes codes) {
            return codes.of(text(column));
        }

        @Override
        public int whole(int column, int least, int most) {
            String text = text(column);
            int value = digits(text);
            if (value < least || value > most) {
                throw bad(column, "'" + text + "' is not a whole number from " + least + " to " + most);
            }
            return value;
        }

        @Override
        public BadInput bad(int column, String sentence) {
            return new BadInput(file, number, header.get(column), sentence);
        }
    }

    /** A number of up to nine digits, or -1. */
    static int digits(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
