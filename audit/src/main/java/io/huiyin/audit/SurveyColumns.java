package io.huiyin.audit;

import io.huiyin.engine.survey.Codes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The columns of a survey's file that a command needs, read in one pass. */
final class SurveyColumns {
    private final Path file;
    private final Map<String, SurveyColumn> numbers = new LinkedHashMap<>();
    private final Map<String, SurveyColumn> codes = new LinkedHashMap<>();
    private final Map<String, SurveyColumn> either = new LinkedHashMap<>();
    private final Map<String, Codes> sorted = new LinkedHashMap<>();
    private List<String> header = List.of();
    private int rows;

    /**
     * Names of the columns by what they must hold.
     *
     * @param terms R's names of model terms, as {@code stypeH} or {@code stypeH:api99}
     */
    record Names(List<String> numbers, List<String> codes, List<String> either, List<String> terms) {}

    private SurveyColumns(Path file) {
        this.file = file;
    }

    static SurveyColumns read(Path file, Names names) {
        SurveyColumns columns = new SurveyColumns(file);
        CsvTable.read(file, table -> columns.begin(table, names));
        return columns;
    }

    private Consumer<CsvTable.Row> begin(CsvTable table, Names names) {
        header = table.header();
        names.numbers.forEach(n -> numbers.put(n, new SurveyColumn(table.column(n), SurveyColumn.Kind.NUMBERS)));
        names.codes.forEach(n -> codes.put(n, new SurveyColumn(table.column(n), SurveyColumn.Kind.CODES)));
        names.either.forEach(n -> either.put(n, new SurveyColumn(table.column(n), SurveyColumn.Kind.EITHER)));
        for (String term : names.terms) {
            for (String part : SurveyTerm.parts(term)) {
                String name = SurveyTerm.column(part, table.header());
                if (name.isEmpty()) {
                    throw new BadInput(file, "no column belongs to the term '" + term + "'");
                }
                boolean whole = name.equals(part);
                SurveyColumn.Kind kind = whole ? SurveyColumn.Kind.NUMBERS : SurveyColumn.Kind.CODES;
                (whole ? numbers : codes).putIfAbsent(name, new SurveyColumn(table.column(name), kind));
            }
        }
        List<SurveyColumn> all = new java.util.ArrayList<>(numbers.values());
        all.addAll(codes.values());
        all.addAll(either.values());
        return row -> {
            all.forEach(column -> column.take(row));
            rows++;
        };
    }

    Path file() {
        return file;
    }

    List<String> header() {
        return header;
    }

    int rows() {
        return rows;
    }

    private static SurveyColumn known(Map<String, SurveyColumn> columns, String name) {
        SurveyColumn column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("the column was not read: " + name);
        }
        return column;
    }

    /** Numbers, NaN where missing. */
    double[] numbers(String name) {
        return known(numbers, name).numbers();
    }

    /** Numbers of which none may be missing. */
    double[] completeNumbers(String name) {
        double[] values = numbers(name);
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                throw new BadInput(file, row + 2L, name, "the cell is empty");
            }
        }
        return values;
    }

    /** Codes of one variable, or of several crossed, {@code a:b}. */
    Codes codes(String name) {
        return sorted.computeIfAbsent(name, n -> {
            Codes crossed = null;
            for (String part : SurveyTerm.parts(n)) {
                Codes own = known(codes, part).codes();
                crossed = crossed == null ? own : crossed.crossed(own);
            }
            if (crossed == null) {
                throw new IllegalArgumentException("no column is named");
            }
            return crossed;
        });
    }

    /** Codes of which none may be missing. */
    Codes completeCodes(String name) {
        Codes values = codes(name);
        for (int row = 0; row < rows; row++) {
            if (values.isMissing(row)) {
                throw new BadInput(file, row + 2L, name, "the cell is empty");
            }
        }
        return values;
    }

    /** Does a column that may hold either hold text? */
    boolean isText(String name) {
        return known(either, name).isText();
    }

    double[] eitherNumbers(String name) {
        return known(either, name).numbers();
    }

    Codes eitherCodes(String name) {
        return known(either, name).codes();
    }

    /** The places of the given names without doubles, in a fixed order. */
    static List<String> distinct(List<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
