package io.huiyin.server.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The streams that a reader of PDF must unpack whole before it knows what is in the file (object and cross-reference streams) are
 * unpacked here first, up to a limit, and thrown away: the library has none. All other streams are carried over packed.
 */
final class PdfBombs {

    /** A document of some thousand pages has a tenth of it. */
    static final int MOST_BYTES = 60_000_000;

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern UNPACKED = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern ONE_FILTER = Pattern.compile("/Filter\\s*(/FlateDecode|\\[\\s*/FlateDecode\\s*])");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private PdfBombs() {}

    /**
     * @throws Unfit it is a bomb, or packed in a way that nobody has a reason for
     */
    static void refuse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        long all = 0;
        int before = 0;
        for (Matcher stream = STREAM.matcher(text); stream.find(); before = stream.end()) {
            String dictionary = plain(text.substring(Math.max(before, stream.start() - 4_096), stream.start()));
            if (!UNPACKED.matcher(dictionary).find() || !dictionary.contains("/Filter")) continue;
            if (!ONE_FILTER.matcher(dictionary).find()) throw new Unfit("file.refused.damaged");
            all += unpacked(bytes, stream.end(), MOST_BYTES - all);
        }
    }

    private static long unpacked(byte[] bytes, int from, long most) {
        Inflater inflater = new Inflater();
        long written = 0;
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] thrownAway = new byte[65_536];
            for (int some = 1; some > 0 && written <= most; written += some) some = inflater.inflate(thrownAway);
        } catch (DataFormatException damaged) {
            // what can be unpacked before the damage counts
        } finally {
            inflater.end();
        }
        if (written > most) throw new Unfit("file.refused.bomb");
        return written;
    }

    /** A name may be written with its letters as numbers (ISO 32000-2, 7.3.5). */
    private static String plain(String dictionary) {
        return ESCAPED.matcher(dictionary)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
