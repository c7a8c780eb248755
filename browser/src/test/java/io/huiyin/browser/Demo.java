package io.huiyin.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ./huiyin demo} prints, as a stranger reads it. */
final class Demo {

    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+)");

    private Demo() {}

    /** The one password of all demo accounts. */
    static String password(String output) {
        Matcher line = PASSWORD.matcher(output);
        if (!line.find()) throw new AssertionError("demo printed no password:\n" + output);
        return line.group(1);
    }
}
