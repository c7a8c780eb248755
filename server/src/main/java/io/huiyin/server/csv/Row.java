package io.huiyin.server.csv;

import java.util.Map;

/** One row by our column names: blank cells are absent. The number is the row's line in the file. */
public record Row(long number, Map<String, String> cells) {}
