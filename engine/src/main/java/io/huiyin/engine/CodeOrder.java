package io.huiyin.engine;

import java.util.Comparator;

/** The one order of codes (编码顺序): whole numbers first, as numbers; then all other codes, as text. */
public final class CodeOrder {

    /** Compares two codes; consistent with equals ("7" before "07"). Digits are ASCII digits only. */
    public static final Comparator<String> COMPARATOR = CodeOrder::compare;

    private CodeOrder() {}

    private static int compare(String a, String b) {
        boolean numberA = isNumber(a);
        boolean numberB = isNumber(b);
        if (numberA && numberB) {
            return compareNumbers(a, b);
        }
        return numberA == numberB ? a.compareTo(b) : numberA ? -1 : 1;
    }

    private static int compareNumbers(String a, String b) {
        int startA = significant(a);
        int startB = significant(b);
        int byLength = Integer.compare(a.length() - startA, b.length() - startB);
        if (byLength != 0) {
            return byLength;
        }
        int byDigits = a.substring(startA).compareTo(b.substring(startB));
        return byDigits != 0 ? byDigits : Integer.compare(a.length(), b.length());
    }

    private static boolean isNumber(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return !code.isEmpty();
    }

    private static int significant(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return i;
    }
}
