package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A resident with a phone and one of the codes that the demo prints. */
class RatingJourneyTest {

    @Test
    void one_tap_is_a_rating_and_can_be_changed() {
        try (Visitor resident = Visitor.onPhone()) {
            resident.open("/rate").looksRight("rate-start-phone");
            resident.page.fill("#key", Site.site().code(0));
            resident.page.click("main form button[type=submit]");
            resident.looksRight("rate-levels-phone");
            assertThat(resident.page.locator("button.face").count()).isEqualTo(5);
            resident.page.click("button.face[value='4']");
            resident.looksRight("rate-thanks-phone");
            String first = resident.page.innerText(".thanks .code");
            assertThat(first).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
            resident.page.click("main form[action='/rate/open'] button");
            resident.page.click("button.face[value='2']");
            assertThat(resident.page.innerText(".thanks .code")).isNotEqualTo(first);
        }
    }

    @Test
    void whoever_is_not_content_may_say_why() {
        try (Visitor resident = Visitor.onSmallPhone()) {
            start(resident, 1);
            resident.page.click("button.face[value='1']");
            resident.page.click("details summary");
            resident.looksRight("rate-details-small-phone");
            assertThat(resident.page.isChecked("#contact"))
                    .as("'the unit may contact me' is not ticked beforehand")
                    .isFalse();
            resident.page.check("#reason-115");
            resident.page.fill("#comment", "<script>alert(1)</script> ' OR 1=1 --");
            resident.page.click("main form[action='/rate/details'] button[type=submit]");
            assertThat(resident.page.locator(".thanks").count()).isEqualTo(1);
        }
    }

    @Test
    void works_without_script() {
        try (Visitor resident = Visitor.withoutScript()) {
            start(resident, 2);
            resident.page.click("button.face[value='5']");
            assertThat(resident.page.innerText(".thanks .code")).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
            resident.page.click("details summary");
            resident.page.locator("input[name=satisfied][value='4']").check(Visitor.force());
            resident.page.click("main form[action='/rate/details'] button[type=submit]");
            assertThat(resident.page.locator(".thanks").count()).isEqualTo(1);
        }
    }

    @Test
    void a_wrong_digit_is_said_to_be_one_and_what_was_typed_stays() {
        try (Visitor resident = Visitor.onPhone()) {
            String code = Site.site().code(0);
            String wrong = code.substring(0, code.length() - 1) + (code.endsWith("7") ? "8" : "7");
            resident.open("/rate");
            resident.page.fill("#key", wrong);
            resident.page.click("main form button[type=submit]");
            resident.looksRight("rate-mistyped-phone");
            assertThat(resident.page.inputValue("#key")).isEqualTo(wrong);
            assertThat(resident.page.locator(".govuk-error-summary").count()).isEqualTo(1);
        }
    }

    @Test
    void a_reload_after_the_tap_is_not_a_second_rating() {
        try (Visitor resident = Visitor.onPhone()) {
            start(resident, 0);
            resident.page.click("button.face[value='3']");
            String receipt = resident.page.innerText(".thanks .code");
            resident.page.reload();
            assertThat(resident.page.innerText(".thanks .code")).isEqualTo(receipt);
        }
    }

    private static void start(Visitor resident, int code) {
        resident.open("/rate");
        resident.page.fill("#key", Site.site().code(code));
        resident.page.click("main form button[type=submit]");
    }
}
