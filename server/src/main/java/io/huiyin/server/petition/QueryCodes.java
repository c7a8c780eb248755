package io.huiyin.server.petition;

import io.huiyin.server.identity.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import org.springframework.stereotype.Component;

/** 查询码: set by the petitioner, kept only as an HMAC under a key of the data folder, compared in constant time. */
@Component
public class QueryCodes {

    public static final int SHORTEST = 6;
    public static final int LONGEST = 40;

    private final Keys keys;

    QueryCodes(Keys keys) {
        this.keys = keys;
    }

    public byte[] tag(String number, String queryCode) {
        String message = number + "\n" + normal(queryCode);
        return keys.hmac("petition query code", message.getBytes(StandardCharsets.UTF_8));
    }

    public boolean fits(byte[] tag, String number, String queryCode) {
        return MessageDigest.isEqual(tag, tag(number, queryCode));
    }

    /** Whether it is long enough to be no guess, and short enough to be typed again. */
    public static boolean fitting(String typed) {
        int length = normal(typed).length();
        return length >= SHORTEST && length <= LONGEST;
    }

    /** Full-width digits, capitals and spaces are forgiven, since codes are read aloud. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
