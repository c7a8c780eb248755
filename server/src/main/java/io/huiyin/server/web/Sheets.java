package io.huiyin.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** 打印件: templates that leave the house as PDF, in the reader's language. Their frame is {@code web/sheet.jte}. */
@Component
public class Sheets {

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Assets assets;
    private final SheetWriter writer;

    Sheets(TemplateEngine templates, MessageSource messages, Assets assets, SheetWriter writer) {
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
        this.writer = writer;
    }

    /**
     * A view that sends a template as PDF to be saved.
     *
     * @param template its path without an ending; well-formed as XML
     * @param name of the file, without an ending
     * @param on the day that the document carries
     */
    public View view(String template, String name, LocalDate on) {
        return (model, request, response) -> {
            Locale locale = RequestContextUtils.getLocale(request);
            Map<String, Object> values = new HashMap<>();
            if (model != null) values.putAll(model);
            values.put("page", new Page(request, messages, assets, locale));
            StringOutput html = new StringOutput();
            templates.render(template + ".jte", values, html);
            byte[] pdf = writer.write(html.toString(), on);
            response.setContentType("application/pdf");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + ".pdf")
                            .build()
                            .toString());
            response.setContentLength(pdf.length);
            response.getOutputStream().write(pdf);
        };
    }
}
