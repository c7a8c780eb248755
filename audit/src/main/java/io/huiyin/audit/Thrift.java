package io.huiyin.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads structures in Thrift's compact protocol, in which Parquet keeps its descriptions: a structure becomes a map from
 * field numbers to Long, Boolean, Double, byte[], List or Map.
 */
final class Thrift {
    private static final int DEEP = 32;

    private final byte[] bytes;
    private int at;
    private int depth;

    Thrift(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Where the next byte would be read. */
    int at() {
        return at;
    }

    Map<Integer, Object> struct() {
        deeper();
        Map<Integer, Object> fields = new HashMap<>();
        int number = 0;
        for (int head = next(); head != 0; head = next()) {
            int step = head >> 4 & 15;
            number = step == 0 ? (int) zigzag() : number + step;
            int type = head & 15;
            fields.put(number, type <= 2 ? type == 1 : value(type));
        }
        depth--;
        return fields;
    }

    private void deeper() {
        if (++depth > DEEP) {
            throw new IllegalArgumentException("descriptions too deep within each other");
        }
    }

    private Object value(int type) {
        return switch (type) {
            case 1, 2 -> next() == 1;
            case 3 -> (long) next();
            case 4, 5, 6 -> zigzag();
            case 7 -> fraction();
            case 8 -> binary();
            case 9, 10 -> list();
            case 12 -> struct();
            default -> throw new IllegalArgumentException("unknown type " + type + " in a description");
        };
    }

    private List<Object> list() {
        int head = next();
        long size = head >> 4 & 15;
        size = size == 15 ? varint() : size;
        if (size < 0 || size > bytes.length - at) {
            throw new IllegalArgumentException("a list of " + size + " in a description");
        }
        deeper();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(head & 15));
        }
        depth--;
        return list;
    }

    private byte[] binary() {
        long size = varint();
        if (size < 0 || size > bytes.length - at) {
            throw new IllegalArgumentException("a text of " + size + " bytes in a description");
        }
        byte[] text = java.util.Arrays.copyOfRange(bytes, at, at + (int) size);
        at += (int) size;
        return text;
    }

    private double fraction() {
        long bits = 0;
        for (int i = 0; i < 64; i += 8) {
            bits |= (long) next() << i;
        }
        return Double.longBitsToDouble(bits);
    }

    private long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = next();
            value |= (long) (part & 127) << shift;
            if (part < 128) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end in a description");
    }

    private int next() {
        return bytes[at++] & 255;
    }

    /** A whole number of a structure, or {@code absent}. */
    static long number(Map<Integer, Object> struct, int field, long absent) {
        return struct.get(field) instanceof Long value ? value : absent;
    }

    /** A text of a structure, or empty text. */
    static String text(Map<Integer, Object> struct, int field) {
        return struct.get(field) instanceof byte[] text ? new String(text, StandardCharsets.UTF_8) : "";
    }

    /** A structure within a structure, or an empty one. */
    static Map<Integer, Object> struct(Map<Integer, Object> struct, int field) {
        return asStruct(struct.get(field));
    }

    /** Structures in a list within a structure. */
    static List<Map<Integer, Object>> structs(Map<Integer, Object> struct, int field) {
        List<Map<Integer, Object>> structs = new ArrayList<>();
        if (struct.get(field) instanceof List<?> list) {
            list.forEach(item -> structs.add(asStruct(item)));
        }
        return structs;
    }

    private static Map<Integer, Object> asStruct(@org.jspecify.annotations.Nullable Object value) {
        Map<Integer, Object> struct = new HashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, field) -> struct.put((Integer) key, field));
        }
        return struct;
    }
}
