package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class LanguagesTest {

    private MockMvc pages;

    @BeforeEach
    void set_up() throws Exception {
        pages = PagesBench.around(new PreferencePages());
    }

    @Test
    void whoever_asks_for_nothing_reads_chinese() throws Exception {
        assertThat(language(get("/error"))).isEqualTo("zh-CN");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, en",
        "zh-TW, zh-CN",
        "fr, zh-CN",
        "'fr, en;q=0.5', en",
        "'de, en;q=0.4, zh;q=0.8', zh-CN",
        "!!, zh-CN"
    })
    void the_browsers_first_language_of_ours_counts(String asked, String read) throws Exception {
        assertThat(language(get("/error").header("Accept-Language", asked))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "zh-CN, zh-CN", "tlh, zh-CN", "../etc, zh-CN"})
    void the_switch_counts_more_than_the_browser(String cookie, String read) throws Exception {
        assertThat(language(get("/error").header("Accept-Language", "en").cookie(new Cookie("lang", cookie))))
                .isEqualTo(read);
    }

    @Test
    void the_language_switch_is_remembered_and_leads_back() throws Exception {
        pages.perform(get("/language?to=en&back=/results?unit=公安局"))
                .andExpect(status().isSeeOther())
                .andExpect(cookie().value("lang", "en"))
                .andExpect(cookie().maxAge("lang", 365 * 24 * 3600))
                .andExpect(cookie().sameSite("lang", "Lax"))
                .andExpect(redirectedUrl("/results?unit=%E5%85%AC%E5%AE%89%E5%B1%80"));
    }

    @Test
    void an_unknown_language_or_size_gives_the_usual_one() throws Exception {
        pages.perform(get("/language?to=tlh")).andExpect(cookie().value("lang", "zh-CN"));
        pages.perform(get("/text-size?to=huge")).andExpect(cookie().value("text", "normal"));
    }

    @Test
    void large_text_is_remembered_and_shown() throws Exception {
        pages.perform(get("/text-size?to=large")).andExpect(cookie().value("text", "large"));
        assertThat(body(get("/error").cookie(new Cookie("text", "large")))).contains("class=\"open large\"", "标准字号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "evil",
                "/\t/evil.example",
                "///evil.example",
                ""
            })
    void a_switch_never_leads_to_another_server(String back) throws Exception {
        pages.perform(get("/language").param("to", "en").param("back", back)).andExpect(redirectedUrl("/"));
    }

    private String language(MockHttpServletRequestBuilder request) throws Exception {
        String page = body(request);
        return page.replaceFirst("(?s).*<html lang=\"([^\"]+)\".*", "$1");
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return pages.perform(request).andReturn().getResponse().getContentAsString();
    }
}
