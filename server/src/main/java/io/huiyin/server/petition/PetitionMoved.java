package io.huiyin.server.petition;

import java.util.UUID;

/** A petition was moved, or somebody said how it ended for them; told in the transaction in which it happens. */
public record PetitionMoved(UUID petition) {}
