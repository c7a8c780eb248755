package io.huiyin.audit;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The outsider's commands; exit code 0 done, 1 a check failed, 2 wrong usage or bad input. */
@Command(
        name = "huiyin",
        mixinStandardHelpOptions = true,
        version = "huiyin audit 1",
        description = "Recomputes published results and draws.")
public final class Audit implements Runnable {
    private static final int BAD_INPUT = 2;
    private static final SequencedMap<String, Supplier<Callable<Integer>>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("assess", AssessCommand::new);
        COMMANDS.put("draw", DrawCommand::new);
        COMMANDS.put("design", DesignCommand::new);
        COMMANDS.put("survey", SurveyCommand::new);
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one command and returns its exit code; results go to {@code out}, complaints to {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Audit());
        // each command's options take time to look through, so a start with one command knows that one only
        Supplier<Callable<Integer>> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (named == null) {
            COMMANDS.forEach((name, command) -> line.addSubcommand(command.get()));
        } else {
            line.addSubcommand(named.get());
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((e, given) -> complain(err, e.getMessage()));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (!(e instanceof BadInput)) {
                e.printStackTrace(err);
            }
            return complain(err, e.getMessage());
        });
        int code = execute(line, err, args);
        out.flush();
        err.flush();
        return code;
    }

    /** A fault of ours must never look like code 1, which says that somebody's numbers do not hold. */
    private static int execute(CommandLine line, PrintWriter err, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            return complain(err, "the memory is not enough: " + e.getMessage());
        } catch (LinkageError e) {
            e.printStackTrace(err);
            return complain(err, "a part of the program is missing: " + e.getMessage());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command: assess, design, draw or survey; --help explains them");
    }

    private static int complain(PrintWriter err, @org.jspecify.annotations.Nullable String sentence) {
        err.println("huiyin: "
                + (sentence == null
                        ? "something unexpected happened"
                        : sentence.strip().replace("\n", " ")));
        return BAD_INPUT;
    }
}
