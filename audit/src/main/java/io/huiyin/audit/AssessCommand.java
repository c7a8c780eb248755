package io.huiyin.audit;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Options;
import io.huiyin.engine.Scheme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Parameters(paramLabel = "FRAME.csv[.gz]|FRAME.parquet", description = "One row a matter; see docs/methods.md.")
    private Path frame = Path.of("");

    @Option(names = "--scheme", paramLabel = "S.json", description = "What was declared before; default: as shipped.")
    private @Nullable Path scheme;

    @Option(
            names = "--delta",
            paramLabel = "POINTS",
            description = "Shift of those who did not answer; before the scheme's.")
    private @Nullable Double delta;

    @Option(names = "--chain", paramLabel = "post", description = "'post' puts posts between sections and persons.")
    private String chain = "";

    @Option(
            names = "--casemix",
            paramLabel = "yes|no",
            description = "Compare D_adj, or D? Default: D_adj, but D where the frame has a column kind.")
    private @Nullable String casemix;

    @Option(
            names = "--casemix-variance",
            description = "Flags, ranks and grades of D_adj allow for the error of the adjustment.")
    private boolean casemixVariance;

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = "Names the person a matter was for: errors then allow for persons with several matters.")
    private String cluster = "";

    @Option(names = "--bootstrap", paramLabel = "R", description = "Rank sets by R parametric draws as well.")
    private int bootstrap;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws; default 1.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "K", description = "Threads; they change no digit. Default: all.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--table", description = "A table for reading instead of JSON.")
    private boolean table;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Options options = options();
        Assessment assessment = Assessment.of(FrameReader.cells(frame, cluster), declared(), options);
        String text = table ? AssessmentTable.text(assessment) : AssessmentJson.text(assessment);
        Output.write(text, out, spec.commandLine().getOut());
        return 0;
    }

    private Scheme declared() {
        Scheme declared = scheme == null ? Scheme.asShipped() : SchemeFile.read(scheme);
        try {
            return delta == null ? declared : declared.withDelta(delta);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--delta: " + e.getMessage());
        }
    }

    private Options options() {
        if (!chain.isEmpty() && !chain.equals("post")) {
            throw new ParameterException(spec.commandLine(), "--chain: only 'post' can be put in: " + chain);
        }
        if (bootstrap < 0 || threads < 1) {
            throw new ParameterException(spec.commandLine(), "--bootstrap and --threads take whole numbers");
        }
        return new Options(chain.equals("post"), compared(), bootstrap, seed, threads, casemixVariance);
    }

    private Options.Compared compared() {
        return switch (casemix) {
            case null -> Options.Compared.BY_FRAME;
            case "yes" -> Options.Compared.ADJUSTED;
            case "no" -> Options.Compared.PLAIN;
            default -> throw new ParameterException(spec.commandLine(), "--casemix: yes or no: " + casemix);
        };
    }
}
