package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Those who work with it: signing in. */
class StaffJourneyTest {

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
}
