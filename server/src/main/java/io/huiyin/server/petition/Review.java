package io.huiyin.server.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 一次复查或复核: what was asked for before a review body, and what it decided.
 *
 * @param dueOn its day while it is open; null also while the clock stands still
 * @param upheld null while it is open
 */
record Review(
        UUID id,
        UUID petition,
        String number,
        UUID body,
        ReviewBody.Kind kind,
        String nameZh,
        String nameEn,
        Instant askedAt,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate pausedOn,
        @Nullable Instant decidedAt,
        @Nullable Boolean upheld,
        String words) {

    boolean open() {
        return decidedAt == null;
    }

    String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }

    /** The move that decides it. */
    String move(boolean upholds) {
        return (upholds ? "uphold-" : "quash-") + (kind == ReviewBody.Kind.REVIEW ? "review" : "rereview");
    }
}
