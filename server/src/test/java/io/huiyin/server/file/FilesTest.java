package io.huiyin.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken, what it says afterwards, and what is not taken. */
@HuiyinTest
class FilesTest {

    @Autowired
    Files files;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({"1, left", "2, right", "3, right", "4, left", "5, top", "6, top", "7, bottom", "8, bottom"})
    void a_photograph_stands_upright_and_says_neither_who_nor_where(int orientation, String red) throws IOException {
        byte[] clean = clean("IMG_1.JPG", "image/jpeg", Made.photograph(orientation));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(clean));
        int right = picture.getWidth() - 8;
        int bottom = picture.getHeight() - 8;
        int pixel = switch (red) {
            case "left" -> picture.getRGB(8, bottom / 2);
            case "right" -> picture.getRGB(right, bottom / 2);
            case "top" -> picture.getRGB(right / 2, 8);
            default -> picture.getRGB(right / 2, bottom);
        };
        assertThat(pixel >> 16 & 0xff).as("red").isGreaterThan(200);
        assertThat(pixel & 0xff).as("blue").isLessThan(60);
        assertThat(text(clean)).doesNotContain(Made.WHO, "Exif");
    }

    @Test
    void a_drawing_keeps_its_pixels_and_loses_its_text_and_what_is_glued_to_it() throws IOException {
        byte[] clean = clean("plan.png", "image/png", Made.drawing());
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getRGB(8, 8)).isEqualTo(0xffff0000);
        assertThat(text(clean)).doesNotContain(Made.WHO, "PK", "tEXt");
    }

    @Test
    void a_pdf_keeps_its_pages_and_notes_and_loses_author_scripts_programs_addresses_and_files() throws IOException {
        String before = everything(Made.pdf());
        assertThat(before)
                .contains(Made.WHO, "calc.exe", "JavaScript", "URI", "EmbeddedFile", "Exif", "a note that stays");
        byte[] clean = clean("答复.pdf", "application/pdf", Made.pdf());
        assertThat(everything(clean))
                .contains("READABLE", "a note that stays", "DCTDecode")
                .doesNotContain(
                        Made.WHO,
                        "calc.exe",
                        "JavaScript",
                        "Launch",
                        "URI",
                        "EmbeddedFile",
                        "Exif",
                        "Author",
                        "CreationDate");
        try (PDDocument document = Loader.loadPDF(clean)) {
            assertThat(document.getPage(0).getAnnotations()).hasSize(3);
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void a_word_document_keeps_its_sentences_and_loses_its_people_its_template_and_where_its_links_lead()
            throws IOException {
        Map<String, byte[]> parts = Zips.unpack(clean("反映.docx", "", Made.word()));
        assertThat(parts.keySet())
                .contains("word/document.xml", "word/comments.xml", "word/media/image1.jpeg")
                .doesNotContain("docProps/core.xml", "word/people.xml");
        parts.forEach(
                (name, part) -> assertThat(text(part)).as(name).doesNotContain(Made.WHO, "WXM", "Exif", "00AB12CD"));
        assertThat(new String(parts.get("word/document.xml"), StandardCharsets.UTF_8))
                .contains(
                        "xml:space=\"preserve\">井盖坏了 &lt;&amp;",
                        "w:author=\"\"",
                        "Ignorable=\"w14\"",
                        "xmlns:w14=\"urn:w14\"");
        assertThat(new String(parts.get("word/header1.xml"), StandardCharsets.UTF_8))
                .contains("encoding=\"UTF-8\"", "页眉");
        assertThat(text(parts.get("word/settings.xml"))).contains("zoom").doesNotContain("attachedTemplate");
        assertThat(text(parts.get("word/_rels/settings.xml.rels"))).doesNotContain("Normal.dotm");
        assertThat(text(parts.get("word/_rels/document.xml.rels"))).contains("rId7", "about:blank");
        assertThat(text(parts.get("_rels/.rels"))).contains("word/document.xml").doesNotContain("docProps");
        assertThat(text(parts.get("[Content_Types].xml"))).doesNotContain("docProps");
    }

    @Test
    void a_recording_keeps_its_samples_and_loses_its_names() throws Exception {
        assertThat(text(Made.recording())).contains(Made.WHO);
        byte[] clean = clean("录音.wav", "audio/x-wav", Made.recording());
        assertThat(text(clean)).doesNotContain(Made.WHO, "LIST");
        try (var samples = AudioSystem.getAudioInputStream(new ByteArrayInputStream(clean))) {
            byte[] heard = samples.readAllBytes();
            assertThat(heard).hasSize(1_600);
            assertThat(heard[3]).isEqualTo((byte) 21);
        }
    }

    @Test
    void what_lies_about_its_type_is_refused() {
        assertThat(refused("photo.png", "image/png", Made.photograph(1))).isEqualTo("file.refused.lies");
        assertThat(refused("photo.jpg", "application/pdf", Made.photograph(1))).isEqualTo("file.refused.lies");
        assertThat(refused("photo.jpg", "image/jpeg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file.refused.kind");
        assertThat(refused("run.exe", "", "MZ".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file.refused.kind");
        assertThat(refused("noise.jpg", "", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3}))
                .isEqualTo("file.refused.damaged");
        assertThat(refused("cut.pdf", "", "%PDF-1.7 and nothing".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file.refused.damaged");
        assertThat(refused(
                        "table.docx", "", Made.zip(Map.of("xl/workbook.xml", "<x/>".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("file.refused.damaged");
        assertThat(refused("empty.jpg", "", new byte[0])).isEqualTo("file.refused.empty");
        assertThat(refused("memo.m4a", "audio/mp4", "\0\0\0 ftypM4A ".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("file.refused.sound");
    }

    @Test
    void a_picture_of_20000_pixels_is_refused_before_a_pixel_is_decoded() {
        // the pixels are nonsense: whoever tried to decode them would say 'damaged'
        assertThat(refused("big.png", "image/png", Made.headOf(20_000, 20_000))).isEqualTo("file.refused.pixels");
        assertThat(refused("long.png", "image/png", Made.headOf(Pictures.LONGEST_SIDE + 1, 1)))
                .isEqualTo("file.refused.pixels");
        assertThat(refused("heavy.png", "image/png", Made.headOf(10_000, 5_001)))
                .isEqualTo("file.refused.pixels");
        assertThat(refused("fine.png", "image/png", Made.headOf(100, 100))).isEqualTo("file.refused.damaged");
    }

    @Test
    void bombs_are_refused_before_they_unpack() {
        Map<String, byte[]> parts = Made.wordParts();
        parts.put("word/bomb.xml", new byte[300_000_000]);
        byte[] bomb = Made.zip(parts);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refused("a.docx", "", bomb)).isEqualTo("file.refused.bomb");
        Map<String, byte[]> many = Made.wordParts();
        for (int i = 0; i < Zips.MOST_PARTS; i++) many.put("word/p" + i + ".xml", new byte[0]);
        assertThat(refused("many.docx", "", Made.zip(many))).isEqualTo("file.refused.bomb");
        byte[] pdf = Made.pdfBomb();
        assertThat(pdf.length).isLessThan(1_000_000);
        assertThat(refused("a.pdf", "", pdf)).isEqualTo("file.refused.bomb");
    }

    @Test
    void a_long_word_document_is_no_bomb() {
        Map<String, byte[]> parts = Made.wordParts();
        String long1 = "<w:p><w:r><w:t>同样的话说了很多遍。</w:t></w:r></w:p>".repeat(60_000);
        Made.put(parts, "word/footnotes.xml", "<w:footnotes xmlns:w=\"urn:w\">" + long1 + "</w:footnotes>");
        assertThat(clean("long.docx", "", Made.zip(parts))).isNotEmpty();
    }

    @Test
    void what_runs_fetches_or_hides_in_a_word_document_is_refused() {
        assertThat(word("word/vbaProject.bin", "x")).isEqualTo("file.refused.macro");
        assertThat(
                        word(
                                "[Content_Types].xml",
                                "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"))
                .isEqualTo("file.refused.macro");
        assertThat(word("word/embeddings/oleObject1.bin", "x")).isEqualTo("file.refused.inside");
        assertThat(
                        word(
                                "word/_rels/document.xml.rels",
                                "<Relationships><Relationship Id=\"r\" Type=\"a/image\" Target=\"http://example.org/x.png\" TargetMode=\"External\"/></Relationships>"))
                .isEqualTo("file.refused.fetches");
        assertThat(
                        word(
                                "word/document.xml",
                                "<w:p xmlns:w=\"urn:w\"><w:instrText>DDE</w:instrText><w:instrText>AUTO cmd</w:instrText></w:p>"))
                .isEqualTo("file.refused.fetches");
        assertThat(word("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))
                .isEqualTo("file.refused.damaged");
        assertThat(word("word/../evil.xml", "<x/>")).isEqualTo("file.refused.damaged");
        assertThat(refused("locked.pdf", "", Made.lockedPdf())).isEqualTo("file.refused.locked");
    }

    @Test
    void number_and_size_together_are_limited_also_when_all_come_at_once() throws Exception {
        UUID owner = UUID.randomUUID();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Keeping>> posts = java.util.stream.IntStream.range(0, 20)
                    .<Callable<Keeping>>mapToObj(i -> () -> files.keep(owner, sound(i, 10), false))
                    .toList();
            for (var done : pool.invokeAll(posts)) done.get();
        }
        assertThat(files.of(owner)).hasSize(9).extracting(Attachment::no).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(files.keep(owner, sound(99, 10), false))
                .isInstanceOfSatisfying(
                        Keeping.Refused.class, no -> assertThat(no.key()).isEqualTo("file.refused.many"));
        UUID large = UUID.randomUUID();
        assertThat(files.keep(large, sound(1, 9_900_000), false)).isInstanceOf(Keeping.Kept.class);
        assertThat(files.keep(large, sound(2, 9_900_000), false)).isInstanceOf(Keeping.Kept.class);
        assertThat(files.keep(large, sound(3, 9_900_000), false)).isInstanceOf(Keeping.Refused.class);
        assertThat(refused("a.wav", "", Arrays.copyOf(Made.recording(), 10_485_761)))
                .isEqualTo("file.refused.large");
    }

    @Test
    void the_same_file_sent_twice_is_one_attachment() {
        UUID owner = UUID.randomUUID();
        Keeping first = files.keep(owner, sound(1, 10), false);
        assertThat(first).isInstanceOfSatisfying(Keeping.Kept.class, kept -> {
            assertThat(kept.fresh()).isTrue();
            assertThat(files.keep(owner, sound(1, 10), false)).isEqualTo(new Keeping.Kept(kept.attachment(), false));
        });
        assertThat(files.of(owner)).hasSize(1);
    }

    @Test
    void nobody_opens_a_file_by_its_identifier_alone() {
        UUID owner = UUID.randomUUID();
        Attachment kept = ((Keeping.Kept) files.keep(owner, sound(1, 10), false)).attachment();
        assertThat(files.open(owner, kept.id()).orElseThrow().bytes())
                .isEqualTo(sound(1, 10).bytes());
        assertThat(files.open(UUID.randomUUID(), kept.id())).isEmpty();
    }

    @Test
    void what_was_handed_in_stays_and_what_was_not_goes_after_a_day() {
        UUID handedIn = UUID.randomUUID();
        UUID forgotten = UUID.randomUUID();
        files.keep(handedIn, sound(1, 10), false);
        files.keep(forgotten, sound(2, 10), false);
        assertThat(files.settle(handedIn)).hasSize(1);
        clock.set(TestClock.START.plus(Files.WAIT));
        assertThat(files.sweep()).as("not before the day is over").isZero();
        clock.set(TestClock.START.plus(Files.WAIT).plus(Duration.ofSeconds(1)));
        assertThat(files.sweep()).isEqualTo(1);
        assertThat(files.of(forgotten)).isEmpty();
        UUID file = files.of(handedIn).getFirst().id();
        files.remove(handedIn, file);
        assertThat(files.of(handedIn)).hasSize(1);
        for (String statement : List.of(
                "DELETE FROM file.file", "UPDATE file.file SET settled_at = NULL", "UPDATE file.file SET bytes = ''"))
            assertThatThrownBy(() -> sql.sql(statement).update()).as(statement).isNotNull();
        assertThat(files.of(handedIn)).hasSize(1);
    }

    private static Reading.Clean sound(int which, int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) which;
        return new Reading.Clean(FileKind.WAV, bytes);
    }

    private String word(String name, String text) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Made.wordParts());
        Made.put(parts, name, text);
        return refused("a.docx", "", Made.zip(parts));
    }

    private byte[] clean(String name, String type, byte[] bytes) {
        Reading reading = files.read(name, type, () -> new ByteArrayInputStream(bytes));
        assertThat(reading).isInstanceOf(Reading.Clean.class);
        return ((Reading.Clean) reading).bytes();
    }

    private String refused(String name, String type, byte[] bytes) {
        Reading reading = files.read(name, type, () -> new ByteArrayInputStream(bytes));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).key();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes as they are, and every object of a PDF with its streams unpacked. */
    private static String everything(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder(text(pdf));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            all.append(document.getDocument().getTrailer());
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                COSBase value = object.getObject();
                all.append(value);
                if (value instanceof COSDictionary dictionary)
                    dictionary.getValues().forEach(all::append);
                if (value instanceof COSStream stream)
                    all.append(text(stream.createRawInputStream().readAllBytes()))
                            .append(stream.toTextString());
            }
        }
        return all.toString();
    }
}
