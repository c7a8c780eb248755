package io.huiyin.server.calendar;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** 季度: three months of a year, in the order of time; written as {@code 2026Q3}. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    public Quarter {
        if (number < 1 || number > 4) throw new IllegalArgumentException("a year has four quarters, not a " + number);
        if (year < 1000 || year > 9999) throw new IllegalArgumentException("not a year of four digits: " + year);
    }

    /**
     * @throws IllegalArgumentException for anything but four digits, {@code Q} and 1 to 4
     */
    public static Quarter parse(String text) {
        if (!text.matches("[1-9]\\d{3}Q[1-4]")) throw new IllegalArgumentException("not a quarter: " + text);
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(5) - '0');
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public LocalDate first() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    public LocalDate last() {
        return next().first().minusDays(1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return year + "Q" + number;
    }
}
