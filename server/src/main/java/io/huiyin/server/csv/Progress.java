package io.huiyin.server.csv;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far an import is: a bar on a terminal, a plain line every ten seconds elsewhere. */
final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final long size;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long shown = started;

    Progress(PrintStream out, long size) {
        this.out = out;
        this.size = Math.max(size, 1);
        Console console = System.console();
        this.terminal = out == System.out && console != null && console.isTerminal();
    }

    void at(long position, long rows) {
        long now = System.nanoTime();
        if (now - shown < (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10)).toNanos()) return;
        shown = now;
        double share = Math.min(1, (double) position / size);
        String line =
                String.format(Locale.ROOT, "%3.0f %%  %,d rows, %,.0f a second", 100 * share, rows, rate(rows, now));
        if (!terminal) out.println(line);
        else
            out.print(
                    "\r" + "█".repeat((int) (WIDTH * share)) + "░".repeat(WIDTH - (int) (WIDTH * share)) + " " + line);
        out.flush();
    }

    void end() {
        if (terminal) out.print("\r" + " ".repeat(WIDTH + 60) + "\r");
    }

    private double rate(long rows, long now) {
        return rows / (Math.max(1, now - started) / 1e9);
    }
}
