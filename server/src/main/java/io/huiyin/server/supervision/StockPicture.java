package io.huiyin.server.supervision;

import java.util.List;

/**
 * The stock as bars, one a month's end: the table beside it says the same.
 *
 * @param most the highest bar's number
 */
record StockPicture(List<Stock.Day> days, long most) {

    static StockPicture of(List<Stock.Day> days) {
        return new StockPicture(
                days, days.stream().mapToLong(Stock.Day::open).max().orElse(0));
    }

    boolean empty() {
        return most == 0;
    }

    /** Of the picture's height, in pixels out of 120. */
    long height(Stock.Day day) {
        return most == 0 ? 0 : Math.round(120.0 * day.open() / most);
    }

    /** Where the bar begins, in hundredths of the width. */
    String left(int i) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", 100.0 * i / days.size());
    }

    String width() {
        return String.format(java.util.Locale.ROOT, "%.2f%%", 80.0 / days.size());
    }
}
