package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The desk's list of petitions by keyboard, with a filter of one's own, several at once, and a draft with a passage. */
class ClerkJourneyTest {

    @Test
    void the_list_is_walked_by_keys_that_can_be_switched_off() {
        try (Visitor clerk = Visitor.atDesk()) {
            clerk.signIn("intake").open("/desk/petitions?state=");
            clerk.page.keyboard().press("j");
            String first = focused(clerk);
            assertThat(first).startsWith("/desk/petitions/");
            clerk.page.keyboard().press("j");
            assertThat(focused(clerk)).startsWith("/desk/petitions/").isNotEqualTo(first);
            clerk.page.keyboard().press("k");
            assertThat(focused(clerk)).isEqualTo(first);
            clerk.page.keyboard().press("/");
            clerk.page.keyboard().type("jk?");
            assertThat(clerk.page.inputValue("#words"))
                    .as("letters are letters while somebody types")
                    .isEqualTo("jk?");
            clerk.page.locator("h1").click();
            clerk.page.keyboard().press("?");
            clerk.looksRight("petitions-keys-desk");
            clerk.page.click("[data-keys-switch]");
            clerk.page.locator("h1").click();
            clerk.page.keyboard().press("/");
            assertThat(clerk.page.evaluate("() => document.activeElement.id"))
                    .as("switched off")
                    .isNotEqualTo("words");
            clerk.page.click("[data-keys-switch]");
            clerk.page.locator("h1").click();
            clerk.page.keyboard().press("j");
            clerk.page.keyboard().press("Enter");
            clerk.page.waitForURL("**" + first);
        }
    }

    @Test
    void a_filter_is_kept_and_opened_and_deleted() {
        try (Visitor clerk = Visitor.onSmallPhone()) {
            clerk.signIn("supervision").open("/desk/petitions?state=past-due");
            clerk.page.click("summary:has-text('把现在的筛选存下来')");
            clerk.page.fill("#name", "过期的");
            clerk.page.click("form[action='/desk/filters'] button[type=submit]");
            clerk.looksRight("petitions-kept-small-phone");
            assertThat(clerk.page
                            .locator(".queues a[aria-current]:has-text('过期的')")
                            .count())
                    .isEqualTo(1);
            clerk.page.click("summary:has-text('改我的筛选')");
            clerk.page.click("button[aria-label='删除“过期的”']");
            assertThat(clerk.text()).doesNotContain("过期的");
        }
    }

    @Test
    void a_passage_is_written_by_the_head_and_put_into_a_draft_by_a_handler() {
        try (Visitor head = Visitor.atDesk()) {
            head.signIn("unit-head").open("/desk/passages");
            head.page.selectOption("#part", "basis");
            head.page.fill("#name", "条例");
            head.page.fill("#words", "《信访工作条例》第 __ 条");
            head.page.click("main button[type=submit]");
            head.looksRight("passages-desk");
            assertThat(head.text()).contains("条例");
        }
        try (Visitor handler = Visitor.onPhone()) {
            handler.signIn("handler").open("/desk/petitions?state=in-hand");
            handler.page.locator("[data-line]").first().click();
            handler.page.fill("#facts-1", "现场看过");
            handler.page.selectOption("#passage-1", new com.microsoft.playwright.options.SelectOption().setLabel("条例"));
            handler.page.locator("button[name=insert]").first().click();
            handler.looksRight("draft-phone");
            assertThat(handler.page.inputValue("#facts-1")).isEqualTo("现场看过");
            assertThat(handler.page.inputValue("#basis-1")).endsWith("第 __ 条");
        }
    }

    private static String focused(Visitor clerk) {
        return String.valueOf(clerk.page.evaluate("() => document.activeElement.getAttribute('href')"));
    }
}
