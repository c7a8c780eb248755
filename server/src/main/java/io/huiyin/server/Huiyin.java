package io.huiyin.server;

import io.huiyin.server.csv.UnreadableFile;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import picocli.CommandLine;

/** The server and its two other uses, importing and the demo: {@code demo}, {@code serve}, {@code import}. */
@SpringBootApplication
@org.springframework.scheduling.annotation.EnableScheduling
@Modulithic(systemName = "Huiyin")
public class Huiyin {

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int code = new CommandLine(new Commands())
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println(sentence(exception));
                    if (System.getenv("HUIYIN_DEBUG") != null) exception.printStackTrace();
                    return exception instanceof UnreadableFile || exception instanceof Refusal ? 2 : 1;
                })
                .execute(arguments);
        if (code != Commands.STAYS_UP) System.exit(code);
    }

    /** One line for the person at the terminal: the innermost cause says what is wrong. */
    private static String sentence(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && !(cause instanceof Refusal)) cause = cause.getCause();
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
