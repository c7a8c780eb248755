package io.huiyin.proof;

import java.util.Optional;

/**
 * The one format of everything a person types or reads aloud (petition number, query code, rating code, receipt): 16 digits in
 * fours, the last two of them check digits.
 *
 * <p>The check digits are those of ISO/IEC 7064 MOD 97-10, which catches every single wrong digit and every two digits swapped,
 * so that a slip of the finger is told apart from a code that does not exist.
 */
public record Code(String digits) {

    /** How many different codes there are: 10^14. */
    public static final long RANGE = 100_000_000_000_000L;

    /** @throws IllegalArgumentException when these are not 16 digits with the right check digits */
    public Code {
        if (!digits.matches("[0-9]{16}")) throw new IllegalArgumentException("not 16 digits");
        if (remainder(digits) != 1) throw new IllegalArgumentException("the check digits do not fit");
    }

    /**
     * The code of a number.
     *
     * @param number 0 to {@link #RANGE} - 1
     */
    public static Code of(long number) {
        if (number < 0 || number >= RANGE) throw new IllegalArgumentException("outside the range of codes: " + number);
        String body = String.format("%014d", number);
        return new Code(body + String.format("%02d", 98 - remainder(body + "00")));
    }

    /** What became of reading a code that somebody typed. */
    public sealed interface Reading {
        record Right(Code code) implements Reading {}

        /** Not 16 digits: how many there are. */
        record WrongLength(int digits) implements Reading {}

        /** 16 digits, one of them wrong or two swapped. */
        record Mistyped() implements Reading {}
    }

    /** Reads what was typed: spaces, hyphens and full-width digits are forgiven, everything else counts as typed. */
    public static Reading read(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < Math.min(typed.length(), 100); i++) {
            char c = typed.charAt(i);
            if (Character.isDigit(c)) digits.append(Character.digit(c, 10));
            else if (!Character.isWhitespace(c) && c != '-' && c != '－' && c != '\u3000')
                return new Reading.WrongLength(digits.length());
        }
        if (digits.length() != 16) return new Reading.WrongLength(digits.length());
        String text = digits.toString();
        return remainder(text) == 1 ? new Reading.Right(new Code(text)) : new Reading.Mistyped();
    }

    /** As {@link #read}, for callers that need no reason. */
    public static Optional<Code> parse(String typed) {
        return read(typed) instanceof Reading.Right right ? Optional.of(right.code()) : Optional.empty();
    }

    /** In fours, as printed: {@code 1234 5678 9012 3456}. */
    public String spaced() {
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8, 12) + " "
                + digits.substring(12);
    }

    private static int remainder(String digits) {
        int remainder = 0;
        for (int i = 0; i < digits.length(); i++) remainder = (remainder * 10 + digits.charAt(i) - '0') % 97;
        return remainder;
    }
}
