package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 复查复核机关: an authority that reviews answers, mostly outside the county.
 *
 * @param email where its news goes; null: nowhere
 * @param number stands in the address of its own page
 * @param unit which unit of ours it is; null: it is none
 * @param units names of those whose answers it reviews; empty: of all that have no body of their own
 * @param open how many cases are before it
 * @param overdue how many of them are past their day
 */
record ReviewBody(
        UUID id,
        Kind kind,
        String nameZh,
        String nameEn,
        String contact,
        @Nullable String email,
        Code number,
        @Nullable String unit,
        boolean active,
        List<String> units,
        long open,
        long overdue) {

    /** 复查 or 复核. */
    enum Kind {
        REVIEW,
        REREVIEW;

        /** What a move asks for; null: no review. */
        static @Nullable Kind asked(String move) {
            return switch (move) {
                case "ask-review" -> REVIEW;
                case "ask-rereview" -> REREVIEW;
                default -> null;
            };
        }

        String key() {
            return "petition.review.kind." + name();
        }
    }

    String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
