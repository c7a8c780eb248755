package io.huiyin.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical bytes of one entry of the public log: a JSON object whose members are text or whole numbers, in the order of their
 * names, without white space, in UTF-8 (the subset of RFC 8785 that needs no rules for fractions).
 */
public final class Entry {

    /** A log entry's length is written in two bytes (c2sp.org/tlog-tiles). */
    public static final int LONGEST = 65_535;

    private Entry() {}

    /**
     * @param kind what the entry is about; becomes the member {@code kind}
     * @param members text ({@link String}) or whole numbers ({@link Long}, {@link Integer})
     * @throws IllegalArgumentException for other values, a member named kind, or more than {@link #LONGEST} bytes
     */
    public static byte[] canonical(String kind, Map<String, ?> members) {
        if (members.containsKey("kind")) throw new IllegalArgumentException("kind is given twice");
        TreeMap<String, Object> sorted = new TreeMap<>(members);
        sorted.put("kind", kind);
        StringBuilder json = new StringBuilder("{");
        sorted.forEach((name, value) -> {
            if (json.length() > 1) json.append(',');
            quote(json, name).append(':');
            switch (value) {
                case String text -> quote(json, text);
                case Integer number -> json.append(number);
                case Long number -> json.append(number);
                default -> throw new IllegalArgumentException(name + " is neither text nor a whole number: " + value);
            }
        });
        byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) throw new IllegalArgumentException("an entry of " + bytes.length + " bytes");
        return bytes;
    }

    /** RFC 8785 section 3.2.2.2: only what JSON demands is escaped. */
    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) json.append(String.format("\\u%04x", (int) c));
                    else json.append(c);
                }
            }
        }
        return json.append('"');
    }
}
