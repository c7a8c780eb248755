package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A resident reads results. */
class ResultsJourneyTest {

    @Test
    void from_the_home_to_one_unit() {
        try (Visitor resident = Visitor.onPhone()) {
            resident.open("/results").looksRight("results-list-phone");
            resident.page.click("main a[href^='/results/']");
            resident.looksRight("results-phone");
            assertThat(resident.page.locator("main svg").count()).isPositive();
            assertThat(resident.page.locator("main table").count())
                    .as("a table behind each plot")
                    .isPositive();
            assertThat(resident.text()).doesNotContain("普查");
            resident.page.locator("table th a[href^='/results/']").first().click();
            resident.looksRight("results-unit-phone");
        }
    }

    @Test
    void the_whole_page_fits_desk_and_small_phone() {
        try (Visitor desk = Visitor.atDesk();
                Visitor small = Visitor.onSmallPhone();
                Visitor english = Visitor.inEnglish()) {
            desk.open(cycle()).looksRight("results-desk");
            small.open(cycle()).looksRight("results-small-phone");
            english.open(cycle()).looksRight("results-english");
        }
    }

    private static String cycle() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/results");
            return visitor.page.locator("main a[href^='/results/']").first().getAttribute("href");
        }
    }
}
