package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import io.huiyin.proof.Hashes;
import io.huiyin.server.identity.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the code and the link's secret of an invitation from the key in the data folder, so that a slip can be printed again
 * while the database holds only what recognizes them.
 */
@Component
class InvitationKeys {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int SECRET_BYTES = 16;

    private final Keys keys;

    InvitationKeys(Keys keys) {
        this.keys = keys;
    }

    Code code(UUID matter, int serial) {
        byte[] mac = keys.hmac("rating invitation code", name(matter, serial));
        return Code.of(Long.remainderUnsigned(ByteBuffer.wrap(mac).getLong(), Code.RANGE));
    }

    /** 128 bits as 26 characters of a to z and 2 to 7 (RFC 4648, lower case, no padding). */
    String secret(UUID matter, int serial) {
        return base32(Arrays.copyOf(keys.hmac("rating invitation secret", name(matter, serial)), SECRET_BYTES));
    }

    byte[] tag(Code code) {
        return keys.hmac("rating invitation tag", code.digits().getBytes(StandardCharsets.US_ASCII));
    }

    byte[] hash(String secret) {
        return Hashes.sha256().digest(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether this can be a link's secret at all; capitals are forgiven. */
    static boolean looksLikeSecret(String typed) {
        return typed.toLowerCase(Locale.ROOT).matches("[a-z2-7]{26}");
    }

    private static byte[] name(UUID matter, int serial) {
        return ByteBuffer.allocate(18)
                .putLong(matter.getMostSignificantBits())
                .putLong(matter.getLeastSignificantBits())
                .putShort((short) serial)
                .array();
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(BASE32.charAt(held >> (bits - 5) & 31));
            held &= (1 << bits) - 1;
        }
        return text.append(BASE32.charAt(held << (5 - bits) & 31)).toString();
    }
}
