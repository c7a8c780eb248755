package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
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
}
