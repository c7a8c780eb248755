package io.huiyin.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text of every module, in one table a language, as a page asks for a hundred of them. One bundle a module:
 * {@code messages/rating.properties} (Chinese) and {@code messages/rating_en.properties}.
 */
final class Texts extends AbstractMessageSource {

    private final Map<String, Text> chinese;
    private final Map<String, Text> english;

    /** A text, and the same made ready for values to be put in. */
    private record Text(String words, MessageFormat format) {}

    private Texts(Map<String, Text> chinese, Map<String, Text> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** @throws IllegalStateException when two bundles of a language name one text */
    static Texts read() throws IOException {
        Map<String, Text> chinese = new HashMap<>();
        Map<String, Text> english = new HashMap<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties")) {
            boolean translated = String.valueOf(file.getFilename()).endsWith("_en.properties");
            add(file, translated ? english : chinese, translated ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        }
        return new Texts(Map.copyOf(chinese), Map.copyOf(english));
    }

    private static void add(Resource file, Map<String, Text> texts, Locale locale) throws IOException {
        Properties bundle = new Properties();
        try (InputStream in = file.getInputStream()) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        for (String key : bundle.stringPropertyNames()) {
            String words = bundle.getProperty(key);
            if (texts.put(key, new Text(words, new MessageFormat(words, locale))) != null)
                throw new IllegalStateException(file.getFilename() + ": " + key + " stands in another bundle too");
        }
    }

    private @Nullable Text find(String key, Locale locale) {
        return (locale.getLanguage().equals("en") ? english : chinese).get(key);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String key, Locale locale) {
        Text text = find(key, locale);
        return text == null ? null : text.words();
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String key, Locale locale) {
        Text text = find(key, locale);
        // a format keeps state while it works; the framework locks the one it is given
        return text == null ? null : text.format();
    }
}
