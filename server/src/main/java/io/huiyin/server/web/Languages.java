package io.huiyin.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Simplified Chinese first, English second; whatever else is asked for gets Chinese. */
final class Languages {

    private Languages() {}

    static Locale of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The browser's first language of ours; a header that cannot be read counts as none. */
    static Locale asked(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) return Locale.SIMPLIFIED_CHINESE;
        try {
            for (LanguageRange wanted : LanguageRange.parse(header)) {
                String tag = wanted.getRange();
                if (wanted.getWeight() > 0 && (tag.startsWith("zh") || tag.startsWith("en"))) return of(tag);
            }
        } catch (IllegalArgumentException unreadable) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return Locale.SIMPLIFIED_CHINESE;
    }
}
