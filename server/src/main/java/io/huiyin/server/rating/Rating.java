package io.huiyin.server.rating;

import java.time.Instant;
import java.util.UUID;

/**
 * 自愿评价: one submission of a rating. No row is ever changed: a correction, also the rater's own, is another submission.
 *
 * @param submission made with the form or from the imported row: whatever is retried is one row
 * @param terminal device or account at a counter; empty elsewhere
 */
public record Rating(
        UUID submission, UUID matter, Channel channel, String terminal, Opinion opinion, Instant ratedAt) {}
