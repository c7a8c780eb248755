package io.huiyin.server.assessment;

import io.huiyin.server.calendar.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 周期: the quarters, at most four, that one result covers.
 *
 * @param code {@code 2025Q4-2026Q3}
 * @param scheme the scheme that was declared for it
 * @param publishedAt null: not published
 * @param inputs SHA-256 of the inputs when it was published, 64 hex digits
 * @param counts SHA-256 of the counts when it was published, 64 hex digits
 */
public record Cycle(
        String code,
        String scheme,
        Quarter first,
        Quarter last,
        @Nullable Instant publishedAt,
        @Nullable String inputs,
        @Nullable String counts) {

    public List<Quarter> quarters() {
        return quarters(first, last);
    }

    static List<Quarter> quarters(Quarter first, Quarter last) {
        return Stream.iterate(first, q -> q.compareTo(last) <= 0, Quarter::next).toList();
    }

    static String code(Quarter first, Quarter last) {
        return first + "-" + last;
    }
}
