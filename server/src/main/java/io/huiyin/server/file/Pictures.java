package io.huiyin.server.file;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures are decoded and written again: place, time, camera and whatever is glued to them are gone, and the way up that only
 * the metadata told is how the picture then is. The header says how large a picture is before a pixel of it is decoded.
 */
final class Pictures implements Cleaning {

    /** Pixels along one side, and in all at three bytes each: some 150 MB while it is decoded, and the same again to turn it. */
    static final int LONGEST_SIDE = 12_000;

    static final long MOST_PIXELS = 50_000_000;

    /** High enough that a photographed document stays readable. */
    private static final float QUALITY = 0.92f;

    private final FileKind kind;

    Pictures(FileKind kind) {
        this.kind = kind;
    }

    @Override
    public FileKind kind() {
        return kind;
    }

    @Override
    public byte[] clean(byte[] bytes) throws IOException {
        BufferedImage decoded = decode(bytes);
        return encode(upright(decoded, kind == FileKind.JPG ? orientation(bytes) : 1));
    }

    private BufferedImage decode(byte[] bytes) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            measure(reader);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static void measure(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height * weight(reader) > MOST_PIXELS)
            throw new Unfit("file.refused.pixels", width, height, LONGEST_SIDE, MOST_PIXELS / 1_000_000);
    }

    /** How many times three bytes a pixel takes, at least one. */
    private static long weight(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 24;
        return Math.max(1, (bits + 23) / 24);
    }

    /** EXIF's 1 to 8; 1, upright, where nothing usable is said. */
    private static int orientation(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            if (exif.isEmpty()) return 1;
            try (InputStream said = exif.getFirst().data()) {
                // one byte after the name fills it up to six
                if (said.read() < 0) return 1;
                try (ImageInputStream tiff = ImageIO.createImageInputStream(said)) {
                    Directory directory = new TIFFReader().read(tiff);
                    return turn(directory.getEntryById(TIFF.TAG_ORIENTATION));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            return 1;
        }
    }

    private static int turn(@Nullable Entry said) {
        return said != null && said.getValue() instanceof Number number ? number.intValue() : 1;
    }

    /** The same pixels in sRGB, turned and mirrored as EXIF's orientation says (CIPA DC-008, 4.6.4). */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1 && picture.getType() == BufferedImage.TYPE_3BYTE_BGR) return picture;
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turned = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        boolean lies = orientation >= 5 && orientation <= 8;
        boolean clear = picture.getColorModel().hasAlpha();
        BufferedImage upright = new BufferedImage(
                lies ? height : width,
                lies ? width : height,
                clear ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D drawing = upright.createGraphics();
        drawing.drawImage(picture, turned, null);
        drawing.dispose();
        return upright;
    }

    private byte[] encode(BufferedImage picture) throws IOException {
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.ending()).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(clean)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == FileKind.JPG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return clean.toByteArray();
    }
}
