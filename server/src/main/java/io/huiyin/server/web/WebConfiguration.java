package io.huiyin.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;

/** Templates and languages. */
@Configuration
class WebConfiguration {

    private static final String LANGUAGE = "io.huiyin.language";

    @Bean
    TemplateEngine templates() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, WebConfiguration.class.getClassLoader(), "io.huiyin.server");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    MessageSource messageSource() throws IOException {
        return Texts.read();
    }

    /** The cookie of the switch, else the first of Chinese and English that the browser asks for, else Chinese. */
    @Bean
    LocaleResolver localeResolver() {
        return new AbstractLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                // asked for several times a request
                if (request.getAttribute(LANGUAGE) instanceof Locale known) return known;
                Locale locale = Cookies.value(request, Cookies.LANGUAGE)
                        .map(Languages::of)
                        .orElseGet(() -> Languages.asked(request));
                request.setAttribute(LANGUAGE, locale);
                return locale;
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the language switch sets a cookie");
            }
        };
    }
}
