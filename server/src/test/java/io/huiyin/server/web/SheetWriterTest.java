package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetWriterTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 14);

    private final SheetWriter writer = new SheetWriter();

    @Test
    void the_words_can_be_read_out_again_in_the_characters_that_were_written() throws IOException {
        // with the whole typeface the first three would come back as Kangxi radicals; the others are of people's and
        // places' names
        String words = "生门龙，䶮㸆喆垚犇𬭎，2026 年 10 月 14 日（星期三）《信访工作条例》第 31 条";
        try (PDDocument pdf = Loader.loadPDF(writer.write(sheet("<p>" + words + "</p>"), ON))) {
            assertThat(text(pdf)).contains(words);
        }
    }

    @Test
    void it_is_tagged_in_its_language_and_brings_its_typeface() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(writer.write(sheet("<h1>答复</h1><p>已查明。</p>"), ON))) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("信访处理意见书");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("答复");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.getName()).contains("NotoSansSC");
                assertThat(font.isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void written_again_at_another_time_and_by_another_server_it_is_the_same_bytes() throws InterruptedException {
        byte[] first = writer.write(sheet("<p>已查明。</p>"), ON);
        Thread.sleep(1_100); // a PDF's times are whole seconds
        assertThat(new SheetWriter().write(sheet("<p>已查明。</p>"), ON)).isEqualTo(first);
        assertThat(writer.write(sheet("<p>已查明。</p>"), ON.plusDays(1))).isNotEqualTo(first);
    }

    @Test
    void a_character_that_the_typeface_lacks_is_marked_and_a_control_character_left_out() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(writer.write(sheet("<p>张\u0001\u200B\uD840\uDC00三😀</p>"), ON))) {
            assertThat(text(pdf)).contains("张〓(U+20000)三〓(U+1F600)");
        }
    }

    @Test
    void a_form_of_a_character_becomes_the_character_and_no_markup() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(writer.write(sheet("<p>\uF9F1︵﹤b﹥﹠amp;</p>"), ON))) {
            assertThat(text(pdf)).contains("隣(<b>&amp;");
        }
    }

    @Test
    void a_long_answer_goes_on_over_pages_and_a_word_without_a_gap_stays_on_the_paper() throws IOException {
        String html = sheet("<p>" + "字".repeat(4_000) + "</p><p>" + "x".repeat(400) + "</p>");
        try (PDDocument pdf = Loader.loadPDF(writer.write(html, ON))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(text(pdf).chars().filter(one -> one == 'x').count()).isEqualTo(400);
        }
    }

    @Test
    void nothing_is_fetched_whatever_the_words_say(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path secret = Files.writeString(folder.resolve("secret.css"), "p::before { content: '泄露' }");
        String there = "http://127.0.0.1:" + server.getAddress().getPort();
        try (PDDocument pdf = Loader.loadPDF(writer.write("""
                <html lang="zh-CN"><head><title>题</title><meta name="subject" content="题"/>
                <link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%2$s"/>
                <style>@import url(%1$s/b.css); @font-face { font-family: X; src: url(%1$s/x.ttf); } p { font-family: X, Sheet; }</style></head>
                <body style="background-image: url(%1$s/c.png)"><img src="%1$s/d.png" alt="图"/><img src="%2$s" alt="图"/><p>正文</p></body></html>
                """.formatted(there, secret.toUri()), ON))) {
            assertThat(text(pdf)).contains("正文").doesNotContain("泄露");
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
        assertThatThrownBy(() -> writer.write(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + sheet("<p>&x;</p>"), ON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the template of a sheet is not well-formed");
    }

    private static String sheet(String body) {
        return "<html lang=\"zh-CN\"><head><title>信访处理意见书</title><meta name=\"subject\" content=\"答复\"/></head><body>"
                + body + "</body></html>";
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replace("\n", "");
    }
}
