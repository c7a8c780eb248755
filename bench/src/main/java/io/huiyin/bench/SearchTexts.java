package io.huiyin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distinct petitions mixed from sentences of real ones, as a file to import, and words to look for, taken from the same sentences: of
 * two Han characters, of four, two words of two, and English ones.
 */
final class SearchTexts {

    private static final long SEED = 20260416;
    private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]{4,}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{4,}");

    private SearchTexts() {}

    /** How many, the petitions' file, the words' file, then files with real sentences. */
    public static void main(String[] arguments) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++)
            for (String one : Files.readString(Path.of(arguments[i])).split("[。！？!?\\n\\r]+")) {
                String plain = one.replaceAll("[\"\\t]", "").strip();
                if (plain.length() > 8 && plain.length() < 200) sentences.add(plain);
            }
        Random random = new Random(SEED);
        petitions(Integer.parseInt(arguments[0]), Path.of(arguments[1]), sentences, random);
        words(Path.of(arguments[2]), sentences, random);
    }

    private static void petitions(int many, Path file, List<String> sentences, Random random) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("petition_id,received_at,title,text\n");
            for (int i = 0; i < many; i++) {
                StringBuilder text = new StringBuilder();
                for (int k = 3 + random.nextInt(7); k > 0; k--)
                    text.append(one(sentences, random)).append('。');
                String title = one(sentences, random);
                out.write("S%d,20%02d-%02d-%02d,\"%s\",\"%s\"%n"
                        .formatted(
                                i,
                                21 + i % 5,
                                1 + i % 12,
                                1 + i % 28,
                                title.substring(0, Math.min(30, title.length())),
                                text));
            }
        }
    }

    private static void words(Path file, List<String> sentences, Random random) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 100; i++) {
                out.write("two\t" + part(sentences, random, HAN, 2) + "\n");
                out.write("four\t" + part(sentences, random, HAN, 4) + "\n");
                out.write("both\t" + part(sentences, random, HAN, 2) + " " + part(sentences, random, HAN, 2) + "\n");
                out.write("english\t" + part(sentences, random, ENGLISH, 60) + "\n");
            }
        }
    }

    private static String part(List<String> sentences, Random random, Pattern pattern, int length) {
        while (true) {
            Matcher matcher = pattern.matcher(one(sentences, random));
            if (!matcher.find()) continue;
            String run = matcher.group();
            int from = random.nextInt(Math.max(1, run.length() - length + 1));
            return run.substring(from, Math.min(run.length(), from + length));
        }
    }

    private static String one(List<String> sentences, Random random) {
        return sentences.get(random.nextInt(sentences.size()));
    }
}
