package io.huiyin.server.petition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody looks for in the words of petitions, in the lexemes that {@code petition.lexemes} keeps: Han characters in pairs, one
 * character or the beginning of a word by its beginning. All of it must be there.
 *
 * @param terms runs of Han characters and words, in small letters and half width
 */
record Sought(List<String> terms) {

    /** Longer ones are not read to their end. */
    static final int LONGEST = 100;

    private static final Pattern TERM = Pattern.compile("[\\u3400-\\u9fff]+|[a-z0-9]+");

    static Sought of(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher matcher = TERM.matcher(plain.substring(0, Math.min(LONGEST, plain.length())));
        List<String> terms = new ArrayList<>();
        while (matcher.find()) if (!terms.contains(matcher.group())) terms.add(matcher.group());
        return new Sought(List.copyOf(terms));
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** In PostgreSQL's words; safe to quote, as a term holds letters and digits only. */
    String query() {
        return terms.stream().flatMap(term -> lexemes(term).stream()).collect(Collectors.joining(" & "));
    }

    private static List<String> lexemes(String term) {
        if (!han(term) || term.length() == 1) return List.of("'" + term + "':*");
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < term.length(); i++) pairs.add("'" + term.substring(i, i + 2) + "'");
        return pairs;
    }

    /** Terms whose pairs could stand apart: a text that has them all need not have the term. */
    List<String> phrases() {
        return terms.stream().filter(term -> han(term) && term.length() > 2).toList();
    }

    private static boolean han(String term) {
        return term.charAt(0) >= '\u3400';
    }
}
