package io.huiyin.server.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks through a whole file before any row is taken: what is saved in another encoding than said would be a page of wrong
 * characters in somebody's file.
 */
final class Encodings {

    private Encodings() {}

    static void check(Path file, Charset charset) throws IOException {
        Scan scan = Scan.of(file, charset);
        if (!scan.whole) throw new UnreadableFile(file + ", row " + scan.line + ": " + wrong(file, charset));
        if (!charset.equals(UTF_8) && scan.foreign && Scan.of(file, UTF_8).whole)
            throw new UnreadableFile(file + " is UTF-8, not " + charset + ": leave --charset out.");
    }

    /** Nothing is replaced by a question mark. */
    static Reader strict(InputStream in, Charset charset) {
        return new InputStreamReader(in, decoder(charset));
    }

    private static String wrong(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(2);
            if (mark.length == 2 && (mark[0] & 0xff) + (mark[1] & 0xff) == 0xff + 0xfe)
                return "this is UTF-16, not " + charset + ". Try --charset UTF-16.";
        }
        return charset.equals(UTF_8)
                ? "this is not UTF-8. Chinese Excel and WPS save GB18030: try --charset GB18030."
                : "this is not " + charset + ". Try it without --charset (UTF-8).";
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * @param whole whether the file could be decoded to its end
     * @param line the line that holds the first fault, or the last line
     * @param foreign whether there are characters beyond ASCII
     */
    private record Scan(boolean whole, long line, boolean foreign) {

        /** The decoder is driven by hand: a reader would drop the characters before the fault, and with them the line. */
        static Scan of(Path file, Charset charset) throws IOException {
            CharsetDecoder decoder = decoder(charset);
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            CharBuffer some = CharBuffer.allocate(1 << 16);
            long line = 1;
            boolean foreign = false;
            try (FileChannel in = FileChannel.open(file)) {
                for (boolean end = false; ; ) {
                    if (!end) end = in.read(bytes) < 0;
                    bytes.flip();
                    CoderResult result = decoder.decode(bytes, some, end);
                    bytes.compact();
                    some.flip();
                    while (some.hasRemaining()) {
                        char c = some.get();
                        if (c == '\n') line++;
                        else if (c > 127) foreign = true;
                    }
                    some.clear();
                    if (result.isError() || end && result.isUnderflow())
                        return new Scan(!result.isError(), line, foreign);
                }
            }
        }
    }
}
