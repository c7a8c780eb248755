package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates hold no words of their own, and nothing that the content security policy would refuse. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern COMMAND = Pattern.compile("<(kbd|code)[^>]*>[^<]*</\\1>");
    private static final Pattern SPOKEN = Pattern.compile("\\b(aria-label|alt|title|placeholder)=\"[^\"…]*\\p{L}");
    private static final Pattern REFUSED =
            Pattern.compile("<style|\\bstyle=|\\bon[a-z]+=\"|<script(?![^>]* src=)|javascript:");

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
}
