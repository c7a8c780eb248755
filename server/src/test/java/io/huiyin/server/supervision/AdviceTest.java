package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.supervision.AdviceDesk.Wish;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Advice to a unit: answered in thirty days with reasons, and looked at again three months later. */
@HuiyinTest
class AdviceTest extends SupervisedCounty {

    @Autowired
    AdviceDesk advice;

    @Test
    void from_the_pattern_of_cases_through_the_answer_to_what_came_of_it() {
        Wish wish = wish("SW", "IMPROVE_WORK", "九件都是停水不通知", "停水前一天通知到户");
        UUID id = done(advice.write(wish, intake));
        assertThat(done(advice.write(wish, intake))).as("the same form twice").isEqualTo(id);
        assertThat(advice.open(id, head).dueOn()).isEqualTo(LocalDate.parse("2026-11-13"));
        assertThat(advice.answer(id, 0, true, "", head)).isEqualTo(Doing.refused("answer", "advice.answer"));
        done(advice.answer(id, 0, true, "下月起短信通知", head));
        assertThatThrownBy(() ->
                        sql.sql("UPDATE supervision.advice SET answer = '没说过'").update())
                .hasMessageContaining("does not go from ADOPTED to ADOPTED");
        // ninety days after Wednesday, 14 October: Tuesday, 12 January
        assertThat(advice.open(id, intake).followOn()).isEqualTo(LocalDate.parse("2027-01-12"));
        clock.pass(Duration.ofDays(89));
        assertThat(advice.follow(id, 1, "DONE", "查了三个小区", intake)).isEqualTo(Doing.refused("", "advice.early"));
        clock.pass(Duration.ofDays(1));
        assertThat(advice.follow(id, 1, "MAYBE", "查了", intake)).isEqualTo(Doing.refused("found", "advice.found"));
        done(advice.follow(id, 1, "PARTLY", "两个小区收到，一个没有", intake));
        assertThat(advice.open(id, intake).stateKey()).isEqualTo("supervision.advice.found.partly");
    }

    @Test
    void a_unit_may_decline_with_reasons_sees_only_its_own_and_answers_once() {
        UUID id = done(advice.write(wish("SW", "IMPROVE_POLICY", "补贴标准不一", "统一标准"), intake));
        SignedIn other = new SignedIn(head.account(), "x", "x", Role.UNIT_HEAD, "GA", null);
        assertThatThrownBy(() -> advice.open(id, other)).isInstanceOf(NotFound.class);
        assertThat(advice.all(other)).isEmpty();
        assertThatThrownBy(() -> advice.answer(id, 7, false, "无权修改", head)).isInstanceOf(StaleRow.class);
        done(advice.answer(id, 0, false, "标准由省里定，我局无权修改", head));
        assertThat(advice.open(id, head).state()).isEqualTo("DECLINED");
        assertThat(advice.answer(id, 1, true, "改主意了", head)).isEqualTo(Doing.refused("", "order.not-now"));
    }

    @Test
    void the_pages_keep_what_was_typed() {
        assertThat(mvc.get().uri("/desk/advice/new").with(Staff.as(intake)))
                .hasStatusOk()
                .bodyText()
                .contains("追究责任建议", "公安局");
        assertThat(post("/desk/advice", intake, "unit", "SW", "pattern", "九<i>件"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择哪一项建议。", "九&lt;i&gt;件");
        UUID id = done(advice.write(wish("SW", "PURSUE_RESPONSIBILITY", "三次说已整改都没有", "查清是谁写的"), intake));
        assertThat(mvc.get().uri("/desk/advice").with(Staff.as(head)))
                .bodyText()
                .contains("2026-001", "追究责任建议");
        assertThat(post("/desk/advice/" + id + "/answer", head, "seen", "0", "answer", ""))
                .hasStatus(422);
        assertThat(post("/desk/advice/" + id + "/answer", head, "seen", "0", "answer", "已查", "adopted", "true"))
                .hasStatus3xxRedirection();
        clock.pass(Duration.ofDays(100));
        assertThat(mvc.get().uri("/desk").with(Staff.as(intake))).bodyText().contains("该回头看的建议");
        assertThat(post("/desk/advice/" + id + "/finding", intake, "seen", "1")).hasStatus(422);
        assertThat(post("/desk/advice/" + id + "/finding", intake, "seen", "1", "found", "DONE", "finding", "已处理"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/desk/advice/" + id).with(Staff.as(head)))
                .bodyText()
                .contains("做到了");
    }

    private MvcTestResult post(String address, SignedIn by, String... fields) {
        var request = mvc.post().uri(address).with(Staff.as(by)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static Wish wish(String unit, String kind, String pattern, String words) {
        return new Wish(UUID.randomUUID(), unit, kind, pattern, words);
    }

    private static UUID done(Doing doing) {
        assertThat(doing).isInstanceOf(Doing.Done.class);
        return ((Doing.Done) doing).id();
    }
}
