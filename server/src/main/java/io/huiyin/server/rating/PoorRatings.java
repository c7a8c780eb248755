package io.huiyin.server.rating;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 差评: matters whose counting rating became, or stayed, poor. Published in the transaction that stores the ratings. */
public record PoorRatings(List<PoorRating> all) {

    /** One of them, as it counts now. */
    public record PoorRating(
            UUID matter, String unit, int level, List<String> reasons, boolean mayContact, Instant ratedAt) {}
}
