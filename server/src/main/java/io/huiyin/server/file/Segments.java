package io.huiyin.server.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Takes the metadata out of pictures that stand inside a document, segment by segment: their pixels, and so the page, stay
 * exactly as they are.
 */
final class Segments {

    private static final int START_OF_SCAN = 0xda;

    /** EXIF and XMP, then FlashPix and others up to Photoshop's, and comments; colour (APP2, APP14) and JFIF (APP0) stay. */
    private static final int COMMENT = 0xfe;

    /** What draws a PNG (W3C PNG, third edition, 11.2 and 11.3); texts, times and EXIF do not. */
    private static final Set<String> DRAWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs");

    private Segments() {}

    /**
     * @throws IOException it is no JPEG
     */
    static byte[] jpeg(byte[] bytes) throws IOException {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
        int at = 2;
        if (bytes.length < 4 || marker(bytes, 0) != 0xd8) throw new IOException("no JPEG");
        clean.write(bytes, 0, 2);
        while (true) {
            int marker = marker(bytes, at);
            if (marker == START_OF_SCAN) break;
            if (at + 4 > bytes.length) throw new IOException("a segment without a length");
            int length = 2 + ((bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff);
            if (at + length > bytes.length) throw new IOException("a segment that is cut off");
            if (!says(marker)) clean.write(bytes, at, length);
            at += length;
        }
        clean.write(bytes, at, bytes.length - at);
        return clean.toByteArray();
    }

    private static int marker(byte[] bytes, int at) throws IOException {
        if (at + 1 >= bytes.length || (bytes[at] & 0xff) != 0xff) throw new IOException("no marker");
        return bytes[at + 1] & 0xff;
    }

    private static boolean says(int marker) {
        boolean application = marker >= 0xe1 && marker <= 0xef;
        return marker == COMMENT || application && marker != 0xe2 && marker != 0xee;
    }

    /**
     * @throws IOException it is no PNG
     */
    static byte[] png(byte[] bytes) throws IOException {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
        DataOutputStream out = new DataOutputStream(clean);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        out.write(in.readNBytes(8));
        String type;
        do {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            if (length < 0 || length > in.available() - 4) throw new IOException("a chunk that is cut off");
            byte[] rest = in.readNBytes(length + 4);
            type = new String(name, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (DRAWN.contains(type)) {
                out.writeInt(length);
                out.write(name);
                out.write(rest);
            }
        } while (!type.equals("IEND"));
        return clean.toByteArray();
    }
}
