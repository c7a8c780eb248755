package io.huiyin.server.petition;

import io.huiyin.server.petition.PetitionDeskStore.Line;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the desk's list after which it goes on, as an address holds it. A list of a million goes on as fast as one of a hundred, and
 * nothing is skipped or shown twice when rows come in meanwhile.
 *
 * @param at its day or time, by which the list is in order
 */
record Position(String at, UUID id) {

    static Position of(Line line, boolean byDay) {
        return new Position(
                byDay ? String.valueOf(line.dueOn()) : line.receivedAt().toString(), line.id());
    }

    /** Absent when the text is none: then the list begins at its first row. */
    static Optional<Position> read(String text, boolean byDay) {
        String[] parts = text.split("~", 2);
        if (parts.length < 2) return Optional.empty();
        try {
            String at = byDay
                    ? LocalDate.parse(parts[0]).toString()
                    : Instant.parse(parts[0]).toString();
            return Optional.of(new Position(at, UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "~" + id;
    }
}
