package io.huiyin.audit;

import io.huiyin.engine.survey.Codes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * A variable to be estimated: one number a row, and the rows where it is missing.
 *
 * @param name in the results
 * @param share whether it is 0 or 1
 */
record SurveyVariable(String name, IntToDoubleFunction value, IntPredicate missing, boolean share) {
    private static final String FACTOR = "factor(";

    /** The column of {@code y}, {@code factor(y)} and {@code y=level}. */
    static String named(String variable) {
        String plain = variable.startsWith(FACTOR) && variable.endsWith(")")
                ? variable.substring(FACTOR.length(), variable.length() - 1)
                : variable;
        int equals = plain.indexOf('=');
        return equals > 0 ? plain.substring(0, equals) : plain;
    }

    /** Is it written as codes, whatever the column holds? */
    static boolean isCoded(String variable) {
        return !named(variable).equals(variable);
    }

    /** What one word of {@code --of} stands for: a number, one level, or every level. */
    static List<SurveyVariable> of(String variable, SurveyColumns columns, boolean asShare) {
        String column = named(variable);
        if (isCoded(variable) || asShare) {
            return coded(variable, column, columns.codes(column), asShare);
        }
        return columns.isText(column)
                ? levels(column, columns.eitherCodes(column))
                : List.of(number(column, columns.eitherNumbers(column)));
    }

    /** A numeric column. */
    static SurveyVariable number(String column, double[] values) {
        return new SurveyVariable(column, row -> values[row], row -> Double.isNaN(values[row]), false);
    }

    private static List<SurveyVariable> coded(String variable, String column, Codes codes, boolean asShare) {
        int equals = variable.indexOf('=');
        if (equals > 0) {
            return List.of(level(variable, codes, variable.substring(equals + 1)));
        }
        boolean truth = asShare && !isCoded(variable) && Set.of("0", "1").containsAll(codes.levels());
        return truth ? List.of(level(column, codes, "1")) : levels(column, codes);
    }

    private static List<SurveyVariable> levels(String column, Codes codes) {
        List<SurveyVariable> all = new ArrayList<>();
        codes.levels().forEach(level -> all.add(level(column + level, codes, level)));
        return all;
    }

    private static SurveyVariable level(String name, Codes codes, String level) {
        int place = codes.levels().indexOf(level);
        return new SurveyVariable(name, row -> codes.place()[row] == place ? 1 : 0, codes::isMissing, true);
    }

    /** The rows in which none of the variables is missing. */
    static IntPredicate complete(List<SurveyVariable> variables) {
        return row -> variables.stream().noneMatch(v -> v.missing.test(row));
    }

    /** The rows for which a condition {@code column=value} holds. */
    static IntPredicate condition(String condition, SurveyColumns columns) {
        int equals = condition.indexOf('=');
        Codes codes = columns.codes(named(condition));
        int place = codes.levels().indexOf(condition.substring(equals + 1));
        if (equals <= 0 || place < 0) {
            throw new BadInput(columns.file(), "--where: no row has " + condition);
        }
        return row -> codes.place()[row] == place;
    }

    static int[] kept(int[] rows, IntPredicate wanted) {
        return Arrays.stream(rows).filter(wanted).toArray();
    }
}
