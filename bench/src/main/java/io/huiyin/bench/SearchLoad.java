package io.huiyin.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Looks for words as a clerk does, one after the other. Prints a line for each kind: its name, median and 95th percentile in milliseconds, hits a search. */
final class SearchLoad {

    private SearchLoad() {}

    /** Address, password of the demo's accounts, the words' file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Visitor clerk = new Visitor(URI.create(arguments[0]), nanoseconds -> {}).signIn("intake", arguments[1]);
        String page = clerk.get("/desk/petitions");
        Map<String, List<Double>> times = new TreeMap<>();
        Map<String, Integer> hits = new TreeMap<>();
        List<String> words = Files.readAllLines(Path.of(arguments[2]));
        for (String word : words.subList(0, 80))
            clerk.form("/desk/petitions", page, Map.of("words", word.split("\t")[1]));
        for (String line : words) {
            String[] parts = line.split("\t");
            long from = System.nanoTime();
            String answer = clerk.form("/desk/petitions", page, Map.of("words", parts[1]));
            double took = (System.nanoTime() - from) / 1e6;
            int found = answer.split("<tr class", -1).length - 2;
            for (String kind : List.of(parts[0], "all")) {
                times.computeIfAbsent(kind, each -> new ArrayList<>()).add(took);
                hits.merge(kind, Math.max(0, found), Integer::sum);
            }
        }
        times.forEach((kind, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s %.1f %.1f %.1f%n",
                    kind,
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.95)),
                    Objects.requireNonNull(hits.get(kind)) / (double) sorted.size());
        });
    }
}
