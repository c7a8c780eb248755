package io.huiyin.server.web;

/**
 * Which part of a long list is shown.
 *
 * @param number the part, counted from 1
 * @param size rows in a part
 * @param total rows in all
 */
public record Paging(int number, int size, long total) {

    public Paging {
        if (number < 1 || size < 1 || total < 0)
            throw new IllegalArgumentException("part " + number + " of " + size + " rows among " + total);
    }

    /** What was asked for in an address, held inside the list. */
    public static Paging of(int asked, int size, long total) {
        long pages = Math.max(1, (total + size - 1) / size);
        return new Paging((int) Math.clamp(asked, 1, pages), size, total);
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** Rows to leave out before this part. */
    public long offset() {
        return (number - 1L) * size;
    }

    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, offset() + size);
    }
}
