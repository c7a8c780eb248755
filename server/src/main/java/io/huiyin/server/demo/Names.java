package io.huiyin.server.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Made-up names of people, sections and posts. */
final class Names {

    private static final Map<String, List<String>> WORDS = Tables.rows("names", ',').stream()
            .collect(Collectors.toMap(List::getFirst, row -> split(row.getFirst(), row.get(1))));

    private Names() {}

    /** A surname and a given name of two characters. */
    static String person(Dice dice) {
        return dice.pick(of("surnames")) + dice.pick(of("given")) + dice.pick(of("given"));
    }

    static List<String> of(String what) {
        List<String> found = WORDS.get(what);
        if (found == null) throw new IllegalStateException("demo/names.csv has no " + what);
        return found;
    }

    private static List<String> split(String what, String values) {
        boolean characters = what.equals("surnames") || what.equals("given");
        return List.of(values.split(characters ? "" : " "));
    }
}
