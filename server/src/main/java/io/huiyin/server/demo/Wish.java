package io.huiyin.server.demo;

import io.huiyin.server.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Which county is wished for; everything in it follows from this.
 *
 * @param today the demo's day; the last matters are of the day before
 * @param scale 1 for the whole county; less for fewer units with fewer matters each
 * @param worked whether offices work on a day
 */
record Wish(long seed, LocalDate today, double scale, Predicate<LocalDate> worked) {

    static final int MONTHS = 15;
    static final int MATTERS = 120_000;

    LocalDate firstDay() {
        return today.minusMonths(MONTHS);
    }

    Dice dice(String... words) {
        return Dice.of(seed, words);
    }

    /** A made-up name for somebody who holds no post. */
    String name(String who) {
        Dice dice = dice("name", who);
        return Names.person(dice);
    }

    /** How many of something that the whole county has this many of; never fewer than the least. */
    int scaled(int whole, double power, int least) {
        return Math.max(least, (int) StrictMath.round(whole * StrictMath.pow(scale, power)));
    }

    /** The working day that lies a number of working days after a day. */
    LocalDate workingDay(LocalDate from, int later) {
        LocalDate day = from;
        for (int left = later; left > 0; ) {
            day = day.plusDays(1);
            if (worked.test(day)) left--;
        }
        return day;
    }

    /** The day itself, or the working day before it. */
    LocalDate lastWorkingDay(LocalDate day) {
        LocalDate last = day;
        while (!worked.test(last)) last = last.minusDays(1);
        return last;
    }

    static LocalDate day(Instant instant) {
        return SqlTime.day(instant);
    }

    static Instant at(LocalDate day, int secondOfDay) {
        return SqlTime.startOf(day).plusSeconds(secondOfDay);
    }
}
