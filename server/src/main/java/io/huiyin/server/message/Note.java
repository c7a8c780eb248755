package io.huiyin.server.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say to one addressee. Others may read it over a shoulder, so it can name a public number, a page and a day, and
 * nothing else: no title, unit or state.
 *
 * @param dedupe what is said to whom about which event; a note whose key is there already is not said again
 * @param template beginning of the message keys {@code .subject} and {@code .text}
 * @param english whether the addressee reads English; Chinese otherwise
 * @param number 16 digits; empty where none is named
 * @param path page of this server that says more to whoever may see it
 * @param day null where none is named
 */
public record Note(
        String dedupe,
        Addressee to,
        String template,
        boolean english,
        String number,
        String path,
        @Nullable LocalDate day) {}
