package io.huiyin.server.csv;

import java.time.Instant;

/** One run of an import that has ended: read = taken + unchanged + rejected. */
public record Run(
        String kind, String file, Instant startedAt, Instant finishedAt, long taken, long unchanged, long rejected) {

    public long read() {
        return taken + unchanged + rejected;
    }
}
