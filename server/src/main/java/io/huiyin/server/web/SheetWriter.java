package io.huiyin.server.web;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.huiyin.server.sql.SqlTime;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * 打印件: a template of ours as a PDF, tagged for screen readers and fit for an archive (PDF/A-2a). It loads nothing: no address is followed,
 * and the one typeface is brought along. The same words and the same day are the same bytes.
 */
@Component
class SheetWriter {

    /** Stands for a character that the typeface does not have, as in print shops; 30,126 characters it has. */
    static final String MISSING = "〓";

    private static final String TYPEFACE = "Sheet";

    /** One sheet at a time: the parsed typeface is shared, and nobody can make the server write a hundred at once. */
    private final ReentrantLock one = new ReentrantLock();

    private @Nullable TrueTypeFont typeface;

    static {
        // of every sheet it would tell how many style rules it has
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** The first sheet costs more than a second, most of it for the typeface: nobody should wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        Thread.ofPlatform()
                .name("first sheet")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> {
                    write(
                            "<html lang=\"zh-CN\"><head><title>回音</title><meta name=\"subject\" content=\"回音\"/></head><body><p>回音</p></body></html>",
                            LocalDate.EPOCH);
                });
    }

    /**
     * Writes a sheet.
     *
     * @param html well-formed, with {@code lang}, a title and a {@code meta} called subject
     * @param on the day that the document carries, whenever it is written
     * @throws IllegalStateException when the template is not well-formed
     */
    byte[] write(String html, LocalDate on) {
        one.lock();
        try {
            TrueTypeFont face = typeface();
            return written(styled(parsed(printable(html, face.getUnicodeCmapLookup()))), face, on);
        } catch (IOException e) {
            throw new IllegalStateException("a sheet could not be written", e);
        } finally {
            one.unlock();
        }
    }

    private TrueTypeFont typeface() throws IOException {
        if (typeface == null)
            try (InputStream in = resource("NotoSansSC-Regular.ttf")) {
                typeface = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            }
        return typeface;
    }

    /** What no printer can draw is left out, and what this typeface lacks is marked with its number, so that nothing goes missing unseen. */
    private static String printable(String html, CmapLookup known) {
        StringBuilder text = new StringBuilder(html.length());
        html.codePoints().forEach(point -> text.append(point == '\n' ? "\n" : printable(point, known)));
        return text.toString();
    }

    private static String printable(int point, CmapLookup known) {
        String own = Character.toString(point);
        // a presentation form (︵, a compatibility ideograph) is its plain character
        String plain = Normalizer.normalize(own, Normalizer.Form.NFKC);
        if (known.getGlyphId(point) > 0) return own;
        if (plain.codePoints().allMatch(one -> known.getGlyphId(one) > 0)) return escaped(plain);
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> point == '\t' ? " " : "";
            default -> MISSING + "(U+%04X)".formatted(point);
        };
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static Document parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the template of a sheet is not well-formed", e);
        }
    }

    private static Document styled(Document sheet) throws IOException {
        Element style = sheet.createElement("style");
        try (InputStream in = resource("sheet.css")) {
            style.setTextContent(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        sheet.getElementsByTagName("head").item(0).appendChild(style);
        return sheet;
    }

    private static byte[] written(Document sheet, TrueTypeFont face, LocalDate on) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(pdf)
                    .useFont(new PDFontSupplier(PDType0Font.load(pdf, face, true)), TYPEFACE)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .withProducer("Huiyin")
                    .withW3cDocument(sheet, null)
                    .useUriResolver((base, address) -> null)
                    .useExternalResourceAccessControl(
                            (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFKeepOpen();
                dated(pdf, on);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                pdf.save(bytes);
                return bytes.toByteArray();
            }
        }
    }

    /** The document's day stands where the writing's time would, so that whoever asks twice can compare. */
    private static void dated(PDDocument pdf, LocalDate on) throws IOException {
        Calendar day = GregorianCalendar.from(on.atStartOfDay(SqlTime.CHINA));
        pdf.getDocumentInformation().setCreationDate(day);
        pdf.getDocumentInformation().setModificationDate(day);
        pdf.setDocumentId(on.toEpochDay());
        PDMetadata about = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(about.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll(
                        "(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*",
                        "$1" + on.atStartOfDay(SqlTime.CHINA).toOffsetDateTime());
        about.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream resource(String name) {
        InputStream in = SheetWriter.class.getResourceAsStream("/sheet/" + name);
        if (in == null) throw new IllegalStateException("sheet/" + name + " is missing");
        return in;
    }
}
