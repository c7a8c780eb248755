package io.huiyin.server.portal;

import java.util.List;
import java.util.Locale;

/**
 * A small line without scale: how a number went over the last months. It starts at nought, so that small changes look small.
 *
 * @param path of the line, in a field of 112 by 40
 * @param endX where it ends
 * @param endY where it ends
 */
record Spark(String path, double endX, double endY) {

    private static final double WIDTH = 112, HEIGHT = 40, EDGE = 4;

    /** Drawn only when there is a course to show: three months or more. */
    static boolean worthwhile(List<Long> values) {
        return values.size() >= 3 && values.stream().anyMatch(value -> value > 0);
    }

    static Spark of(List<Long> values) {
        double most = values.stream().mapToLong(Long::longValue).max().orElse(1);
        double step = (WIDTH - 2 * EDGE) / Math.max(1, values.size() - 1);
        StringBuilder path = new StringBuilder();
        double x = EDGE, y = 0;
        for (int i = 0; i < values.size(); i++) {
            x = EDGE + i * step;
            y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * values.get(i) / Math.max(1, most);
            path.append(i == 0 ? 'M' : 'L').append(number(x)).append(' ').append(number(y));
        }
        return new Spark(path.toString(), x, y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
