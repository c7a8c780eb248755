package io.huiyin.server.csv;

import io.huiyin.server.sql.SqlTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as files write them: {@code YYYY-MM-DD[ HH:MM[:SS]]} in China, or ISO 8601 with a zone. */
final class Times {

    /** China has had no summer time since 1991; a fixed offset reads 2,000,000 rows faster than the zone's rules. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final int FIRST_FIXED_YEAR = 1992;

    private Times() {}

    static Instant instant(String text) {
        int length = text.length();
        if (length == 10) return in(LocalDate.parse(text).atStartOfDay());
        char between = length > 10 ? text.charAt(10) : 0;
        if (between != ' ' && between != 'T') throw new DateTimeException(text);
        if (length == 16 || length == 19) return in(LocalDateTime.parse(text.replace(' ', 'T')));
        return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }

    static LocalDate day(String text) {
        return SqlTime.day(instant(text));
    }

    private static Instant in(LocalDateTime local) {
        return local.getYear() >= FIRST_FIXED_YEAR
                ? local.toInstant(CHINA)
                : local.atZone(SqlTime.CHINA).toInstant();
    }
}
