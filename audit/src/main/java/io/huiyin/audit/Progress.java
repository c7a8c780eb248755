package io.huiyin.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A counter on standard error for work of more than a second, when a person is watching. */
final class Progress implements AutoCloseable {
    private static final long STEP = 100_000;
    private final String what;
    private final boolean watched = watched();
    private final long start = System.nanoTime();
    private long next;
    private boolean shown;

    Progress(String what) {
        this.what = what;
    }

    /** Tells how much is done. */
    void at(long done) {
        if (watched && done >= next && System.nanoTime() - start > 1_000_000_000L) {
            next = done + STEP;
            System.err.printf(Locale.ROOT, "\r%,d %s", done, what);
            shown = true;
        }
    }

    @Override
    public void close() {
        if (shown) {
            System.err.print("\r\u001b[K");
        }
    }

    private static boolean watched() {
        try {
            String target = Path.of("/proc/self/fd/2").toRealPath().toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return !Files.exists(Path.of("/proc/self"))
                    && System.console() != null
                    && System.console().isTerminal();
        }
    }
}
