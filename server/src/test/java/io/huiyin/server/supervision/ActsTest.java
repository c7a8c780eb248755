package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.petition.PetitionLives;
import io.huiyin.server.supervision.HardCases.Listing;
import io.huiyin.server.supervision.HardCases.Plan;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Personal acts: who records them and until when, what the petitioner may say, and which of them count. */
@HuiyinTest
class ActsTest extends SupervisedCounty {

    @Autowired
    HardCases cases;

    @Autowired
    Acts acts;

    UUID petition;
    UUID hard;

    @BeforeEach
    void an_owned_case() {
        petition = assigned("停水三个月");
        Listing listing = new Listing(lives.code(petition).digits(), "construction", "by-hand", "拖");
        hard = ((Doing.Done) cases.list(listing, supervision)).id();
        cases.take(hard, 0, new Plan("换管道", cases.today().plusDays(60)), true, leader);
    }

    @Test
    void an_act_has_a_day_a_kind_and_what_came_of_it_and_is_never_changed() {
        LocalDate today = cases.today();
        assertThat(acts.record(hard, act("DANCE", today, "", "好"), leader))
                .isEqualTo(Doing.refused("kind", "act.kind"));
        assertThat(acts.record(hard, act("MEET", null, "", "好"), leader)).isEqualTo(Doing.refused("on", "act.on"));
        assertThat(acts.record(hard, act("MEET", today.plusDays(1), "", "好"), leader))
                .as("tomorrow")
                .isEqualTo(Doing.refused("on", "act.on.range"));
        assertThat(acts.record(hard, act("MEET", today.minusDays(1), "", "好"), leader))
                .as("before it was taken")
                .isEqualTo(Doing.refused("on", "act.on.range"));
        assertThat(acts.record(hard, act("MEET", today, "", ""), leader))
                .isEqualTo(Doing.refused("result", "act.result"));
        Acts.Done once = act("MEET", today, "", "约定周五通水");
        Doing first = acts.record(hard, once, leader);
        assertThat(first).isInstanceOf(Doing.Done.class);
        assertThat(acts.record(hard, once, leader)).as("the same form twice").isEqualTo(first);
        assertThat(acts.ofCase(hard)).hasSize(1);
        assertThatThrownBy(
                        () -> sql.sql("UPDATE supervision.act SET result = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("DELETE FROM supervision.act").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> acts.record(hard, act("MEET", today, "", "好"), supervision))
                .as("only its owner")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_older_than_a_week_can_no_longer_be_recorded() {
        LocalDate taken = cases.today();
        clock.pass(Duration.ofDays(7));
        assertThat(acts.record(hard, act("STUDY", taken, "", "定了方案"), leader)).isInstanceOf(Doing.Done.class);
        clock.pass(Duration.ofDays(1));
        assertThat(acts.record(hard, act("STUDY", taken, "", "定了方案"), leader))
                .isEqualTo(Doing.refused("on", "act.late", 7));
    }

    @Test
    void the_petitioner_sees_the_acts_after_the_query_code_and_what_they_deny_does_not_count_until_looked_into() {
        acts.record(hard, act("MEET", cases.today(), "", "约定周五通水"), leader);
        acts.record(hard, act("VISIT", cases.today(), "办公室副主任", "看了管道"), leader);
        String number = lives.code(petition).digits();
        assertThat(mvc.get().uri("/petitions/" + number)).bodyText().doesNotContain("副县长");
        assertThat(page(number)).hasStatusOk().bodyText().contains("副县长", "约定周五通水", "副县长 → 办公室副主任", "委托别人办的", "换管道");
        UUID met = acts.ofCase(hard).getFirst().id();
        assertThat(deny(number, "猜的码123", met)).hasStatus(403);
        assertThat(deny(number, PetitionLives.QUERY, UUID.randomUUID())).hasStatus(422);
        assertThat(acts.ofCase(hard).getFirst().stands()).isTrue();
        assertThat(deny(number, PetitionLives.QUERY, met))
                .hasStatusOk()
                .bodyText()
                .contains("信访人说没有这回事，不计数");
        assertThat(deny(number, PetitionLives.QUERY, met)).as("said twice").hasStatusOk();
        assertThat(acts.ofCase(hard).getFirst().stands()).isFalse();
        assertThat(mvc.get().uri("/desk/acts").with(Staff.as(supervision)))
                .bodyText()
                .contains("约定周五通水");
        assertThat(post("/desk/acts/" + met + "/finding", "happened", "true")).hasStatus(422);
        assertThat(post("/desk/acts/" + met + "/finding", "happened", "true", "reason", "有会议签到"))
                .hasStatus3xxRedirection();
        assertThat(acts.ofCase(hard).getFirst().standing()).isEqualTo("supervision.act.found");
        assertThat(acts.ofCase(hard).getFirst().stands()).isTrue();
        assertThat(acts.toLookInto()).isEmpty();
        clock.pass(Duration.ofHours(1));
        acts.find(met, false, "签到是补的", supervision);
        assertThat(acts.ofCase(hard).getFirst().standing()).isEqualTo("supervision.act.not");
        assertThat(acts.ofCase(hard).getFirst().stands())
                .as("the last finding counts")
                .isFalse();
    }

    @Test
    void an_act_of_another_petition_cannot_be_denied() {
        acts.record(hard, act("MEET", cases.today(), "", "约定周五通水"), leader);
        UUID other = lives.received("别的事", TestClock.START);
        assertThat(deny(
                        lives.code(other).digits(),
                        PetitionLives.QUERY,
                        acts.ofCase(hard).getFirst().id()))
                .hasStatus(422);
        assertThat(acts.ofCase(hard).getFirst().denied()).isFalse();
    }

    @Test
    void the_form_keeps_what_was_typed() {
        var request = mvc.post()
                .uri("/desk/cases/" + hard + "/acts")
                .with(Staff.as(leader))
                .with(csrf());
        assertThat(request.param("kind", "MEET")
                        .param("on", "昨天")
                        .param("result", "谈妥<script>")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("请写明是哪一天。", "谈妥&lt;script&gt;", "昨天");
    }

    private MvcTestResult page(String number) {
        return mvc.post()
                .uri("/petitions/" + number)
                .param("query", PetitionLives.QUERY)
                .exchange();
    }

    private MvcTestResult deny(String number, String query, UUID act) {
        return mvc.post()
                .uri("/petitions/" + number + "/notes")
                .param("query", query)
                .param("note", act.toString())
                .param("submission", UUID.randomUUID().toString())
                .exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(Staff.as(supervision)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static Acts.Done act(String kind, LocalDate on, String delegate, String result) {
        return new Acts.Done(UUID.randomUUID(), kind, on, delegate, result);
    }
}
