package io.huiyin.server.message;

import io.huiyin.server.message.OutboxStore.Row;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a message into words, in the addressee's language. */
@Component
class Wording {

    private final MessageSource texts;
    private final String base;

    Wording(MessageSource texts, @Value("${huiyin.public-url:}") String base) {
        this.texts = texts;
        this.base = base.replaceFirst("/+$", "");
    }

    Letter letter(Row row) {
        Locale locale = row.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        Object[] named = {
            row.number().replaceAll("(\\d{4})(?=\\d)", "$1 "), base + row.path(), row.day() == null ? "" : row.day()
        };
        return new Letter(
                row.id(),
                texts.getMessage(row.template() + ".subject", named, locale),
                texts.getMessage(row.template() + ".text", named, locale));
    }
}
