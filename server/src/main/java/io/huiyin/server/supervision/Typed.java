package io.huiyin.server.supervision;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form, before it is judged. */
final class Typed {

    /** Of everything that is told in some sentences. */
    static final int LONGEST = 2_000;

    private Typed() {}

    /** Without what no database keeps, and without the space around it; nothing typed is empty. */
    static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\0", "").replace("\r\n", "\n").strip();
    }

    /** Numbers of ours are typed in fours; those of other platforms are taken as they are. */
    static String number(@Nullable String typed) {
        String bare = text(typed).replaceAll("[\\s-]", "");
        return bare.matches("\\d{16}") ? bare : text(typed);
    }

    /** Null when it is no day. */
    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Null when it is no id. */
    static @Nullable UUID id(@Nullable String typed) {
        try {
            return UUID.fromString(text(typed));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The id that a form carries so that the same form sent twice is one; a new one when it carries none. */
    static UUID submission(@Nullable String typed) {
        UUID id = id(typed);
        return id == null ? UUID.randomUUID() : id;
    }
}
