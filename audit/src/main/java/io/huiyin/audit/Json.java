package io.huiyin.audit;

import io.huiyin.engine.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The little JSON that results and schemes need: written with objects indented and arrays on one line. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Writes maps, lists, figures, numbers, booleans and text; doubles digit for digit as {@link Double#toString}. */
    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return out.append('\n').toString();
    }

    private static void write(Object value, StringBuilder out, int depth) {
        switch (value) {
            case Map<?, ?> map -> object(map, out, depth);
            case List<?> list -> array(list, out, depth);
            case Figure.Known known -> out.append(known.value());
            case Figure.Missing missing -> quote(missing.reason().word(), out);
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> quote(value.toString(), out);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out, int depth) {
        String comma = "";
        out.append('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(comma).append('\n').repeat(" ", 2 * (depth + 1));
            quote(String.valueOf(entry.getKey()), out);
            out.append(": ");
            write(entry.getValue(), out, depth + 1);
            comma = ",";
        }
        out.append('\n').repeat(" ", 2 * depth).append('}');
    }

    private static void array(List<?> list, StringBuilder out, int depth) {
        String comma = "";
        out.append('[');
        for (Object element : list) {
            out.append(comma);
            write(element, out, depth);
            comma = ", ";
        }
        out.append(']');
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !paired(value, i)) {
                        out.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    /**
     * Reads JSON into maps, lists, text, Double, Boolean and null.
     *
     * @throws IllegalArgumentException with the place of the first mistake
     */
    static @Nullable Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.mistake("nothing more is expected");
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            space();
            String key = string();
            space();
            expect(':');
            if (map.containsKey(key)) {
                throw mistake("'" + key + "' stands twice");
            }
            map.put(key, value());
            next('}');
        }
        at++;
        return map;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value());
            next(']');
        }
        at++;
        return list;
    }

    /** After an element: a comma with something behind it, or the end. */
    private void next(char end) {
        space();
        if (peek() != end) {
            expect(',');
            space();
            if (peek() == end) {
                throw mistake("nothing follows the comma");
            }
        }
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                int end = Math.min(at + 4, text.length());
                String digits = text.substring(at, end);
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw mistake("four hex digits are expected");
                }
                at = end;
                yield (char) Integer.parseInt(digits, 16);
            }
            case '"', '\\', '/' -> c;
            default -> throw mistake("an unknown escape");
        };
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw mistake("a value is expected");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw mistake("a value is expected");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw mistake("the text ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw mistake("'" + c + "' is expected");
        }
        at++;
    }

    private IllegalArgumentException mistake(String sentence) {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new IllegalArgumentException("line " + Math.max(1, line) + ", character " + (at + 1) + ": " + sentence);
    }
}
