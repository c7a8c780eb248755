package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A petition from the telephone of whoever writes it, over the desk, back to the telephone that says whether it is solved. */
class PetitionJourneyTest {

    private static final String QUERY = "麦子2026";

    @Test
    void from_the_phone_over_the_desk_to_the_petitioners_word() {
        String number = handedIn(Visitor.onPhone(), "路灯三个月不亮", "petition");
        dispatched();
        answered();
        try (Visitor petitioner = Visitor.onPhone()) {
            opened(petitioner, number);
            petitioner.looksRight("petition-answered-phone");
            assertThat(petitioner.text()).contains("灯泡已经更换", "请求上一级机关复查");
            petitioner.page.locator("input[name=said][value=solved]").check(Visitor.force());
            petitioner.page.click("form[action$='/verdict'] button[type=submit]");
            assertThat(petitioner.text()).contains("已解决（本人确认）");
            petitioner.looksRight("petition-solved-phone");
        }
    }

    @Test
    void the_interviewer_has_petitioners_to_ask_and_the_desk_an_honest_empty_state() {
        try (Visitor interviewer = Visitor.atDesk()) {
            interviewer.signIn("interviewer").open("/desk/verdicts").looksRight("petition-asking-desk");
        }
    }

    @Test
    void everybody_reads_how_petitions_end_which_cases_are_hard_and_when_leaders_receive() {
        try (Visitor resident = Visitor.onPhone()) {
            resident.open("/results/petitions").looksRight("petition-figures-phone");
            assertThat(resident.text()).contains("近 12 个月", "不排名");
            resident.open("/cases").looksRight("cases-phone");
            resident.open("/orders").looksRight("orders-phone");
            resident.open("/receptions").looksRight("receptions-phone");
        }
    }

    @Test
    void the_desk_finds_petitions_by_two_characters_and_opens_the_first() {
        try (Visitor clerk = Visitor.atDesk()) {
            clerk.signIn("intake").open("/desk/petitions").looksRight("petition-list-desk");
            clerk.page.fill("form[role=search] input[name=words]", "停电");
            clerk.page.click("form[role=search] button");
            clerk.looksRight("petition-search-desk");
            assertThat(clerk.page.url())
                    .as("what was typed stands in no address")
                    .doesNotContain("%");
            clerk.page.locator("main tbody a").first().click();
            clerk.looksRight("petition-found-desk");
        }
    }

    @Test
    void without_script_on_a_small_phone_nothing_is_lost_on_the_way() {
        handedIn(Visitor.withoutScript(), "自来水发黄", "petition-plain");
    }

    @Test
    void the_clerk_writes_a_visit_down_and_prints_the_slips() {
        try (Visitor clerk = Visitor.atDesk()) {
            clerk.signIn("intake").open("/desk/petitions/new").looksRight("petition-clerk-desk");
            clerk.page.selectOption("#channel", "visit");
            clerk.page.fill("#title", "下水道反味");
            clerk.page.fill("#words", "夏天尤其严重");
            clerk.page.fill("#claims", "清淤\n书面答复");
            clerk.page.fill("#people", "王一 13900000001\n李二 13900000002");
            clerk.page.fill("#came", "6");
            clerk.page.click("main form button[type=submit]");
            clerk.looksRight("petition-clerk-refused-desk");
            assertThat(clerk.text()).contains("来访代表不能超过 5 人");
            assertThat(clerk.page.inputValue("#title")).isEqualTo("下水道反味");
            clerk.page.fill("#came", "2");
            clerk.page.click("main form button[type=submit]");
            clerk.looksRight("petition-slips-desk");
            assertThat(clerk.page.locator(".slip-code").count()).isEqualTo(2);
        }
    }

    private static String handedIn(Visitor visitor, String title, String pictures) {
        try (visitor) {
            Page page = visitor.open("/petitions/new").looksRight(pictures + "-kind-phone").page;
            page.locator("input[name=kind][value=appeal]").check(Visitor.force());
            next(page);
            page.fill("#title", title);
            page.fill("#words", "三号路口，晚上很黑，摔过两个老人。");
            visitor.looksRight(pictures + "-words-phone");
            next(page);
            page.fill("#claim-1", "修好路灯");
            page.fill("#claim-2", "说明为什么三个月没人管");
            visitor.looksRight(pictures + "-claims-phone");
            next(page);
            visitor.looksRight(pictures + "-files-phone");
            next(page);
            page.locator("input[name=naming][value=named]").check(Visitor.force());
            page.fill("#name", "赵小麦");
            page.fill("#contact", "13900001111");
            visitor.looksRight(pictures + "-who-phone");
            next(page);
            page.fill("#queryCode", QUERY);
            next(page);
            visitor.looksRight(pictures + "-check-phone");
            assertThat(visitor.text()).contains(title, "修好路灯", "赵小麦");
            next(page);
            visitor.looksRight(pictures + "-receipt-phone");
            Matcher number = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(visitor.text());
            assertThat(number.find()).isTrue();
            return number.group().replace(" ", "");
        }
    }

    private static void next(Page page) {
        page.locator("main form > button.govuk-button:not([name])").click();
    }

    private static void dispatched() {
        try (Visitor intake = Visitor.atDesk()) {
            intake.signIn("intake").open("/desk/petitions?state=to-register").looksRight("petition-queue-desk");
            intake.page.locator("main table a:has-text('路灯三个月不亮')").click();
            intake.looksRight("petition-received-desk");
            intake.page.click("form[action$='/class'] button[value=transfer]");
            assertThat(intake.text()).as("no unit is chosen for anybody").contains("已收到");
            intake.looksRight("petition-no-unit-desk");
            intake.page.selectOption("#unit", "ZR");
            intake.page.click("form[action$='/class'] button[value=transfer]");
            assertThat(intake.text()).contains("已转送");
        }
    }

    private static void answered() {
        try (Visitor head = Visitor.atDesk()) {
            head.signIn("unit-head").open("/desk/petitions?state=to-accept");
            head.page.locator("main table a:has-text('路灯三个月不亮')").click();
            head.page.click("#act-accept summary");
            head.page.selectOption("#handler-accept", "handler");
            head.page.click("#act-accept button[type=submit]");
            assertThat(head.text()).contains("每条诉求都要有事实、意见和法律依据");
            for (String field : new String[] {"facts-1", "opinion-1", "basis-1", "facts-2", "opinion-2", "basis-2"})
                head.page.fill("#" + field, "灯泡已经更换，《城市道路管理条例》");
            head.page.click("form[action$='/answer'] button:not([name])");
            head.looksRight("petition-in-hand-desk");
            head.page.click("form[action$='/answer'] button[name=issue]");
            assertThat(head.text()).contains("已答复");
            head.looksRight("petition-answered-desk");
        }
    }

    private static void opened(Visitor petitioner, String number) {
        petitioner.open("/petitions");
        petitioner.looksRight("petition-find-phone");
        petitioner.page.fill("#code", number);
        petitioner.page.click("main form button[type=submit]");
        petitioner.looksRight("petition-public-phone");
        assertThat(petitioner.text()).doesNotContain("路灯");
        petitioner.page.fill("#query", QUERY);
        petitioner.page.click("main form button[type=submit]");
    }
}
