package io.huiyin.server.assessment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huiyin.engine.FrameColumns;
import io.huiyin.engine.Stratum;
import io.huiyin.proof.Hashes;
import io.huiyin.server.assessment.Counts.Size;
import io.huiyin.server.assessment.DrawnQuarters.DrawnQuarter;
import io.huiyin.server.assessment.InputStore.InputRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** frame.csv: one row a matter, from which {@code ./huiyin assess} computes the same numbers as the pages. */
@Component
public class InputFile {

    private static final List<String> HEADER = Stream.concat(
                    FrameColumns.STRATIFIED.stream(), Stream.of("period", "kind", "contact"))
            .toList();

    private final InputStore store;

    InputFile(InputStore store) {
        this.store = store;
    }

    /** Streams the file; both readings see one state of the database. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Cycle cycle, OutputStream out) {
        stream(cycle, out);
    }

    /** SHA-256 of the file, 64 hex digits; in the caller's transaction. */
    String digest(Cycle cycle) {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), Hashes.sha256())) {
            stream(cycle, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stream(Cycle cycle, OutputStream out) {
        DrawnQuarters drawn = store.drawn(cycle.quarters());
        Counts counts = store.counts(drawn);
        Map<Stratum, Size> sizes = counts.sizes();
        Map<String, String> kinds = counts.kinds();
        try {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
            csv.writeRecord(HEADER);
            for (DrawnQuarter quarter : drawn.all()) {
                try (Stream<InputRow> matters = store.matters(quarter)) {
                    matters.forEach(row -> write(csv, row, sizes, kinds));
                }
            }
            csv.flush();
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** person is the official who decided; complexity and age are not recorded. */
    private static void write(CsvWriter csv, InputRow row, Map<Stratum, Size> sizes, Map<String, String> kinds) {
        Size size = Objects.requireNonNull(sizes.get(new Stratum(row.quarter(), row.unit(), row.type())));
        csv.writeRecord(
                row.number(),
                row.unit(),
                row.section(),
                row.post(),
                row.official(),
                row.type(),
                row.channel(),
                "",
                "",
                bit(row.rating() > 0),
                level(row.rating()),
                Long.toString(size.matters()),
                Long.toString(size.drawn()),
                bit(row.sampled()),
                bit(row.answer() > 0),
                level(row.answer()),
                row.quarter(),
                kinds.getOrDefault(row.unit(), ""),
                bit(row.contact()));
    }

    private static String bit(boolean yes) {
        return yes ? "1" : "0";
    }

    private static String level(int level) {
        return level == 0 ? "" : Integer.toString(level);
    }
}
