package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What clerks and units try, each refused with a sentence. */
@HuiyinTest
class BadInputTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_visit_has_five_representatives_and_a_sixth_is_refused_while_a_letter_may_have_many() {
        assertThat(visit("visit", 6)).hasStatus(422).bodyText().contains("不能超过 5 人", "井盖丢失");
        assertThat(count("petition.petition")).isZero();
        assertThat(visit("visit", 5))
                .as("a slip with a square for everybody who signed")
                .hasStatusOk()
                .bodyText()
                .containsPattern("(?s)(class=\"qr\".*){6}");
        assertThat(sql.sql("SELECT count(*) FROM petition.signatory WHERE represents")
                        .query(Integer.class)
                        .single())
                .as("of six who signed")
                .isEqualTo(5);
        assertThat(count("petition.signatory")).isEqualTo(6);
    }

    @Test
    void an_extension_without_an_approver_or_a_reason_moves_no_day() {
        UUID id = inHand();
        LifeRow before = row(id);
        Actor head = Actor.of(staff.get(Role.UNIT_HEAD));
        for (String approver : new String[] {"", "nobody", "test-handler", "test-supervision"})
            assertThat(life.move(id, Wish.of("extend", before.version(), "还要鉴定").approver(approver), head))
                    .as(approver)
                    .isEqualTo(new Moving.Refused("approver", "petition.refused.approver"));
        assertThat(life.move(id, wish(id, "extend", " "), head))
                .isEqualTo(new Moving.Refused("reason", "petition.refused.reason"));
        assertThat(row(id)).isEqualTo(before);
        assertThat(by(Role.HANDLER, id, "extend", "还要鉴定"))
                .as("no handler extends the own time")
                .isEqualTo(new Moving.Refused("", "petition.refused.not-now"));
        assertThat(by(Role.UNIT_HEAD, id, "extend", "还要鉴定")).isInstanceOf(Moving.Moved.class);
        assertThat(by(Role.UNIT_HEAD, id, "extend", "再一次")).isEqualTo(new Moving.Refused("", "petition.refused.once"));
    }

    @Test
    void nobody_opens_who_the_petitioner_is_whose_role_has_no_purpose_for_it_and_no_look_is_without_a_trace() {
        UUID id = inHand();
        String address = "/desk/petitions/" + id + "/contact";
        for (Role role : Role.values()) {
            boolean purpose = role == Role.INTAKE || role == Role.HANDLER || role == Role.UNIT_HEAD;
            int before = count("access.identity_read");
            assertThat(mvc.post().uri(address).with(Staff.as(staff.get(role))).with(csrf()))
                    .as(role.name())
                    .hasStatus(purpose ? 200 : 403);
            assertThat(count("access.identity_read")).as(role.name()).isEqualTo(before + (purpose ? 1 : 0));
        }
        assertThat(mvc.get().uri(address).with(Staff.as(staff.get(Role.HANDLER))))
                .as("a link opens nothing")
                .hasStatus4xxClientError();
        assertThat(count("access.identity_read")).isEqualTo(3);
    }

    @Test
    void what_must_be_there_before_it_counts_as_solved_is_read_by_the_petitioner_check_by_check() {
        UUID id = inHand();
        Code code = new Code(row(id).number());
        assertThat(checks(code)).isEqualTo(new ClosingChecks(false, false, false, false, false));
        answeredFromHand(id);
        assertThat(checks(code)).isEqualTo(new ClosingChecks(true, true, true, false, true));
        assertThat(mvc.post().uri("/petitions/" + code.digits()).param("query", "查询码1"))
                .bodyText()
                .contains("怎样才算办结", "每一位反映的人自己说“解决了”", "还没有");
        say(code, PetitionOutcome.SOLVED);
        assertThat(checks(code)).isEqualTo(new ClosingChecks(true, true, true, true, true));
        say(code, PetitionOutcome.NOT_SOLVED);
        assertThat(checks(code).word()).isFalse();
    }

    private ClosingChecks checks(Code code) {
        return tracking.open(code, "查询码1").orElseThrow().checks();
    }

    private UUID inHand() {
        UUID id = intake.register(petition(PetitionClass.APPEAL, null, "井盖丢失", 1), Actor.PETITIONER)
                .petition();
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        return id;
    }

    private void answeredFromHand(UUID id) {
        drafts.save(
                id,
                drafts.of(id).version(),
                Pen.writing(
                        new Claim(1, "", null, "已查明", "支持", "《城镇供水条例》第 20 条", "本周内完成"),
                        new Claim(2, "", null, "已查明", "支持", "《信访工作条例》第 31 条", "")),
                staff.get(Role.HANDLER));
        assertThat(by(Role.UNIT_HEAD, id, "answer", "")).isEqualTo(new Moving.Moved(Procedure.ANSWERED));
    }

    private MvcTestResult visit(String channel, int came) {
        return mvc.post()
                .uri("/desk/petitions/new")
                .param("submission", UUID.randomUUID().toString())
                .param("channel", channel)
                .param("kind", "appeal")
                .param("title", "井盖丢失")
                .param("words", "从九月开始就这样。")
                .param("claims", "请补上井盖")
                .param("people", "张一\n张二\n张三\n张四\n张五\n张六")
                .param("came", String.valueOf(came))
                .with(Staff.as(staff.get(Role.INTAKE)))
                .with(csrf())
                .exchange();
    }

    private int count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
