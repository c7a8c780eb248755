package io.huiyin.server.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.huiyin.server.csv.Importer.Setting;
import io.huiyin.server.sql.PlannerStatistics;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs an import: reads, hands on in batches of one transaction each, writes the rejected rows beside the file. */
@Component
public class Imports {

    private final List<Importer> importers;
    private final Batches batches;
    private final RunStore runs;
    private final TransactionTemplate transaction;
    private final PlannerStatistics statistics;
    private final Clock clock;

    Imports(
            List<Importer> importers,
            Batches batches,
            RunStore runs,
            TransactionTemplate transaction,
            PlannerStatistics statistics,
            Clock clock) {
        this.importers = importers;
        this.batches = batches;
        this.runs = runs;
        this.transaction = transaction;
        this.statistics = statistics;
        this.clock = clock;
    }

    /**
     * @throws UnreadableFile when the file cannot be read; of a file that breaks off, the rows before the break are taken
     */
    public Summary run(ImportOptions options, PrintStream progress) {
        Importer importer = importer(options.kind);
        Summary summary = options.dryRun ? dryRun(importer, options, progress) : take(importer, options, progress);
        progress.println(summary + (options.dryRun ? " (dry run: nothing was changed)" : ""));
        return summary;
    }

    private Importer importer(String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile("KIND is one of "
                        + importers.stream().map(Importer::kind).sorted().collect(Collectors.joining(", ")) + ", not "
                        + kind + "."));
    }

    private Summary dryRun(Importer importer, ImportOptions options, PrintStream progress) {
        Summary summary = transaction.execute(status -> {
            status.setRollbackOnly();
            return read(importer, options, progress);
        });
        if (summary == null) throw new IllegalStateException("a dry run without a summary");
        return summary;
    }

    private Summary take(Importer importer, ImportOptions options, PrintStream progress) {
        Instant started = clock.instant();
        Summary summary = read(importer, options, progress);
        String name = options.file.getFileName().toString();
        transaction.executeWithoutResult(
                status -> runs.insert(importer.kind(), name, started, clock.instant(), summary));
        return summary;
    }

    private Summary read(Importer importer, ImportOptions options, PrintStream out) {
        try (CsvFile file = CsvFile.open(options, importer);
                RejectedRows rejected = new RejectedRows(options.file, options.charset, file.header())) {
            Run run = new Run(importer, options, file, rejected);
            Progress progress = new Progress(out, Files.size(options.file));
            long refresh = Run.MOST_ROWS;
            for (List<CsvRecord> batch = run.next(); !batch.isEmpty(); batch = run.next()) {
                run.take(batch);
                progress.at(file.position(), run.read());
                if (run.read() >= refresh) {
                    statistics.refresh();
                    refresh = 2 * run.read();
                }
            }
            progress.end();
            Path path = rejected.path();
            if (path != null) out.println("The rejected rows stand in " + path + ", with reasons.");
            return run.summary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run over one file, and what became of its rows so far. */
    private final class Run {

        private static final int MOST_ROWS = 5_000;
        private static final int MOST_CHARACTERS = 4_000_000;

        private final Importer importer;
        private final Setting setting;
        private final CsvFile file;
        private final Intake intake;
        private final RejectedRows rejectedRows;
        private long taken;
        private long unchanged;
        private long rejected;

        Run(Importer importer, ImportOptions options, CsvFile file, RejectedRows rejectedRows) {
            this.importer = importer;
            this.setting = new Setting(options.unit, options.createUnits);
            this.file = file;
            this.rejectedRows = rejectedRows;
            this.intake = new Intake(file, options.unit, importer.columns().contains("unit_code"));
        }

        /** The next records, at most so many that they fit into a small memory; none at the end of the file. */
        List<CsvRecord> next() {
            List<CsvRecord> batch = new ArrayList<>();
            long characters = 0;
            while (batch.size() < MOST_ROWS && characters < MOST_CHARACTERS) {
                CsvRecord record = file.next();
                if (record == null) break;
                batch.add(record);
                for (String field : record.getFields()) characters += field.length();
            }
            return batch;
        }

        void take(List<CsvRecord> batch) throws IOException {
            List<Row> rows = new ArrayList<>(batch.size());
            for (CsvRecord record : batch) if (intake.fault(record) == null) rows.add(intake.row(record));
            List<Taking> takings = batches.take(importer, rows, setting);
            int next = 0;
            for (CsvRecord record : batch) {
                String fault = intake.fault(record);
                count(record, fault == null ? takings.get(next++) : new Taking.Rejected(fault));
            }
        }

        private void count(CsvRecord record, Taking taking) throws IOException {
            switch (taking) {
                case Taking.Taken done -> taken++;
                case Taking.Unchanged known -> unchanged++;
                case Taking.Rejected refusal -> {
                    rejected++;
                    rejectedRows.add(record, refusal.reasons());
                }
            }
        }

        long read() {
            return taken + unchanged + rejected;
        }

        Summary summary() {
            return new Summary(read(), taken, unchanged, rejected);
        }
    }

    /** read = taken + unchanged + rejected. */
    public record Summary(long read, long taken, long unchanged, long rejected) {
        @Override
        public String toString() {
            return "read " + read + " = taken " + taken + " + unchanged " + unchanged + " + rejected " + rejected;
        }
    }
}
