package io.huiyin.server.rating;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** 评价邀请: the right to rate one closed matter, and as much of the matter as its own recipient needs to recognize it. */
record Invitation(
        UUID matter,
        String unit,
        String unitName,
        String serviceName,
        Instant closedAt,
        Instant opensAt,
        Instant closesAt,
        int serial) {

    LocalDate closedOn() {
        return SqlTime.day(closedAt);
    }

    LocalDate firstDay() {
        return SqlTime.day(opensAt);
    }

    /** The last day on which it may be used. */
    LocalDate lastDay() {
        return SqlTime.day(closesAt.minusNanos(1));
    }
}
