package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What outsiders find out by telephone: wrong numbers, nobody there, and withdrawals that were not free. */
@HuiyinTest
class AskingTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Figures figures;

    @Autowired
    Retaliations retaliations;

    @Test
    void a_wrong_number_is_a_day_of_trying_and_counted_for_the_unit() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "井盖丢失", 1), Actor.PETITIONER);
        answered(receipt.petition(), "petition");
        String call = "/desk/verdicts/" + receipt.codes().getFirst().digits();
        for (int day = 0; day < 3; day++) {
            assertThat(row(receipt.petition()).outcome()).isEqualTo(PetitionOutcome.NOT_ASKED);
            assertThat(posted(call, "wrong-number", "")).hasStatus(302);
            assertThat(posted(call, "wrong-number", "")).as("once a day").hasStatus(302);
            clock.pass(Duration.ofDays(1));
        }
        assertThat(row(receipt.petition()).outcome()).isEqualTo(PetitionOutcome.UNREACHABLE);
        FigureStore.Month month = figures.of("SW").months().getFirst();
        assertThat(month.wrongNumber()).isEqualTo(1);
        assertThat(month.unreachable()).isEqualTo(1);
        assertThat(month.asked()).isEqualTo(1);
        assertThat(figures.of("GA").months()).isEmpty();
        assertThat(mvc.get().uri("/data/petitions.csv")).bodyText().contains("unreachable,wrong_number\r\n");
    }

    @Test
    void who_is_not_reached_when_asked_again_stays_with_what_was_said_and_is_left_alone_after_three_days() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "井盖丢失", 1), Actor.PETITIONER);
        answered(receipt.petition(), "petition");
        Code code = receipt.codes().getFirst();
        say(code, PetitionOutcome.SOLVED);
        Actor caller = Actor.of(staff.get(Role.INTERVIEWER));
        assertThat(verdicts.tried(code, false, caller))
                .as("before it is time to ask again")
                .isEqualTo(new Moving.Refused("", "petition.refused.not-now"));
        clock.pass(Duration.ofDays(29));
        for (int day = 0; day < 3; day++) {
            assertThat(asking.due()).hasSize(1);
            assertThat(verdicts.tried(code, false, caller)).isInstanceOf(Moving.Moved.class);
            clock.pass(Duration.ofDays(1));
        }
        assertThat(asking.due()).isEmpty();
        assertThat(row(receipt.petition()).outcome()).isEqualTo(PetitionOutcome.SOLVED);
    }

    @Test
    void whoever_withdrew_is_asked_by_an_outsider_and_pressure_is_a_report_past_the_unit() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "不告了", 1), Actor.PETITIONER);
        accepted(receipt.petition(), "petition");
        Code code = receipt.codes().getFirst();
        verdicts.withdraw(
                code, "查询码1", UUID.randomUUID(), row(receipt.petition()).version());
        assertThat(asking.withdrawn()).isEmpty();
        String call = "/desk/verdicts/" + code.digits();
        assertThat(mvc.get().uri(call).with(Staff.as(staff.get(Role.INTERVIEWER))))
                .as("not before its day")
                .hasStatus(404);
        clock.pass(Duration.ofDays(7));
        assertThat(mvc.get().uri("/desk/verdicts").with(Staff.as(staff.get(Role.INTERVIEWER))))
                .bodyText()
                .contains("撤回以后回访", "不告了");
        assertThat(mvc.get().uri(call).with(Staff.as(staff.get(Role.INTERVIEWER))))
                .bodyText()
                .contains("撤回是不是您自己愿意的")
                .doesNotContain("问题解决了吗");
        assertThat(posted(call + "/withdrawal", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请先选一个答案");
        assertThat(posted(call + "/withdrawal", "pressed", " ")).hasStatus(422);
        assertThat(asking.withdrawn()).hasSize(1);
        assertThat(posted(call + "/withdrawal", "pressed", "说不撤就不给孩子上学")).hasStatus(302);
        assertThat(asking.withdrawn()).isEmpty();
        assertThat(retaliations.all()).extracting(RetaliationStore.Told::words).containsExactly("说不撤就不给孩子上学");
        assertThat(figures.of("SW").pressed()).isEqualTo(new FigureStore.Pressed(1, 1));
        assertThat(figures.of("GA").pressed()).isEqualTo(new FigureStore.Pressed(0, 0));
        assertThat(posted(call + "/withdrawal", "free", ""))
                .as("the form came again")
                .hasStatus(302);
        assertThat(figures.of("SW").pressed()).as("asked once").isEqualTo(new FigureStore.Pressed(1, 1));
    }

    @Test
    void a_share_of_fewer_than_ten_says_only_what_it_is_below() {
        assertThat(Figures.Shown.share(3, 9)).isNull();
        assertThat(Figures.Shown.below(10)).isEqualTo(100);
        assertThat(Figures.Shown.below(300)).isEqualTo(4);
        assertThat(Figures.Shown.share(30, 300)).isEqualTo(10);
    }

    private MvcTestResult posted(String address, String said, String happened) {
        return mvc.post()
                .uri(address)
                .param("submission", UUID.randomUUID().toString())
                .param("said", said)
                .param("happened", happened)
                .with(Staff.as(staff.get(Role.INTERVIEWER)))
                .with(csrf())
                .exchange();
    }
}
