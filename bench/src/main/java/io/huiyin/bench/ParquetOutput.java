package io.huiyin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The least of Parquet that is still Parquet: whole numbers in dictionaries, not compressed (parquet.thrift). */
final class ParquetOutput {
    static final int GROUP = 122_880;
    private static final int INT32 = 1;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;

    private final OutputStream out;
    private final List<String> names;
    private final List<String> optional;
    private final Compact groups = new Compact();
    private int groupCount;
    private long rows;
    private long position;

    ParquetOutput(OutputStream out, List<String> names, List<String> optional) throws IOException {
        this.out = out;
        this.names = names;
        this.optional = optional;
        write("PAR1".getBytes(StandardCharsets.US_ASCII));
    }

    /** Numbers in Thrift's compact protocol. */
    private static final class Compact {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Compact varint(long value) {
            long left = value;
            for (; left >>> 7 != 0; left >>>= 7) {
                bytes.write((int) (left & 127 | 128));
            }
            bytes.write((int) left);
            return this;
        }

        /** A field that is {@code step} beyond the one before; types: 5 i32, 6 i64, 8 text, 9 list, 12 structure. */
        Compact field(int step, int type) {
            bytes.write(step << 4 | type);
            return this;
        }

        Compact number(int step, int type, long value) {
            return field(step, type).varint(value << 1 ^ value >> 63);
        }

        Compact text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            varint(utf8.length);
            bytes.writeBytes(utf8);
            return this;
        }

        Compact list(int size, int type) {
            bytes.write(15 << 4 | type);
            return varint(size);
        }

        Compact end() {
            bytes.write(0);
            return this;
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /** Writes the first rows of the columns as one group; 0 is missing in optional columns. */
    void group(int[][] columns, int size) throws IOException {
        long before = position;
        groups.field(1, 9).list(columns.length, 12);
        for (int c = 0; c < columns.length; c++) {
            column(names.get(c), columns[c], size);
        }
        groups.number(1, 6, position - before).number(1, 6, size).end();
        groupCount++;
        rows += size;
    }

    private void column(String name, int[] cells, int size) throws IOException {
        boolean mayMiss = optional.contains(name);
        Map<Integer, Integer> numbers = new HashMap<>();
        ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
        int[] ids = new int[size];
        int present = 0;
        for (int i = 0; i < size; i++) {
            if (!mayMiss || cells[i] != 0) {
                Integer id = numbers.putIfAbsent(cells[i], numbers.size());
                if (id == null) {
                    dictionary.writeBytes(little(cells[i]));
                    id = numbers.size() - 1;
                }
                ids[present++] = id;
            }
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        if (mayMiss) {
            int[] marks = new int[size];
            for (int i = 0; i < size; i++) {
                marks[i] = cells[i] == 0 ? 0 : 1;
            }
            byte[] packed = packed(marks, size, 1);
            page.writeBytes(little(packed.length));
            page.writeBytes(packed);
        }
        int width = 32 - Integer.numberOfLeadingZeros(Math.max(0, numbers.size() - 1));
        page.write(width);
        page.writeBytes(packed(ids, present, width));
        long first = position;
        page(2, numbers.size(), PLAIN, dictionary.toByteArray());
        long second = position;
        page(0, size, RLE_DICTIONARY, page.toByteArray());
        groups.number(2, 6, first).field(1, 12); // file_offset, meta_data
        groups.number(1, 5, INT32).field(1, 9).list(3, 5);
        groups.varint(PLAIN << 1).varint(RLE << 1).varint(RLE_DICTIONARY << 1);
        groups.field(1, 9).list(1, 8).text(name);
        groups.number(1, 5, 0).number(1, 6, size).number(1, 6, position - first).number(1, 6, position - first);
        groups.number(2, 6, second).number(2, 6, first).end().end();
    }

    private void page(int kind, int values, int encoding, byte[] content) throws IOException {
        Compact head =
                new Compact().number(1, 5, kind).number(1, 5, content.length).number(1, 5, content.length);
        if (kind == 2) {
            head.field(4, 12).number(1, 5, values).number(1, 5, encoding).end();
        } else {
            head.field(2, 12)
                    .number(1, 5, values)
                    .number(1, 5, encoding)
                    .number(1, 5, RLE)
                    .number(1, 5, RLE)
                    .end();
        }
        write(head.end().bytes.toByteArray());
        write(content);
    }

    private static byte[] little(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    /** All values as packed groups of eight. */
    private static byte[] packed(int[] values, int size, int width) {
        int eights = (size + 7) / 8;
        Compact run = new Compact().varint((long) eights << 1 | 1);
        long held = 0;
        int bits = 0;
        for (int i = 0; i < 8 * eights; i++) {
            held |= (i < size ? (long) values[i] : 0) << bits;
            for (bits += width; bits >= 8; bits -= 8) {
                run.bytes.write((int) held);
                held >>>= 8;
            }
        }
        return run.bytes.toByteArray();
    }

    /** Writes what the file says of itself. */
    void end() throws IOException {
        Compact footer = new Compact().number(1, 5, 1).field(1, 9).list(names.size() + 1, 12);
        footer.field(4, 8).text("frame").number(1, 5, names.size()).end();
        for (String name : names) {
            footer.number(1, 5, INT32).number(2, 5, optional.contains(name) ? 1 : 0);
            footer.field(1, 8).text(name).end();
        }
        footer.number(1, 6, rows).field(1, 9).list(groupCount, 12);
        footer.bytes.writeBytes(groups.bytes.toByteArray());
        byte[] told = footer.end().bytes.toByteArray();
        write(told);
        write(little(told.length));
        write("PAR1".getBytes(StandardCharsets.US_ASCII));
    }
}
