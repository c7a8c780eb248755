package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who work with it: each role's desk, the clerk's slip, the tablet, the interviewer's call. */
class StaffJourneyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake",
                "handler",
                "unit-head",
                "leader",
                "supervision",
                "assessment",
                "interviewer",
                "discipline",
                "organisation",
                "official",
                "auditor",
                "administrator"
            })
    void each_role_finds_its_own_work_first(String role) {
        try (Visitor staff = Visitor.atDesk()) {
            staff.signIn(role).looksRight("desk-" + role);
            assertThat(staff.page.url()).as(role).endsWith("/desk");
            for (String address : links(staff)) {
                staff.open(address);
                assertThat(staff.page.locator("main h1").count())
                        .as(role + " at " + address)
                        .isEqualTo(1);
                // not by its digits: a petition's number may have them too
                assertThat(staff.page.locator(".error-code").count())
                        .as(role + " at " + address)
                        .isZero();
                staff.looksRight("desk-" + role + address.replaceAll("[^a-z0-9]+", "-"));
            }
        }
    }

    @Test
    void a_wrong_password_keeps_the_name_and_tells_nothing_else() {
        try (Visitor staff = Visitor.onSmallPhone()) {
            staff.open("/desk/sign-in").looksRight("sign-in-small-phone");
            staff.page.fill("input[name=username]", "assessment");
            staff.page.fill("input[name=password]", "not it");
            staff.page.click("main button[type=submit]");
            staff.looksRight("sign-in-refused-small-phone");
            assertThat(staff.page.inputValue("input[name=username]")).isEqualTo("assessment");
        }
    }

    @Test
    void the_clerk_prints_a_slip_whose_link_opens_the_rating() {
        try (Visitor clerk = Visitor.atDesk()) {
            clerk.signIn("handler").open("/desk/matters?state=done");
            clerk.page.locator("main table a[href^='/desk/matters/']").first().click();
            clerk.page.locator("main a[href$='/slip']").first().click();
            clerk.looksRight("slip-desk");
            assertThat(clerk.page.innerText(".slip-code")).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
            String link = clerk.scanned("svg.qr");
            assertThat(link).contains("/rate#k=");
            rated(link);
            clerk.page.goBack();
            clerk.page.locator("main a[href$='/tap']").click();
            clerk.looksRight("tap-desk");
            clerk.open("/desk/poster?counter=3").looksRight("poster-desk");
            assertThat(clerk.scanned("svg.qr")).endsWith("/rate");
        }
    }

    /** What the person served does with the slip's link at home: it opens the matter, and leaves no secret in the address bar. */
    private static void rated(String link) {
        try (Visitor served = Visitor.onPhone()) {
            served.page.navigate(link);
            served.page.locator("button[name=overall]").first().click();
            served.looksRight("rated-by-link-phone");
            assertThat(served.text()).containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");
            assertThat(served.page.url()).doesNotContain("#k=");
        }
    }

    @Test
    void the_interviewer_asks_without_knowing_what_was_rated_before() {
        try (Visitor interviewer = Visitor.atDesk()) {
            interviewer.signIn("interviewer").open("/desk/calls").looksRight("calls-desk");
            interviewer.page.locator("main a[href^='/desk/calls/']").first().click();
            interviewer.looksRight("call-desk");
            assertThat(interviewer.page.locator("input[name=outcome]").count()).isGreaterThan(3);
        }
    }

    private static List<String> links(Visitor staff) {
        return staff.page.locator(".queues a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
