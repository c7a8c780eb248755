package io.huiyin.server.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Some matters were closed, in the transaction that is still open: each gives the right to rate it. */
public record MattersClosed(List<ClosedMatter> matters) {

    /** One closed matter. */
    public record ClosedMatter(UUID id, String unit, Instant closedAt, Outcome outcome) {}
}
