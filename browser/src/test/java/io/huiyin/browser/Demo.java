package io.huiyin.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ./huiyin demo} prints, as a stranger reads it. */
final class Demo {

    private Demo() {}

    /** The password printed beside a user name. */
    static String password(String output, String username) {
        Matcher line = Pattern.compile("(?m)^.*\\b" + Pattern.quote(username) + "\\s*/\\s*(\\S+)").matcher(output);
        if (!line.find()) throw new AssertionError("demo printed no account " + username + ":\n" + output);
        return line.group(1);
    }
}
