package io.huiyin.server.rating;

import java.util.List;
import java.util.UUID;

/** Matters that were rated poorly before and whose rating that counts now is not poor. */
public record PoorRatingsReplaced(List<UUID> matters) {}
