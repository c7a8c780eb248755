package io.huiyin.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL that runs on a folder of files, as it says itself in {@code postmaster.pid}: its process and its port. */
record Postmaster(ProcessHandle process, int port) {

    static Optional<Postmaster> of(Path cluster) {
        try {
            // process id, data folder, start time, port, ...
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            int port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(Postmaster::isPostgres)
                    .map(process -> new Postmaster(process, port));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** After a power failure the number in the file may be anybody's. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    /** As {@code pg_ctl stop} does: at once, and with nothing left to repair at the next start. */
    void stop() throws IOException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start();
        try {
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException("process " + process.pid() + " goes on", e);
        }
    }
}
