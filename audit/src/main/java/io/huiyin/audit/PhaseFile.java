package io.huiyin.audit;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second phase of a survey in a JSON file.
 *
 * <pre>{@code
 * {"subset": "sub",
 *  "phase1": {"ids": ["id1"], "strata": ["h"], "fpc": ["n1"], "weights": "w"},
 *  "phase2": {"ids": ["id"], "strata": ["id1"]},
 *  "method": "full",
 *  "calibrate": ["rel:stage"]}
 * }</pre>
 *
 * @param subset column that is TRUE or 1 for rows of the second phase, FALSE or 0 for others
 * @param first how all rows were drawn
 * @param second units and strata of the second phase; its chances are counted from the rows
 * @param approximate method approx instead of full
 * @param calibrate columns, or crossed columns, whose first-phase totals the second phase is fitted to
 */
record PhaseFile(String subset, Drawn first, Drawn second, boolean approximate, List<String> calibrate) {
    private static final Set<String> KEYS = Set.of("subset", "phase1", "phase2", "method", "calibrate");

    /** Columns of one phase. */
    record Drawn(
            List<String> ids,
            List<String> strata,
            List<String> fpc,
            @Nullable String weights) {}

    static PhaseFile read(Path file) {
        try {
            Map<?, ?> map = object(Json.read(Files.readString(file)), "the file");
            only(map, KEYS);
            String method = map.containsKey("method") ? text(map.get("method"), "method") : "full";
            if (!Set.of("full", "approx").contains(method)) {
                throw new IllegalArgumentException("method is full or approx: " + method);
            }
            return new PhaseFile(
                    text(map.get("subset"), "subset"),
                    drawn(map.get("phase1"), Set.of("ids", "strata", "fpc", "weights")),
                    drawn(map.get("phase2"), Set.of("ids", "strata")),
                    method.equals("approx"),
                    list(map.get("calibrate"), "calibrate"));
        } catch (MalformedInputException e) {
            throw new BadInput(file, "the text is not UTF-8");
        } catch (IOException e) {
            throw new BadInput(file, "cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadInput(file, String.valueOf(e.getMessage()));
        }
    }

    private static Drawn drawn(@Nullable Object value, Set<String> keys) {
        if (value == null) {
            return new Drawn(List.of(), List.of(), List.of(), null);
        }
        Map<?, ?> map = object(value, "a phase");
        only(map, keys);
        return new Drawn(
                list(map.get("ids"), "ids"),
                list(map.get("strata"), "strata"),
                list(map.get("fpc"), "fpc"),
                map.containsKey("weights") ? text(map.get("weights"), "weights") : null);
    }

    private static void only(Map<?, ?> map, Set<String> keys) {
        for (Object key : map.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("the key '" + key + "' is not known");
            }
        }
    }

    private static Map<?, ?> object(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " must be an object");
    }

    private static String text(@Nullable Object value, String key) {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException(key + " must be a column's name");
    }

    /** One name or a list of names. */
    private static List<String> list(@Nullable Object value, String key) {
        if (value == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Object name : value instanceof List<?> many ? many : List.of(value)) {
            names.add(text(name, key));
        }
        return List.copyOf(names);
    }
}
