package io.huiyin.server.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Cuts a list so that no key comes twice in one piece: the second row about one thing must see what the first one did. */
public final class Rounds {

    private Rounds() {}

    public static <T> List<List<T>> of(List<T> rows, Function<T, String> key) {
        List<List<T>> rounds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int start = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (seen.add(key.apply(rows.get(i)))) continue;
            rounds.add(rows.subList(start, i));
            start = i;
            seen.clear();
            seen.add(key.apply(rows.get(i)));
        }
        rounds.add(rows.subList(start, rows.size()));
        return rounds;
    }
}
