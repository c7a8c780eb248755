package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates hold no words of their own, and nothing that the content security policy would refuse. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern COMMAND = Pattern.compile("<(kbd|code)[^>]*>[^<]*</\\1>");
    private static final Pattern SPOKEN = Pattern.compile("\\b(aria-label|alt|title|placeholder)=\"[^\"…]*\\p{L}");
    private static final Pattern REFUSED =
            Pattern.compile("<style|\\bstyle=|\\bon[a-z]+=\"|<script(?![^>]* src=)|javascript:");

    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]+)\"");
    /** Names that only say what a thing is. */
    private static final Set<String> UNSTYLED =
            Set.of("open", "pane-queues", "pane-list", "queue-name", "step-open", "plot-line", "slip-words");

    @Test
    void every_word_comes_from_the_messages() throws IOException {
        for (Path file : MessagesTest.files("src/main/jte", ".jte")) {
            String html = TemplateText.of(Files.readString(file));
            String words = TAG.matcher(COMMAND.matcher(html).replaceAll("")).replaceAll(" ");
            assertThat(words.replaceAll("&\\w+;", "")).as(file.toString()).doesNotContainPattern("\\p{L}");
            assertThat(html).as(file.toString()).doesNotContainPattern(SPOKEN);
        }
    }

    @Test
    void nothing_that_the_content_security_policy_refuses() throws IOException {
        for (Path file : MessagesTest.files("src/main/jte", ".jte"))
            assertThat(TemplateText.of(Files.readString(file)))
                    .as(file.toString())
                    .doesNotContainPattern(REFUSED);
    }

    @Test
    void the_style_sheet_loads_no_typeface_and_no_picture() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/huiyin.css"));
        assertThat(css).doesNotContain("@font-face").doesNotContain("url(").startsWith("/*! Generated");
    }

    /** {@code gallery.html} shows every part of the look; what it shows must still be in the style sheet. */
    @Test
    void the_gallery_shows_what_the_style_sheet_has() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/huiyin.css"));
        String gallery = Files.readString(Path.of("src/test/resources/gallery.html"));
        CLASSES.matcher(gallery)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" ")))
                .distinct()
                .filter(name -> !UNSTYLED.contains(name))
                .forEach(name -> assertThat(css).as(name).contains("." + name));
    }
}
