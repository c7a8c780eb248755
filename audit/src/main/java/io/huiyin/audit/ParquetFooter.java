package io.huiyin.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a Parquet file says of itself at its end, as far as flat tables need it (format: github.com/apache/parquet-format,
 * parquet.thrift).
 *
 * @param columns in the file's order
 * @param groups of rows
 */
record ParquetFooter(List<Column> columns, List<Group> groups) {
    private static final int MAGIC = ByteBuffer.wrap("PAR1".getBytes(StandardCharsets.US_ASCII))
            .order(ByteOrder.LITTLE_ENDIAN)
            .getInt();

    /**
     * A column.
     *
     * @param type physical type: 0 boolean, 1 int32, 2 int64, 4 float, 5 double, 6 bytes
     * @param optional may cells be missing?
     * @param plain is a whole number just that, and bytes text? Dates and the like are not
     */
    record Column(String name, int type, boolean optional, boolean plain) {}

    /** Rows with their column chunks. */
    record Group(long rows, List<Chunk> chunks) {}

    /** Where the pages of one column of one group stand. */
    record Chunk(long offset, long bytes, long values, int codec) {}

    /** Reads the footer, or says in an exception why this file is not for here. */
    static ParquetFooter read(FileChannel file) throws IOException {
        long size = file.size();
        if (size < 12) {
            throw new IllegalArgumentException("the file is too short");
        }
        ByteBuffer end = at(file, size - 8, 8);
        int length = end.getInt(0);
        if (end.getInt(4) != MAGIC || length < 0 || length > size - 12) {
            throw new IllegalArgumentException("the file has no footer; is it whole?");
        }
        return of(new Thrift(at(file, size - 8 - length, length).array(), 0).struct());
    }

    private static ParquetFooter of(Map<Integer, Object> footer) {
        List<Column> columns = new ArrayList<>();
        List<Map<Integer, Object>> elements = Thrift.structs(footer, 2);
        for (Map<Integer, Object> element : elements.subList(1, elements.size())) {
            columns.add(new Column(
                    Thrift.text(element, 4),
                    element.containsKey(5) ? -1 : (int) Thrift.number(element, 1, -1),
                    Thrift.number(element, 3, 0) == 1,
                    plain(element)));
        }
        List<Group> groups = new ArrayList<>();
        for (Map<Integer, Object> group : Thrift.structs(footer, 4)) {
            List<Chunk> chunks = Thrift.structs(group, 1).stream()
                    .map(chunk -> chunk(Thrift.struct(chunk, 3)))
                    .toList();
            groups.add(new Group(Thrift.number(group, 3, 0), chunks));
        }
        return new ParquetFooter(columns, groups);
    }

    /** Converted types: 0 text, 15 to 18 and 11 to 14 whole numbers; without one the physical type counts. */
    private static boolean plain(Map<Integer, Object> element) {
        long converted = Thrift.number(element, 6, -1);
        boolean known = converted == -1 ? !element.containsKey(10) : converted == 0 || converted > 10 && converted < 19;
        return known && Thrift.number(element, 3, 0) != 2;
    }

    private static Chunk chunk(Map<Integer, Object> chunk) {
        long pages = Thrift.number(chunk, 9, 0);
        long dictionary = Thrift.number(chunk, 11, pages);
        long from = dictionary > 0 ? Math.min(dictionary, pages) : pages;
        return new Chunk(
                from, Thrift.number(chunk, 7, 0), Thrift.number(chunk, 5, 0), (int) Thrift.number(chunk, 4, -1));
    }

    /** Bytes of the file. */
    static ByteBuffer at(FileChannel file, long from, long bytes) throws IOException {
        if (from < 0 || bytes < 0 || bytes > Integer.MAX_VALUE - 16 || from + bytes > file.size()) {
            throw new IllegalArgumentException("the file points beyond its end; is it whole?");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) > 0) {
            // a read may bring less than was asked for
        }
        if (buffer.hasRemaining()) {
            throw new IOException("the file became shorter while it was read");
        }
        return buffer.flip();
    }
}
