package io.huiyin.audit;

import io.huiyin.engine.survey.Refused;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The general survey calculator. */
@Command(
        name = "survey",
        mixinStandardHelpOptions = true,
        description = "Survey statistics with design-based errors, equal to R's survey package; see docs/survey.md.",
        usageHelpWidth = 160,
        footer = SurveyExamples.TEXT)
final class SurveyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DATA.csv[.gz]", description = "One row a drawn unit; an empty cell is missing.")
    private Path data = Path.of("");

    @Mixin
    private SurveyOptions options = new SurveyOptions();

    @Option(names = "--table", description = "A table for reading instead of JSON.")
    private boolean table;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        SurveyRequest request = request();
        try {
            SurveyRun run = SurveyRun.of(data, request);
            String text = table ? SurveyText.table(run) : SurveyText.json(run);
            Output.write(text, out, spec.commandLine().getOut());
            return 0;
        } catch (Refused e) {
            throw new BadInput(data, String.valueOf(e.getMessage()));
        }
    }

    private SurveyRequest request() {
        try {
            return SurveyRequest.of(options);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
