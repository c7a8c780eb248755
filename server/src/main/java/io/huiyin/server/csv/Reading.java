package io.huiyin.server.csv;

import io.huiyin.server.sql.SqlTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one row's cells as codes, times, numbers and choices, and keeps a sentence for everything that is wrong with them. */
public final class Reading {

    /** Longer codes are texts in the wrong column. */
    private static final int LONGEST_CODE = 100;

    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "是", "关键");
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "否");

    private final Row row;
    private final List<String> reasons = new ArrayList<>(0);

    public Reading(Row row) {
        this.row = row;
    }

    /** Keeps one more sentence about what is wrong. */
    public void reject(String reason) {
        reasons.add(reason);
    }

    public boolean good() {
        return reasons.isEmpty();
    }

    public Taking.Rejected rejected() {
        return new Taking.Rejected(String.join("; ", reasons));
    }

    /** Free text; empty when there is none. */
    public String text(String column) {
        return row.text(column);
    }

    /** A code or a name; null when the cell is empty. */
    public @Nullable String code(String column) {
        String cell = row.cell(column);
        if (cell == null || cell.length() <= LONGEST_CODE && cell.chars().noneMatch(Character::isISOControl))
            return cell;
        reject(column + " is longer than 100 characters or has a line break");
        return null;
    }

    /** A code or a name that must be there; empty when it is not, and the row is rejected. */
    public String requiredCode(String column) {
        if (row.cell(column) == null) reject(column + " is empty");
        String code = code(column);
        return code == null ? "" : code;
    }

    /** A time, China time unless it names its zone; null when the cell is empty. */
    public @Nullable Instant time(String column) {
        String cell = row.cell(column);
        if (cell == null) return null;
        try {
            return Times.instant(cell);
        } catch (DateTimeException e) {
            reject(column + " " + quoted(cell) + " is not a time: YYYY-MM-DD HH:MM:SS");
            return null;
        }
    }

    /**
     * A time that follows another. Where only its day is written, and it is the day of the first, the hour is not known to be
     * earlier: then it is the first time itself.
     */
    public @Nullable Instant laterTime(String column, @Nullable Instant first) {
        Instant later = time(column);
        boolean dayOnly = row.text(column).length() == "YYYY-MM-DD".length();
        return dayOnly && later != null && first != null && SqlTime.day(first).equals(SqlTime.day(later))
                ? first
                : later;
    }

    /** A day, whatever hour stands behind it; null when the cell is empty. */
    public @Nullable LocalDate day(String column) {
        String cell = row.cell(column);
        if (cell == null) return null;
        try {
            return Times.day(cell);
        } catch (DateTimeException e) {
            reject(column + " " + quoted(cell) + " is not a day: YYYY-MM-DD");
            return null;
        }
    }

    /** A level from 1 to 5; null when the cell is empty. */
    public @Nullable Integer level(String column) {
        String cell = row.cell(column);
        if (cell == null) return null;
        if (cell.length() == 1 && cell.charAt(0) >= '1' && cell.charAt(0) <= '5') return cell.charAt(0) - '0';
        reject(column + " " + quoted(cell) + " is not a level from 1 to 5");
        return null;
    }

    /** Yes or no in either language; no when the cell is empty. */
    public boolean yes(String column) {
        String cell = row.text(column).toLowerCase(Locale.ROOT);
        if (YES.contains(cell)) return true;
        if (!cell.isEmpty() && !NO.contains(cell)) reject(column + " " + quoted(cell) + " is neither 1 nor 0");
        return false;
    }

    /** One of some words; null when the cell is empty. */
    public @Nullable String oneOf(String column, List<String> words) {
        String cell = row.cell(column);
        if (cell == null || words.contains(cell)) return cell;
        reject(column + " " + quoted(cell) + " is not one of " + String.join(", ", words));
        return null;
    }

    /** A cell as it is shown in a sentence: short, and on one line. */
    public static String quoted(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return "'" + (line.length() <= 40 ? line : line.substring(0, 40) + "...") + "'";
    }
}
