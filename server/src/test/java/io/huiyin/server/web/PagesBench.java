package io.huiyin.server.web;

import java.io.IOException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;

/** The server's pages without a database: real templates, texts and error pages around the controllers of a test. */
final class PagesBench {

    private PagesBench() {}

    static MockMvc around(Object... controllers) throws IOException {
        WebConfiguration web = new WebConfiguration();
        StandaloneMockMvcBuilder pages = MockMvcBuilders.standaloneSetup(controllers);
        return pages.setControllerAdvice(new ErrorPages())
                .setLocaleResolver(web.localeResolver())
                .setViewResolvers(new JteViews(web.templates(), web.messageSource(), new Assets()))
                .build();
    }
}
