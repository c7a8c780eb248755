package io.huiyin.server.supervision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 三个“只”: assigned and never supervised, owned and never worked on, worked on and never ended. */
enum Fault {
    /** 只交办不督办: assigned, and no supervision act for so many days. */
    UNSUPERVISED,
    /** 只包案不办案: owned, and no personal act that stands for so many days. */
    UNWORKED,
    /** 只办案不结案: worked on, and no end for so many days after the first act. */
    UNENDED;

    /** In addresses and message keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "supervision.fault." + word();
    }

    /** Whose calendar days are the threshold. */
    String value() {
        return "supervision.fault." + word();
    }

    static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
