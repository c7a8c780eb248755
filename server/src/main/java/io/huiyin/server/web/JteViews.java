package io.huiyin.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** A view name is a template's path; every template is handed the {@link Page} beside its model. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Assets assets;

    JteViews(TemplateEngine templates, MessageSource messages, Assets assets) {
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
    }

    /** Before Spring's own resolvers, which take every name. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return name.contains(":") || !templates.hasTemplate(template) ? null : view(template, locale);
    }

    private View view(String template, Locale locale) {
        return (model, request, response) -> {
            Map<String, Object> values = new HashMap<>();
            if (model != null) values.putAll(model);
            values.put("page", new Page(request, messages, assets, locale));
            // rendered whole before the first byte: a fault half-way becomes an error page, not half a page
            Utf8ByteOutput html = new Utf8ByteOutput();
            templates.render(template, values, html);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Language", locale.getLanguage().equals("en") ? "en" : "zh-CN");
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        };
    }
}
