package io.huiyin.server.calendar;

import java.time.LocalDate;

/**
 * One value that law or custom sets.
 *
 * @param starts the event that starts the clock, or what the value is counted over
 */
public record LegalValue(String code, LocalDate validFrom, int value, String unit, String starts, String source) {}
