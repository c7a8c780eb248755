package io.huiyin.audit;

import io.huiyin.engine.SampleDesign;
import io.huiyin.engine.Scheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sizes of a draw, and what they mean in calls. */
@Command(
        name = "design",
        mixinStandardHelpOptions = true,
        usageHelpWidth = 120,
        description =
                "How many matters to draw per stratum so that every unit's score is precise enough, and what that "
                        + "means in people called, dials and hours.",
        footer = {
            "",
            "Interviews go where matters are many and answers differ (Neyman), but at least --least to a stratum; see",
            "docs/methods.md. Interviews that the frame already holds tell how much answers differ; without any it is",
            "25.4 points. Dials: each person is dialled until answered, at most --attempts times.",
            "",
            "  ./huiyin design FRAME.csv --precision 5 --response 0.3 --table",
            "  ./huiyin design FRAME.csv --precision 5 --response 0.3 --sizes SIZES.csv",
            "  ./huiyin draw FRAME.csv --strata unit,type --seed HEX --sizes SIZES.csv"
        })
final class DesignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FRAME.csv[.gz]|FRAME.parquet",
            description = "One row a matter: matter,unit,type and, if strata have periods, period.")
    private Path frame = Path.of("");

    @Option(
            names = "--precision",
            required = true,
            paramLabel = "POINTS",
            description = "Half-width of each unit's interval.")
    private double precision;

    @Option(
            names = "--response",
            required = true,
            paramLabel = "SHARE",
            description = "Expected share of those called who answer, as 0.3.")
    private double response;

    @Option(names = "--least", paramLabel = "N", description = "Interviews per stratum at least, or all; default 4.")
    private int least = 4;

    @Option(
            names = "--costs",
            paramLabel = "COSTS.csv",
            description = "type,cost: what an interview costs by type; default 1.")
    private @Nullable Path costs;

    @Option(names = "--attempts", paramLabel = "K", description = "Most dials per person; default 3.")
    private int attempts = SampleDesign.Calls.asShipped().attempts();

    @Option(names = "--dial-minutes", paramLabel = "M", description = "Minutes per dial; default 1.5.")
    private double dialMinutes = SampleDesign.Calls.asShipped().dialMinutes();

    @Option(names = "--interview-minutes", paramLabel = "M", description = "Minutes per interview; default 6.")
    private double interviewMinutes = SampleDesign.Calls.asShipped().interviewMinutes();

    @Option(names = "--scheme", paramLabel = "S.json", description = "Declared level, prior and shift of the silent.")
    private @Nullable Path scheme;

    @Option(names = "--sizes", paramLabel = "F", description = "Write the sizes for 'draw' to this file.")
    private @Nullable Path sizes;

    @Option(names = "--table", description = "A table for reading instead of JSON.")
    private boolean table;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        SampleDesign.Wish wish = wish();
        Scheme declared = scheme == null ? Scheme.asShipped() : SchemeFile.read(scheme);
        SampleDesign design = SampleDesign.of(DesignFrame.cells(frame), declared, wish);
        if (sizes != null) {
            Output.write(DesignText.sizes(design), sizes, spec.commandLine().getOut());
        }
        Output.write(
                table ? DesignText.table(design) : DesignText.json(design),
                out,
                spec.commandLine().getOut());
        return 0;
    }

    private SampleDesign.Wish wish() {
        Map<String, Double> byType = costs == null ? Map.of() : PopulationFile.costs(costs);
        try {
            return new SampleDesign.Wish(
                    precision,
                    response,
                    least,
                    byType,
                    new SampleDesign.Calls(attempts, dialMinutes, interviewMinutes));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
