package io.huiyin.server.petition;

import java.util.Locale;

/**
 * 热线时限类别: what a call is about, by which its first word back is due.
 *
 * @param clock the legal value of its limit, in hours or days
 */
record HotlineClass(String code, String nameZh, String nameEn, String clock) {

    String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
