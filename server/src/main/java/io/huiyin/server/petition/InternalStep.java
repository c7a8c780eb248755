package io.huiyin.server.petition;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 内部步骤: until when, inside the legal limit, part of the work is to be done; ours, not the law's. */
record InternalStep(
        String code,
        String nameZh,
        String nameEn,
        LocalDate dueOn,
        @Nullable LocalDate doneOn) {

    String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }

    /** Not done, and its day is over; also done, but after its day. */
    boolean late(LocalDate today) {
        return (doneOn == null ? today : doneOn).isAfter(dueOn);
    }
}
