package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anybody who looks in: home, why to believe it, the languages, the large text. */
class PublicJourneyTest {

    @Test
    void home_and_about_read_well_on_every_width() {
        for (String path : List.of("/", "/about")) {
            String name = path.equals("/") ? "home" : "about";
            try (Visitor small = Visitor.onSmallPhone();
                    Visitor phone = Visitor.onPhone();
                    Visitor desk = Visitor.atDesk();
                    Visitor english = Visitor.inEnglish()) {
                small.open(path).looksRight(name + "-small-phone");
                phone.open(path).looksRight(name + "-phone");
                desk.open(path).looksRight(name + "-desk");
                english.open(path).looksRight(name + "-english");
                assertThat(english.page.getAttribute("html", "lang")).isEqualTo("en");
                assertThat(desk.page.getAttribute("html", "lang")).isEqualTo("zh-CN");
            }
        }
    }

    @Test
    void the_switch_of_language_is_remembered() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/about");
            visitor.page.click(".switches a[href*='/language']");
            assertThat(visitor.page.getAttribute("html", "lang")).isEqualTo("en");
            assertThat(visitor.open("/").page.getAttribute("html", "lang")).isEqualTo("en");
        }
    }

    @Test
    void large_text_is_remembered() {
        try (Visitor visitor = Visitor.onPhone()) {
            visitor.open("/");
            double before = fontSize(visitor);
            visitor.page.click(".switches a[href*='/text-size']");
            visitor.open("/about").looksRight("about-large-phone");
            assertThat(fontSize(visitor)).isGreaterThan(before);
        }
    }

    @Test
    void the_first_page_is_light() {
        try (Visitor visitor = Visitor.onPhone()) {
            List<Response> responses = new ArrayList<>();
            visitor.page.onResponse(responses::add);
            visitor.open("/");
            visitor.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            int bytes = responses.stream()
                    .mapToInt(response -> response.request().sizes().responseBodySize
                            + response.request().sizes().responseHeadersSize)
                    .sum();
            assertThat(bytes).as("bytes over the wire for the first page").isLessThanOrEqualTo(100_000);
            assertThat(responses)
                    .allSatisfy(response -> assertThat(response.status()).isEqualTo(200));
        }
    }

    @Test
    void an_address_that_leads_nowhere_says_so_kindly() {
        try (Visitor visitor = Visitor.onPhone()) {
            visitor.open("/nowhere").looksRight("not-found-phone");
            assertThat(visitor.page.locator("main h1").count()).isEqualTo(1);
        }
    }

    private static double fontSize(Visitor visitor) {
        return ((Number) visitor.page.evaluate(
                        "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"))
                .doubleValue();
    }
}
