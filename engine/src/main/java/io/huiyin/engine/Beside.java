package io.huiyin.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A part of an assessment that is computed beside the others when there is a thread for it; the result is the same. */
final class Beside<T> {
    private final FutureTask<T> task;

    Beside(Options options, Callable<T> part) {
        task = new FutureTask<>(part);
        if (options.threads() > 1) {
            Thread.ofPlatform().daemon().name("beside").start(task);
        }
    }

    /** The part's result; computed now, if it was not begun. */
    T result() {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
