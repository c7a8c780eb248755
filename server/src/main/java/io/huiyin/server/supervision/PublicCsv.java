package io.huiyin.server.supervision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The public lists as open data: a header row, and cells in quotes where their text needs them (RFC 4180). */
final class PublicCsv {

    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private PublicCsv() {}

    static ResponseEntity<String> of(String header, List<List<@Nullable Object>> rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(header + "\r\n" + rows.stream().map(PublicCsv::row).collect(Collectors.joining()));
    }

    private static String row(List<@Nullable Object> cells) {
        return cells.stream().map(PublicCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) text = "'" + text;
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
