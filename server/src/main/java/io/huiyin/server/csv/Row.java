package io.huiyin.server.csv;

import io.huiyin.proof.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row by our column names: cells without their outer white space, empty ones absent. The number is its line in the file. */
public final class Row {

    private final long number;
    private final Map<String, Integer> places;
    private final @Nullable String[] cells;

    /**
     * @param places where each of our columns stands in the cells; the same map for all rows of a file
     */
    Row(long number, Map<String, Integer> places, @Nullable String[] cells) {
        this.number = number;
        this.places = places;
        this.cells = cells;
    }

    /** A row that was not read from a file. */
    public static Row of(long number, Map<String, String> values) {
        Map<String, Integer> places = new HashMap<>();
        List<@Nullable String> cells = new ArrayList<>();
        values.forEach((column, value) -> {
            places.put(column, cells.size());
            cells.add(value.isBlank() ? null : value.strip());
        });
        return new Row(number, places, cells.toArray(new @Nullable String[0]));
    }

    public long number() {
        return number;
    }

    /** The cell, or null when it is empty or the file has no such column. */
    public @Nullable String cell(String column) {
        Integer place = places.get(column);
        return place == null ? null : cells[place];
    }

    /** The cell, or the empty text. */
    public String text(String column) {
        String cell = cell(column);
        return cell == null ? "" : cell;
    }

    /** SHA-256 of the cells of these columns, in their order: the same row again has the same digest. */
    public byte[] digest(List<String> columns) {
        MessageDigest sha = Hashes.sha256();
        for (String column : columns) {
            byte[] bytes = text(column).getBytes(StandardCharsets.UTF_8);
            for (int shift = 24; shift >= 0; shift -= 8) sha.update((byte) (bytes.length >> shift));
            sha.update(bytes);
        }
        return sha.digest();
    }
}
