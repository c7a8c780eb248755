package io.huiyin.server.supervision;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * 接访时段: when and where a leader is there.
 *
 * @param kind OFFICE, or VILLAGE: out among the people
 */
record ReceptionHour(
        UUID id,
        UUID leader,
        String office,
        String kind,
        String place,
        Instant beginsAt,
        Instant endsAt,
        List<Slot> slots) {

    /** @param open whether it may still be booked */
    record Slot(UUID id, Instant startsAt, boolean open) {
        String time() {
            return clock(startsAt);
        }
    }

    LocalDate day() {
        return SqlTime.day(beginsAt);
    }

    String hours() {
        return clock(beginsAt) + "–" + clock(endsAt);
    }

    String kindKey() {
        return "supervision.reception.kind." + kind.toLowerCase(Locale.ROOT);
    }

    private static String clock(Instant at) {
        return LocalTime.ofInstant(at, SqlTime.CHINA).toString();
    }
}
