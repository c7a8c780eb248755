package io.huiyin.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A second worker beside the first, so that one prepares rows while the database stores the other's. */
final class Lane implements AutoCloseable {

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final List<Future<?>> given = new ArrayList<>();

    void add(Runnable work) {
        given.add(worker.submit(work));
    }

    /** Waits until all that was given is done; what failed there fails here. */
    void finish() {
        try {
            for (Future<?> one : given) one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("loading failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("loading was interrupted", e);
        }
        given.clear();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
