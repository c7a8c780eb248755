package io.huiyin.audit;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Scheme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recomputes a result from its frame. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = "Recomputes an assessment from its frame, without a server.")
final class AssessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FRAME.csv[.gz]", description = "One row a matter; see docs/methods.md.")
    private Path frame = Path.of("");

    @Option(names = "--scheme", paramLabel = "S.json", description = "What was declared before; default: as shipped.")
    private @Nullable Path scheme;

    @Option(names = "--table", description = "A table for reading instead of JSON.")
    private boolean table;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Scheme declared = scheme == null ? Scheme.asShipped() : SchemeFile.read(scheme);
        Assessment assessment = Assessment.of(FrameReader.cells(frame), declared);
        String text = table ? AssessmentTable.text(assessment) : AssessmentJson.text(assessment);
        Output.write(text, out, spec.commandLine().getOut());
        return 0;
    }
}
