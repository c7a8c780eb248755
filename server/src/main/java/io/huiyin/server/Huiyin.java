package io.huiyin.server;

import io.huiyin.server.csv.UnreadableFile;
import io.huiyin.server.sql.Refusal;
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
                    Throwable cause = cause(exception);
                    command.getErr().println(sentence(cause));
                    if (System.getenv("HUIYIN_DEBUG") != null) exception.printStackTrace();
                    return cause instanceof UnreadableFile || cause instanceof Refusal ? 2 : 1;
                })
                .execute(arguments);
        if (code != Commands.STAYS_UP) System.exit(code);
    }

    /** What is wrong, under whatever it was wrapped in on its way. */
    private static Throwable cause(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && !(cause instanceof Refusal)) cause = cause.getCause();
        return cause;
    }

    /** One line for the person at the terminal. */
    private static String sentence(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
