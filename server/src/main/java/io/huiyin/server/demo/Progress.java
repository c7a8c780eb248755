package io.huiyin.server.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How far loading has come: one line that is rewritten on a terminal, a line for each kind of work, or every few seconds, elsewhere. */
class Progress {

    private static final int WIDTH = 72;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Duration> spent = new ConcurrentSkipListMap<>();
    private final long started = System.nanoTime();
    private long shown;
    private String last = "";

    Progress(PrintStream out) {
        this.out = out;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    /** @param share of the whole, 0 to 1 */
    void at(double share, String what) {
        long now = System.nanoTime();
        boolean soon = now - shown < (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(5)).toNanos();
        if (soon && what.equals(last)) return;
        shown = now;
        last = what;
        String line = String.format(Locale.ROOT, "Loading the demo county: %3.0f %%  %s", 100 * share, what);
        if (terminal) out.print("\r" + pad(line));
        else out.println(line);
        out.flush();
    }

    /** Does some work and remembers what this kind of work took in all. */
    <T> T timed(String what, Supplier<T> work) {
        long from = System.nanoTime();
        T done = work.get();
        spent.merge(what, Duration.ofNanos(System.nanoTime() - from), Duration::plus);
        return done;
    }

    void end(String what) {
        String split = spent.entrySet().stream()
                .map(entry -> entry.getKey() + " " + seconds(entry.getValue()))
                .collect(Collectors.joining(", "));
        String line = what + " in " + seconds(Duration.ofNanos(System.nanoTime() - started)) + " (" + split + ")";
        out.println((terminal ? "\r" : "") + pad(line));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String pad(String line) {
        return line + " ".repeat(Math.max(0, WIDTH - line.length()));
    }
}
