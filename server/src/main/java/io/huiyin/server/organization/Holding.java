package io.huiyin.server.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任职: an official holds a post from a day to a day, both included.
 *
 * @param to null while nobody knows the last day
 */
public record Holding(
        String official,
        String unit,
        String post,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean overlaps(Holding other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
