package io.huiyin.audit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Population totals in a small CSV file: a name and a number in each row. */
final class PopulationFile {

    private PopulationFile() {}

    /** Reads {@code level,N}. */
    static Map<String, Double> levels(Path file) {
        return read(file, "level", "N");
    }

    /** Reads {@code term,total}. */
    static Map<String, Double> terms(Path file) {
        return read(file, "term", "total");
    }

    /** Reads {@code type,cost}. */
    static Map<String, Double> costs(Path file) {
        return read(file, "type", "cost");
    }

    private static Map<String, Double> read(Path file, String name, String number) {
        Map<String, Double> totals = new LinkedHashMap<>();
        CsvTable.read(file, table -> {
            int names = table.column(name);
            int numbers = table.column(number);
            return row -> {
                double value = SurveyColumn.number(row.text(numbers));
                if (Double.isNaN(value)) {
                    throw row.bad(numbers, "'" + row.text(numbers) + "' is not a number");
                }
                if (totals.put(row.code(names), value) != null) {
                    throw row.bad(names, "'" + row.text(names) + "' stands twice");
                }
            };
        });
        if (totals.isEmpty()) {
            throw new BadInput(file, "there is no row");
        }
        return totals;
    }
}
