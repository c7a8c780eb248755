package io.huiyin.audit;

import io.huiyin.engine.survey.Codes;
import java.util.Arrays;
import java.util.List;

/**
 * One of R's model terms: {@code (Intercept)}, a numeric column, column and level ({@code stypeH}, {@code
 * factor(rel)1}), or a product of these ({@code stypeH:api99}).
 */
final class SurveyTerm {
    private static final String INTERCEPT = "(Intercept)";
    private static final String FACTOR = "factor(";

    private SurveyTerm() {}

    /** The factors of a term, without the intercept. */
    static List<String> parts(String term) {
        return term.equals(INTERCEPT) ? List.of() : List.of(term.split(":"));
    }

    /** The column of one factor: the longest name with which it begins; empty if there is none. */
    static String column(String part, List<String> header) {
        if (part.startsWith(FACTOR) && part.indexOf(')') > 0) {
            String inner = part.substring(FACTOR.length(), part.indexOf(')'));
            return header.contains(inner) ? inner : "";
        }
        String longest = "";
        for (String name : header) {
            longest = part.startsWith(name) && name.length() > longest.length() ? name : longest;
        }
        return longest;
    }

    /** The term's value in every row. */
    static double[] values(String term, SurveyColumns columns) {
        double[] values = new double[columns.rows()];
        Arrays.fill(values, 1);
        for (String part : parts(term)) {
            String name = column(part, columns.header());
            double[] factor = name.equals(part)
                    ? columns.completeNumbers(name)
                    : indicator(columns, columns.completeCodes(name), level(part, name));
            Arrays.setAll(values, row -> values[row] * factor[row]);
        }
        return values;
    }

    private static String level(String part, String name) {
        return part.startsWith(FACTOR) ? part.substring(part.indexOf(')') + 1) : part.substring(name.length());
    }

    private static double[] indicator(SurveyColumns columns, Codes codes, String level) {
        int place = codes.levels().indexOf(level);
        if (place < 0) {
            throw new BadInput(columns.file(), "no row has the level '" + level + "'");
        }
        return Arrays.stream(codes.place()).mapToDouble(p -> p == place ? 1 : 0).toArray();
    }
}
