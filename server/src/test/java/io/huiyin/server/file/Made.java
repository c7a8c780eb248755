package io.huiyin.server.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Real files that give something away, do harm or lie, made where they are needed. */
public final class Made {

    /** Stands wherever a file could say who made it. */
    public static final String WHO = "WangXiaoming";

    private Made() {}

    /** Wider than high, the left half red; with EXIF: the way up, a camera's owner and a place. */
    public static byte[] photograph(int orientation) {
        byte[] plain = written("jpg", picture(BufferedImage.TYPE_INT_RGB));
        return joined(
                Arrays.copyOf(plain, 2),
                segment(0xe1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation))),
                segment(0xfe, WHO.getBytes(StandardCharsets.ISO_8859_1)),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** With a text and, behind its end, a whole zip. */
    public static byte[] drawing() {
        byte[] plain = written("png", picture(BufferedImage.TYPE_INT_ARGB));
        return joined(
                Arrays.copyOf(plain, 33),
                chunk("tEXt", ("Author\0" + WHO).getBytes(StandardCharsets.ISO_8859_1)),
                Arrays.copyOfRange(plain, 33, plain.length),
                zip(Map.of("evil.sh", WHO.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** The head of a picture, and four bytes of nonsense for its pixels. */
    static byte[] headOf(int width, int height) {
        byte[] size = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", size),
                chunk("IDAT", new byte[] {1, 2, 3, 4}));
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(64, 32, type);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, 32, 32);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(32, 0, 32, 32);
        drawing.dispose();
        return picture;
    }

    /** TIFF, big-endian: orientation, owner's name, and a GPS directory with a latitude. */
    private static byte[] exif(int orientation) {
        byte[] owner = (WHO + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int gps = 8 + 2 + 3 * 12 + 4;
        int place = gps + 2 + 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(place + 24 + owner.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 3);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x013b).putShort((short) 2).putInt(owner.length).putInt(place + 24);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gps).putInt(0);
        tiff.putShort((short) 1)
                .putShort((short) 2)
                .putShort((short) 5)
                .putInt(3)
                .putInt(place)
                .putInt(0);
        for (int part : new int[] {30, 1, 16, 1, 12, 1}) tiff.putInt(part);
        return tiff.put(owner).array();
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(
                ByteBuffer.allocate(4)
                        .put((byte) 0xff)
                        .put((byte) marker)
                        .putShort((short) (content.length + 2))
                        .array(),
                content);
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = joined(type.getBytes(StandardCharsets.ISO_8859_1), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** With everything that a PDF can say or do beside its pages: {@code READABLE} stands on its page. */
    public static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            document.getDocumentInformation().setAuthor(WHO);
            document.getDocumentInformation().setCreationDate(Calendar.getInstance());
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, in("<x>" + WHO + "</x>")));
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + WHO + "')"));
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("calc.exe");
            PDActionURI address = new PDActionURI();
            address.setURI("http://example.org/" + WHO);
            PDAnnotationLink starts = new PDAnnotationLink();
            starts.setRectangle(new PDRectangle(10, 10, 50, 50));
            starts.setAction(launch);
            PDAnnotationLink leads = new PDAnnotationLink();
            leads.setRectangle(new PDRectangle(10, 80, 50, 50));
            leads.setAction(address);
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(60, 60, 20, 20));
            note.setTitlePopup(WHO);
            note.setContents("a note that stays");
            page.setAnnotations(List.of(starts, leads, note));
            attach(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(JPEGFactory.createFromStream(document, in(photograph(1))), 20, 20);
            }
            page.getCOSObject().setString(COSName.getPDFName("READABLE"), "yes");
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few kilobytes whose cross-reference stream unpacks to 200 MB. */
    static byte[] pdfBomb() {
        byte[] packed = packed(new byte[200_000_000]);
        return joined(
                ("%PDF-1.7\n1 0 obj\n<</Type/X#52ef/Size 2/W[1 2 1]/Filter/FlateDecode/Length " + packed.length
                                + ">>\nstream\n")
                        .getBytes(StandardCharsets.ISO_8859_1),
                packed,
                "\nendstream\nendobj\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new java.util.zip.DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void attach(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(WHO + ".exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, in("MZ" + WHO)));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("file", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A document whose sentence is {@code 井盖坏了}; with an author, a comment, a link, a template and a photograph. */
    public static Map<String, byte[]> wordParts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        String r = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        put(
                parts,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"x\"/></Types>");
        put(
                parts,
                "_rels/.rels",
                "<Relationships " + r + "><Relationship Id=\"rId1\" Type=\"" + office
                        + "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"core-properties\""
                        + " Target=\"docProps/core.xml\"/></Relationships>");
        put(parts, "docProps/core.xml", "<x>" + WHO + "</x>");
        put(
                parts,
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document " + w
                        + " xmlns:mc=\"urn:mc\" mc:Ignorable=\"w14\" xmlns:w14=\"urn:w14\"><w:body><w:p"
                        + " w:rsidR=\"00AB12CD\"><w:ins w:id=\"1\" w:author=\"" + WHO
                        + "\" w:date=\"2026-05-01T00:00:00Z\"><w:r><w:t xml:space=\"preserve\">井盖坏了 &lt;&amp;</w:t></w:r></w:ins></w:p></w:body></w:document>");
        put(
                parts,
                "word/comments.xml",
                "<w:comments " + w + "><w:comment w:id=\"0\" w:author=\"" + WHO
                        + "\" w:initials=\"WXM\"/></w:comments>");
        put(
                parts,
                "word/settings.xml",
                "<w:settings " + w
                        + "><w:attachedTemplate xmlns:r=\"urn:r\" r:id=\"rId1\"/><w:zoom w:percent=\"100\"/></w:settings>");
        put(
                parts,
                "word/_rels/settings.xml.rels",
                "<Relationships " + r + "><Relationship Id=\"rId1\" Type=\"" + office
                        + "attachedTemplate\" Target=\"file:///C:/Users/" + WHO
                        + "/Normal.dotm\" TargetMode=\"External\"/></Relationships>");
        put(
                parts,
                "word/_rels/document.xml.rels",
                "<Relationships " + r + "><Relationship Id=\"rId7\" Type=\"" + office + "hyperlink\" Target=\"mailto:"
                        + WHO + "@example.org\" TargetMode=\"External\"/></Relationships>");
        put(parts, "word/people.xml", "<x>" + WHO + "</x>");
        parts.put(
                "word/header1.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><x>页眉</x>".getBytes(StandardCharsets.UTF_16));
        parts.put("word/media/image1.jpeg", photograph(1));
        return parts;
    }

    static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] word() {
        return zip(wordParts());
    }

    static byte[] zip(Map<String, byte[]> parts) {
        try {
            return Zips.pack(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tenth of a second, with a chunk that says by whom. */
    public static byte[] recording() {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] samples = new byte[1_600];
        for (int i = 0; i < samples.length; i++) samples[i] = (byte) (i * 7);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try {
            AudioSystem.write(
                    new AudioInputStream(in(samples), format, samples.length / 2), AudioFileFormat.Type.WAVE, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] list = joined(
                "LIST".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {24, 0, 0, 0},
                ("INFOIART" + "\f\0\0\0" + WHO).getBytes(StandardCharsets.ISO_8859_1));
        byte[] all = joined(plain.toByteArray(), list);
        ByteBuffer.wrap(all).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(4, all.length - 8);
        return all;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] written(String format, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ByteArrayInputStream in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
