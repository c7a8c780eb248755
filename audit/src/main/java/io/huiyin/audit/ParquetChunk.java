package io.huiyin.audit;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.xerial.snappy.Snappy;

/**
 * One column of a group of rows, as numbers of its dictionary: rows repeat few values, so each value is looked at once
 * and rows are numbers. Values that the file does not keep in a dictionary are put into one here.
 */
final class ParquetChunk {
    /** Stands for a value that is no whole number. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    private static final int LARGE_PAGE = 1 << 27;

    /** This file is written in a way that is left to the general reader. */
    static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusual(String what) {
            super(what);
        }
    }

    private final ParquetFooter.Column column;
    private final ParquetFooter.Chunk chunk;
    private final byte[] raw;
    /** Per row 0 when the cell is missing, else 1 + the number of its value. */
    final int[] ids;

    private int rows;
    /** Of the page at hand 0 for a missing cell, else 1. */
    private int[] marks = {};

    private int size = 1;
    private long[] numbers = {NO_NUMBER};
    private String[] texts = {""};
    private final Map<Object, Integer> met = new HashMap<>();

    private ParquetChunk(ParquetFooter.Column column, ParquetFooter.Chunk chunk, byte[] raw) {
        this.column = column;
        this.chunk = chunk;
        this.raw = raw;
        this.ids = new int[Math.toIntExact(chunk.values())];
    }

    static ParquetChunk read(FileChannel file, ParquetFooter.Column column, ParquetFooter.Chunk chunk)
            throws IOException {
        ParquetChunk read = new ParquetChunk(
                column,
                chunk,
                ParquetFooter.at(file, chunk.offset(), chunk.bytes()).array());
        read.pages();
        return read;
    }

    /** How many values there are, the missing one included. */
    int size() {
        return size;
    }

    /** The whole numbers that the values are, or something negative where one is none. */
    long[] numbers() {
        return numbers;
    }

    /** A value as text. */
    String text(int id) {
        if (texts[id] == null) {
            texts[id] = Long.toString(numbers[id]);
        }
        return texts[id];
    }

    private void pages() throws IOException {
        int at = 0;
        while (rows < ids.length) {
            Thrift description = new Thrift(raw, at);
            Map<Integer, Object> head = description.struct();
            int from = description.at();
            int bytes = (int) Thrift.number(head, 3, 0);
            int plain = (int) Thrift.number(head, 2, 0);
            if (bytes < 0 || plain < 0 || from + (long) bytes > raw.length || from + bytes <= at) {
                throw new IllegalArgumentException("a page of column " + column.name() + " points beyond its end");
            }
            switch ((int) Thrift.number(head, 1, -1)) {
                case 0 -> page(Thrift.struct(head, 5), unpacked(from, bytes, plain));
                case 2 -> dictionary(Thrift.struct(head, 7), unpacked(from, bytes, plain));
                default -> throw new Unusual("a page of another version");
            }
            at = from + bytes;
        }
    }

    private ByteBuffer unpacked(int from, int bytes, int plain) throws IOException {
        if (plain > LARGE_PAGE) {
            throw new Unusual("a very large page");
        }
        byte[] page = new byte[plain];
        switch (chunk.codec()) {
            case 0 -> System.arraycopy(raw, from, page, 0, Math.min(bytes, plain));
            case 1 -> {
                if (Snappy.uncompressedLength(raw, from, bytes) != plain) {
                    throw new IllegalArgumentException("a page of column " + column.name() + " is damaged");
                }
                Snappy.uncompress(raw, from, bytes, page, 0);
            }
            case 2 -> {
                try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw, from, bytes))) {
                    in.readNBytes(page, 0, plain);
                }
            }
            case 6 -> Zstd.decompressByteArray(page, 0, plain, raw, from, bytes);
            default -> throw new Unusual("another codec");
        }
        return ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void dictionary(Map<Integer, Object> head, ByteBuffer page) {
        int values = (int) Thrift.number(head, 1, 0);
        if (size > 1 || values < 0 || values > page.capacity()) {
            throw new IllegalArgumentException("the dictionary of column " + column.name() + " is damaged");
        }
        numbers = Arrays.copyOf(numbers, values + 1);
        texts = Arrays.copyOf(texts, values + 1);
        for (int i = 0; i < values; i++) {
            put(value(page));
        }
    }

    private Object value(ByteBuffer page) {
        return switch (column.type()) {
            case 1 -> (long) page.getInt();
            case 2 -> page.getLong();
            case 4 -> fraction(page.getFloat());
            case 5 -> fraction(page.getDouble());
            case 6 -> {
                int length = page.getInt();
                String text = new String(page.array(), page.position(), length, StandardCharsets.UTF_8);
                page.position(page.position() + length);
                yield text;
            }
            default -> throw new Unusual("values of another type");
        };
    }

    private static Object fraction(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : Double.toString(value);
    }

    private int put(Object value) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            texts = Arrays.copyOf(texts, 2 * size);
        }
        if (value instanceof Long number) {
            numbers[size] = number;
        } else {
            String text = value.toString();
            texts[size] = text;
            numbers[size] = column.type() == 6 ? CsvTable.digits(text) : NO_NUMBER;
        }
        return size++;
    }

    private void page(Map<Integer, Object> head, ByteBuffer page) {
        int values = (int) Thrift.number(head, 1, 0);
        if (values <= 0 || values > ids.length - rows) {
            throw new IllegalArgumentException("a page of column " + column.name() + " claims " + values + " rows");
        }
        int present = column.optional() ? present(page, values) : values;
        switch ((int) Thrift.number(head, 2, -1)) {
            case 2, 8 -> numbered(page, present);
            case 0 -> plain(page, present);
            default -> throw new Unusual("another encoding");
        }
        if (present < values) {
            spread(values, present);
        }
        rows += values;
    }

    /** Marks missing cells by 0 and others by 1, and counts the others. */
    private int present(ByteBuffer page, int values) {
        int length = page.getInt();
        int end = page.position() + length;
        hybrid(page, 1, values);
        page.position(end);
        int present = 0;
        for (int i = rows; i < rows + values; i++) {
            present += ids[i];
        }
        if (present < values) {
            marks = Arrays.copyOfRange(ids, rows, rows + values);
        }
        return present;
    }

    /** Moves the values of the present cells to their rows. */
    private void spread(int values, int present) {
        int from = rows + present;
        for (int i = values - 1; i >= 0; i--) {
            ids[rows + i] = marks[i] == 0 ? 0 : ids[--from];
        }
    }

    private void numbered(ByteBuffer page, int present) {
        if (present == 0) {
            return;
        }
        int width = page.get();
        if (width < 0 || width > 31) {
            throw new IllegalArgumentException("a page of column " + column.name() + " is damaged");
        }
        hybrid(page, width, present);
        for (int i = rows; i < rows + present; i++) {
            if (++ids[i] >= size) {
                throw new IllegalArgumentException("a page of column " + column.name() + " is damaged");
            }
        }
    }

    private void plain(ByteBuffer page, int present) {
        for (int i = 0; i < present; i++) {
            Object value =
                    column.type() == 0 ? (Object) (long) (page.get(page.position() + i / 8) >> i % 8 & 1) : value(page);
            Integer known = met.get(value);
            if (known == null) {
                known = put(value);
                met.put(value, known);
            }
            ids[rows + i] = known;
        }
    }

    /** Runs of one number and groups of eight packed ones in turn, as Parquet's RLE encoding has them, into the rows. */
    private void hybrid(ByteBuffer page, int width, int values) {
        byte[] bytes = page.array();
        int at = page.position();
        int to = rows + values;
        for (int row = rows; row < to; ) {
            int head = 0;
            int shift = 0;
            for (; bytes[at] < 0; shift += 7) {
                head |= (bytes[at++] & 127) << shift;
            }
            head |= bytes[at++] << shift;
            int run = head >>> 1;
            if (run == 0) {
                throw new IllegalArgumentException("a page of column " + column.name() + " is damaged");
            }
            if ((head & 1) == 0) {
                int value = 0;
                for (int i = 0; i < width; i += 8) {
                    value |= (bytes[at++] & 255) << i;
                }
                int end = Math.min(to, row + run);
                Arrays.fill(ids, row, end, value);
                row = end;
            } else {
                int end = (int) Math.min(to, row + 8L * run);
                unpack(bytes, at, width, row, end);
                at += run * width;
                row = end;
            }
        }
    }

    private void unpack(byte[] bytes, int from, int width, int row, int end) {
        int at = from;
        long held = 0;
        int bits = 0;
        long mask = (1L << width) - 1;
        for (int i = row; i < end; i++) {
            while (bits < width) {
                held |= (bytes[at++] & 255L) << bits;
                bits += 8;
            }
            ids[i] = (int) (held & mask);
            held >>>= width;
            bits -= width;
        }
    }
}
