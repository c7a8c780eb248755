package io.huiyin.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** Simplified Chinese first, English second; whatever else is asked for gets Chinese. */
final class Languages {

    private Languages() {}

    static Locale of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    static Locale asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Locale.SIMPLIFIED_CHINESE;
        for (Locale wanted : Collections.list(request.getLocales())) {
            if (wanted.getLanguage().equals("zh") || wanted.getLanguage().equals("en"))
                return of(wanted.toLanguageTag());
        }
        return Locale.SIMPLIFIED_CHINESE;
    }
}
