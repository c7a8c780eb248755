package io.huiyin.server.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * 二维码 as one path of an SVG, a unit a module: sharp on any paper, and nothing to load.
 *
 * @param size modules on one side, with the quiet zone of four on every side (ISO/IEC 18004)
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /** Level M: readable with 15 % of it soiled. */
    public static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = 0;
                while (x + run < modules.getWidth() && modules.get(x + run, y) == 1) run++;
                if (run == 0) continue;
                path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                path.append('h').append(run).append("v1h-").append(run).append('z');
                x += run;
            }
        }
        return path.toString();
    }
}
