package io.huiyin.server.calendar;

import java.time.LocalDate;

/**
 * A day that differs from the week.
 *
 * @param isOff free on a weekday; else a weekend day that is worked
 */
public record SpecialDay(LocalDate day, String name, boolean isOff) {}
