package io.huiyin.server.petition;

import java.util.Locale;

/** 中止事由: a listed ground on which the clock of a petition may stand still. */
record Ground(String code, String nameZh, String nameEn, String source) {

    String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
