package io.huiyin.audit;

import java.util.List;

/** Rows of text as a table for reading, columns aligned on a terminal. */
final class TextTable {

    private TextTable() {}

    /** The table as text, each row a line; all rows have as many cells as the first. */
    static String of(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> line(row, widths, text));
        return text.toString();
    }

    private static void line(List<String> row, int[] widths, StringBuilder text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).repeat(" ", widths[i] - width(row.get(i)) + 2);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** Columns a text takes on a terminal: Chinese characters and full-width forms take two. */
    private static int width(String text) {
        return text.codePoints()
                .map(c ->
                        Character.isIdeographic(c) || c >= 0x3000 && c <= 0x303f || c >= 0xff00 && c <= 0xff60 ? 2 : 1)
                .sum();
    }
}
