package io.huiyin.server.rating;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 渠道: where a rating was given. Only the counter is the office's own device; the other three use the invitation. */
public enum Channel {
    COUNTER,
    OWN,
    PAPER,
    CALL;

    /** As written in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Channel> of(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }
}
