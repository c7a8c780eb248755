package io.huiyin.server.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Time between Java and PostgreSQL, and the one zone in which a day of the county begins and ends. */
public final class SqlTime {

    /** A day in every legal term is a day in China. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private SqlTime() {}

    /** The driver refuses {@link Instant} parameters; bind this instead. */
    public static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As {@link #of(Instant)}; an absent time stays absent. */
    public static @Nullable OffsetDateTime ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    /** The day in China on which the instant falls. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA);
    }

    /** The first instant of a day in China. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
