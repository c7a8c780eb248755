package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of both languages agree, and every text that is asked for is there. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+)\\.([A-Za-z0-9][A-Za-z0-9._-]*)\"");

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        for (String bundle : bundles())
            assertThat(read(bundle + "_en").keySet())
                    .as(bundle)
                    .isEqualTo(read(bundle).keySet());
    }

    @Test
    void both_languages_have_the_same_places_to_fill_in() throws IOException {
        for (String bundle : bundles()) {
            Map<String, String> english = read(bundle + "_en");
            read(bundle)
                    .forEach((key, chinese) -> assertThat(places(english.getOrDefault(key, "")))
                            .as(key)
                            .isEqualTo(places(chinese)));
        }
    }

    @Test
    void no_text_is_empty_or_has_an_apostrophe_that_the_formatter_would_swallow() throws IOException {
        for (String bundle : bundles())
            for (String language : List.of(bundle, bundle + "_en"))
                read(language)
                        .forEach((key, text) -> assertThat(text)
                                .as(language + ": " + key)
                                .isNotBlank()
                                .doesNotContain("'"));
    }

    @Test
    void every_text_can_be_formatted() throws IOException {
        for (String bundle : bundles())
            for (String language : List.of(bundle, bundle + "_en"))
                read(language).values().forEach(text -> new MessageFormat(text, Locale.ROOT));
    }

    @Test
    void a_key_begins_with_its_module() throws IOException {
        for (String bundle : bundles())
            assertThat(read(bundle).keySet())
                    .as(bundle)
                    .allMatch(key -> key.startsWith(bundle + ".") || key.equals("product"));
    }

    @Test
    void every_key_in_templates_and_code_exists() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : bundles()) keys.addAll(read(bundle).keySet());
        String tables = text(files("src/main/resources/db/migration", ".sql"));
        List<String> missing = new ArrayList<>();
        for (Path file : Stream.concat(files("src/main/jte", ".jte").stream(), files("src/main/java", ".java").stream())
                .toList()) {
            Matcher literal = LITERAL.matcher(Files.readString(file));
            while (literal.find()) {
                String key = literal.group(1) + "." + literal.group(2);
                boolean ours = bundles().contains(literal.group(1)) && !tables.contains(key);
                if (ours && !exists(key, keys)) missing.add(file.getFileName() + ": " + key);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A literal that ends in a dot or stands before more is the beginning of a key put together from parts. */
    private static boolean exists(String key, Set<String> keys) {
        return keys.contains(key) || key.endsWith(".") && keys.stream().anyMatch(known -> known.startsWith(key));
    }

    private static Set<String> bundles() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files(MESSAGES.toString(), ".properties")) {
            String name = file.getFileName().toString().replace(".properties", "");
            names.add(name.replaceFirst("_en$", ""));
        }
        return names;
    }

    private static Map<String, String> read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
            properties.load(in);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) places.add(place.group(1));
        return places;
    }

    static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files) all.append(Files.readString(file));
        return all.toString();
    }
}
