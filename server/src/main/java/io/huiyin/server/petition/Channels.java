package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.FormErrors;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 信访渠道: where and when the petition office can be reached; it writes them itself, and everybody reads them. */
@Component
@Transactional
class Channels {

    static final int LONGEST = 300;

    private final JdbcClient sql;
    private final Clock clock;

    Channels(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One way beside the web form; empty words: there is none of this kind. */
    record Channel(String code, String wordsZh, String wordsEn) {

        String name() {
            return "petition.channels." + code;
        }

        /** The English ones are those in Chinese where nobody wrote any. */
        String words(Locale locale) {
            return locale.getLanguage().equals("en") && !wordsEn.isEmpty() ? wordsEn : wordsZh;
        }
    }

    @Transactional(readOnly = true)
    List<Channel> all() {
        return sql.sql("""
                SELECT kind.code, coalesce(c.words_zh, '') AS words_zh, coalesce(c.words_en, '') AS words_en
                  FROM unnest(ARRAY['hotline', 'phone', 'visit', 'letter']) WITH ORDINALITY AS kind (code, place)
                  LEFT JOIN petition.channel c USING (code) ORDER BY kind.place""").query(Channel.class).list();
    }

    /**
     * Writes them all anew.
     *
     * @param typed words by code and language, {@code visit-zh}; a missing one is empty
     * @return what is wrong; empty: they are public now
     */
    FormErrors write(Map<String, String> typed, SignedIn by) {
        FormErrors errors = FormErrors.none();
        List<Channel> all = all().stream().map(one -> read(one.code(), typed)).toList();
        for (Channel one : all) {
            if (one.wordsZh().length() > LONGEST) errors.add(one.code() + "-zh", "petition.form.long", LONGEST);
            if (one.wordsEn().length() > LONGEST) errors.add(one.code() + "-en", "petition.form.long", LONGEST);
            if (one.wordsZh().isEmpty() && !one.wordsEn().isEmpty())
                errors.add(one.code() + "-zh", "petition.channels.chinese");
        }
        if (!errors.any()) for (Channel one : all) update(one, by);
        return errors;
    }

    /** As it was typed. */
    static Channel read(String code, Map<String, String> typed) {
        return new Channel(code, plain(typed.get(code + "-zh")), plain(typed.get(code + "-en")));
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    private void update(Channel one, SignedIn by) {
        sql.sql("""
                INSERT INTO petition.channel AS c (code, words_zh, words_en, changed_by, changed_at)
                VALUES (:code, :zh, :en, :by, :now)
                ON CONFLICT (code) DO UPDATE SET words_zh = :zh, words_en = :en, changed_by = :by, changed_at = :now
                 WHERE (c.words_zh, c.words_en) IS DISTINCT FROM (:zh, :en)""")
                .param("code", one.code())
                .param("zh", one.wordsZh())
                .param("en", one.wordsEn())
                .param("by", by.account())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
