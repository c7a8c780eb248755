package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.TrackingNotes;
import io.huiyin.server.supervision.FaultStore.Band;
import io.huiyin.server.supervision.FaultStore.Found;
import io.huiyin.server.supervision.HardCases.Listing;
import io.huiyin.server.supervision.HardCases.Plan;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The three faults: each is there on the day after its threshold, not before, and whatever the server slept through. */
@HuiyinTest
class OversightTest extends SupervisedCounty {

    @Autowired
    Oversight oversight;

    @Autowired
    HardCases cases;

    @Autowired
    Acts acts;

    @Autowired
    SupervisionOrders orders;

    UUID petition;

    @BeforeEach
    void an_assigned_petition() {
        petition = assigned("停水三个月");
    }

    @Test
    void assigned_and_never_supervised_shows_on_the_day_after_the_thirtieth() {
        days(30);
        assertThat(faults()).isEmpty();
        days(1);
        assertThat(faults()).containsExactly(Fault.UNSUPERVISED);
        oversight.check(petition, "到现场看了，管道还没有换", supervision);
        assertThat(faults()).as("supervised today").isEmpty();
        days(30);
        assertThat(faults()).isEmpty();
        days(1);
        assertThat(faults()).containsExactly(Fault.UNSUPERVISED);
        orders.issue(
                new SupervisionOrders.Wish(
                        UUID.randomUUID(), lives.code(petition).digits(), "", "overdue", "daily", "十日内办结"),
                supervision);
        assertThat(faults()).as("an order is supervision").isEmpty();
    }

    @Test
    void a_petition_that_was_only_passed_on_or_has_its_answer_is_not_unsupervised() {
        lives.inHand(petition);
        lives.answered(petition);
        days(31);
        assertThat(faults()).isEmpty();
    }

    @Test
    void
            owned_and_never_worked_on_shows_on_the_day_after_the_thirtieth_and_only_acts_that_stand_and_are_personal_count() {
        UUID hard = owned();
        days(30);
        assertThat(faults()).isEmpty();
        days(1);
        assertThat(faults()).contains(Fault.UNWORKED);
        act(hard, "STUDY", "办公室主任");
        assertThat(faults()).as("delegated").contains(Fault.UNWORKED);
        UUID met = act(hard, "MEET", "");
        assertThat(faults()).doesNotContain(Fault.UNWORKED);
        UUID signatory =
                sql.sql("SELECT id FROM petition.signatory").query(UUID.class).single();
        acts.deny(new TrackingNotes.Denial(petition, signatory, met, UUID.randomUUID(), "没见过"));
        assertThat(faults()).as("the petitioner says there was no meeting").contains(Fault.UNWORKED);
        acts.find(met, true, "有签到", supervision);
        assertThat(faults()).doesNotContain(Fault.UNWORKED);
        days(30);
        assertThat(faults()).doesNotContain(Fault.UNWORKED);
        days(1);
        assertThat(faults()).contains(Fault.UNWORKED);
    }

    @Test
    void worked_on_and_never_ended_shows_on_the_day_after_the_ninety_second_and_goes_with_the_petitioners_word() {
        UUID hard = owned();
        days(5);
        act(hard, "INSPECT", "");
        days(92);
        assertThat(faults()).doesNotContain(Fault.UNENDED);
        days(1);
        assertThat(faults()).contains(Fault.UNENDED);
        lives.inHand(petition);
        lives.answered(petition);
        assertThat(faults()).as("an answer is no end").contains(Fault.UNENDED);
        lives.says(petition, "solved");
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_inspection_in_person_is_supervision_too() {
        UUID hard = owned();
        days(20);
        act(hard, "INSPECT", "");
        days(30);
        assertThat(faults()).isEmpty();
        days(1);
        assertThat(faults()).containsExactly(Fault.UNSUPERVISED, Fault.UNWORKED);
    }

    @Test
    void three_days_without_a_server_hide_nothing_and_add_nothing() {
        owned();
        days(29);
        assertThat(faults()).isEmpty();
        // the server is down for three days; nothing runs in between
        days(3);
        assertThat(faults()).containsExactly(Fault.UNSUPERVISED, Fault.UNWORKED);
        assertThat(oversight.faults(supervision))
                .extracting(Found::since)
                .containsOnly(cases.today().minusDays(32));
    }

    @Test
    void the_page_counts_by_leader_and_unit_opens_the_cases_and_shows_a_leader_the_own_only() {
        owned();
        days(31);
        assertThat(mvc.get().uri("/desk/oversight").with(Staff.as(supervision)))
                .hasStatusOk()
                .bodyText()
                .contains("只交办不督办", "副县长", "水务局");
        assertThat(mvc.get().uri("/desk/oversight/faults/unworked").with(Staff.as(supervision)))
                .hasStatusOk()
                .bodyText()
                .contains("停水三个月", "31 天", "副县长");
        SignedIn other = new SignedIn(new UUID(1, 1), "other", "别人", Role.LEADER, null, null);
        assertThat(oversight.faults(other)).isEmpty();
        assertThat(oversight.faults(leader)).hasSize(2);
        assertThat(mvc.get().uri("/desk/oversight/faults/nonsense").with(Staff.as(supervision)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/desk/oversight/checks/" + petition)
                        .with(Staff.as(supervision))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明怎么督办的。");
        assertThat(mvc.post()
                        .uri("/desk/oversight/checks/" + petition)
                        .param("words", "打了电话")
                        .with(Staff.as(supervision))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/desk/oversight/checks/" + petition).with(Staff.as(supervision)))
                .bodyText()
                .contains("打了电话");
    }

    @Test
    void the_backlog_is_counted_by_age_and_forgets_what_has_ended() {
        lives.received("老问题", TestClock.START.minus(Duration.ofDays(400)));
        days(60);
        assertThat(oversight.backlog())
                .containsExactly(new Band(0, 0), new Band(60, 1), new Band(90, 0), new Band(180, 0), new Band(365, 1));
    }

    private List<Fault> faults() {
        return oversight.faults(supervision).stream().map(Found::fault).sorted().toList();
    }

    private void days(int days) {
        clock.pass(Duration.ofDays(days));
    }

    private UUID owned() {
        Listing listing = new Listing(lives.code(petition).digits(), "construction", "by-hand", "拖");
        UUID hard = ((Doing.Done) cases.list(listing, supervision)).id();
        cases.take(hard, 0, new Plan("换管道", cases.today().plusDays(60)), true, leader);
        return hard;
    }

    private UUID act(UUID hard, String kind, String delegate) {
        Doing doing = acts.record(hard, new Acts.Done(UUID.randomUUID(), kind, cases.today(), delegate, "有进展"), leader);
        return ((Doing.Done) doing).id();
    }
}
