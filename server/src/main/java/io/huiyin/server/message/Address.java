package io.huiyin.server.message;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where one message goes, in clear: only while it is being sent; never stored, logged or shown. */
public record Address(Channel channel, String to) {

    private static final int LONGEST = 254; // RFC 5321 section 4.5.3.1.3, without the angle brackets
    private static final Pattern MAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    /** What a contact as it was given can be used for; absent for a landline, a street, a name. */
    public static Optional<Address> of(String contact) {
        String given = contact.strip();
        if (given.length() <= LONGEST && MAIL.matcher(given).matches())
            return Optional.of(new Address(Channel.MAIL, given));
        String digits = given.replaceAll("[\\s()-]", "").replaceFirst("^(\\+|00)86", "");
        return MOBILE.matcher(digits).matches() ? Optional.of(new Address(Channel.SMS, digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "an address for " + channel;
    }
}
