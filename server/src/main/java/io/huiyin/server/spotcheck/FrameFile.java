package io.huiyin.server.spotcheck;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The frame as a file whose SHA-256 goes into the log before anybody knows the seed: UTF-8, LF, in the order of numbers. */
final class FrameFile {

    private FrameFile() {}

    static void write(Stream<FrameMatter> matters, OutputStream out) {
        try {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
            csv.writeRecord("matter", "unit", "kind", "section", "post", "person", "type", "channel", "x", "contact");
            matters.forEach(m -> csv.writeRecord(
                    m.number(),
                    m.unit(),
                    m.kind(),
                    m.section(),
                    m.post(),
                    m.official(),
                    m.type(),
                    m.channel(),
                    m.rating() == 0 ? "" : Integer.toString(m.rating()),
                    m.contact() ? "1" : "0"));
            csv.flush();
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
