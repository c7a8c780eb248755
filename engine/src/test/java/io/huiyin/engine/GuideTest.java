package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers of the guide in docs/methods are what the engine computes, to the last digit that is printed. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/methods");
    private static final Pattern BLOCK = Pattern.compile("```computed ([\\w-]+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_number_of_the_guide_is_computed() throws IOException {
        Map<String, Map<String, Object>> computed = new GuideExamples().all();
        Map<String, Map<String, String>> printed = printed();
        assertThat(printed.keySet()).isEqualTo(computed.keySet());
        List<String> wrong = new ArrayList<>();
        computed.forEach((block, values) -> values.forEach((name, value) -> {
            String text = printed.get(block).remove(name);
            if (text == null || !agrees(text, value)) {
                wrong.add(block + ": " + name + " = " + value + ", the page says " + text);
            }
        }));
        printed.forEach((block, left) ->
                left.forEach((name, text) -> wrong.add(block + ": nobody computes " + name + " = " + text)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_page_is_listed_and_every_listed_page_is_there() throws IOException {
        String index = Files.readString(Path.of("../docs/methods.md"));
        Set<String> listed = new TreeSet<>();
        Matcher link = Pattern.compile("\\(methods/([\\w-]+\\.md)\\)").matcher(index);
        while (link.find()) {
            listed.add(link.group(1));
        }
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        pages().map(page -> page.getFileName().toString()).toList());
    }

    @Test
    void every_page_says_what_it_assumes_when_not_to_use_it_and_where_it_comes_from() throws IOException {
        for (Path page : pages().toList()) {
            if (!page.endsWith("simulation.md")) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .contains("## Formula", "## Assumes", "## Not for", "## Source");
            }
        }
    }

    private static boolean agrees(String text, Object value) {
        if (!(value instanceof Double number)) {
            return text.equals(value.toString());
        }
        try {
            BigDecimal shown = new BigDecimal(text);
            double half = 0.5 * Math.pow(10, -shown.scale());
            return Math.abs(shown.doubleValue() - number) <= half * (1 + 1e-9);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Map<String, Map<String, String>> printed() throws IOException {
        Map<String, Map<String, String>> blocks = new TreeMap<>();
        for (Path page : pages().toList()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                Map<String, String> values = new LinkedHashMap<>();
                block.group(2).lines().forEach(line -> {
                    String[] parts = line.split(" = ", 2);
                    values.put(parts[0].strip(), parts[1].split(" {2,}")[0].strip());
                });
                blocks.put(block.group(1), values);
            }
        }
        return blocks;
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }
}
