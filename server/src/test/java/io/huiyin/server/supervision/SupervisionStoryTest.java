package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.petition.PetitionLives;
import io.huiyin.server.supervision.FaultStore.Found;
import io.huiyin.server.supervision.HardCases.Listing;
import io.huiyin.server.supervision.HardCases.Plan;
import io.huiyin.server.supervision.Receptions.Booking;
import io.huiyin.server.supervision.Receptions.Ending;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Golden stories: a case with an owner who acts, and a day on which nothing ran. */
@HuiyinTest
class SupervisionStoryTest extends SupervisedCounty {

    @Autowired
    HardCases cases;

    @Autowired
    Proposals proposals;

    @Autowired
    Acts acts;

    @Autowired
    Oversight oversight;

    @Autowired
    SupervisionOrders orders;

    @Autowired
    Hours hours;

    @Autowired
    Receptions receptions;

    @Autowired
    Steadiness steadiness;

    @Autowired
    Stock stock;

    @Autowired
    History history;

    @Test
    void twice_answered_and_not_solved_then_owned_then_worked_on_and_solved_by_the_petitioners_word() {
        // a resident's water is cut; the unit answers twice, and twice it is not solved
        UUID petition = lives.received("三楼没有水", clock.instant());
        lives.assigned(petition, "SW");
        lives.inHand(petition);
        lives.answered(petition);
        lives.says(petition, "not-solved");
        lives.asks(petition, "reopen");
        days(10);
        lives.answered(petition);
        lives.says(petition, "partly");
        lives.says(petition, "not-solved");
        lives.asks(petition, "reopen");

        // the rules propose it, supervision puts it on the list
        var proposal = proposals.all().getFirst();
        assertThat(proposal.met()).containsExactly("not-solved", "repeats");
        UUID hard = done(cases.list(new Listing(proposal.number(), "construction", "not-solved", ""), supervision));
        assertThat(stock.course().getLast().open()).isEqualTo(1);

        // a leader without a stake takes it, and for a month does nothing
        done(cases.take(hard, 0, new Plan("更换加压泵", cases.today().plusDays(60)), true, leader));
        days(31);
        assertThat(faults()).containsExactly(Fault.UNSUPERVISED, Fault.UNWORKED);

        // supervision orders the unit to act; the leader sends somebody, which is not the same
        UUID order = done(orders.issue(
                new SupervisionOrders.Wish(
                        UUID.randomUUID(), proposal.number(), "", "perfunctory", "listed", "查明两次答复为什么没有解决"),
                supervision));
        done(acts.record(hard, act("VISIT", "水务局副局长", "看了泵房"), leader));
        assertThat(faults()).containsExactly(Fault.UNWORKED);

        // the resident comes to the leader's hour, and the leader writes down a meeting
        UUID slot = slot();
        UUID booked =
                done(receptions.book(new Booking(UUID.randomUUID(), slot, "三楼没有水", "", "", "麦子2026", "online"), null));
        days(2);
        done(receptions.end(booked, 0, new Ending("petition", proposal.number(), ""), leader));
        UUID met = done(acts.record(hard, act("MEET", "", "约定周五换泵"), leader));
        assertThat(faults()).isEmpty();

        // the resident sees both on the tracking page, and says that a second meeting never was
        UUID invented = done(acts.record(hard, act("MEET", "", "又谈了一次"), leader));
        assertThat(mvc.post()
                        .uri("/petitions/" + proposal.number() + "/notes")
                        .param("query", PetitionLives.QUERY)
                        .param("note", invented.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("约定周五换泵", "看了泵房", "委托别人办的", "信访人说没有这回事，不计数");
        done(acts.find(invented, false, "没有这次见面的记录", supervision));
        assertThat(steadiness.both().now().acts()).as("one of three counts").isEqualTo(1);
        assertThat(acts.ofCase(hard).stream().filter(Act::stands).filter(Act::personal))
                .extracting(Act::id)
                .containsExactly(met);

        // the unit obeys, answers, and the resident says: solved
        done(orders.reply(order, 0, "泵已更换，三楼来水", head));
        done(orders.accept(order, 1, "现场看过", supervision));
        lives.answered(petition);
        assertThat(cases.open(hard, supervision).open())
                .as("an answer ends nothing")
                .isTrue();
        lives.says(petition, "solved");
        assertThat(cases.open(hard, supervision).ending()).isEqualTo("SOLVED");
        assertThat(stock.course().getLast().open()).isZero();
        assertThat(history.of(hard)).extracting(History.Line::what).containsExactly("listed", "taken", "solved");
        assertThat(mvc.get().uri("/cases"))
                .bodyText()
                .contains("副县长", "更换加压泵", "已解决（本人确认）")
                .doesNotContain("三楼没有水", "又谈了一次");
        assertThat(sql.sql("SELECT convert_from(body, 'UTF8') FROM ledger.entry")
                        .query(String.class)
                        .list())
                .as("the public log names nobody and tells no text")
                .allSatisfy(body -> assertThat(body).doesNotContain("三楼", "副县长", "换泵"));
    }

    @Test
    void a_day_without_a_server_over_every_deadline_loses_none() {
        UUID petition = lives.received("停水三个月", clock.instant());
        lives.assigned(petition, "SW");
        UUID hard = done(
                cases.list(new Listing(lives.code(petition).digits(), "construction", "by-hand", "拖"), supervision));
        done(cases.take(hard, 0, new Plan("换管道", cases.today().plusDays(30)), true, leader));
        UUID order = done(orders.issue(
                new SupervisionOrders.Wish(
                        UUID.randomUUID(), lives.code(petition).digits(), "", "overdue", "daily", "十日内办结"),
                supervision));

        // everything is due on the thirtieth day; from its noon to the next day's evening nothing runs
        days(30);
        lives.sweep();
        orders.sweep();
        assertThat(faults()).isEmpty();
        assertThat(orders.open(order, supervision).overdueOn()).isNull();
        clock.pass(Duration.ofHours(33));

        // the server is back: what came to its day meanwhile is found at once, each once, with its own day
        lives.sweep();
        orders.sweep();
        orders.sweep();
        assertThat(faults()).containsExactly(Fault.UNSUPERVISED, Fault.UNWORKED);
        assertThat(oversight.faults(supervision))
                .extracting(Found::since)
                .as("counted from the day it began, not from the day it was found")
                .containsOnly(LocalDate.parse("2026-10-14"));
        assertThat(orders.open(order, supervision).overdueOn()).isEqualTo(orders.today());
        assertThat(orders.open(order, supervision).dueOn()).isEqualTo(LocalDate.parse("2026-11-13"));
        assertThat(history.of(order)).extracting(History.Line::what).containsExactly("issued", "overdue");
        assertThat(mvc.get().uri("/desk").with(io.huiyin.server.Staff.as(supervision)))
                .bodyText()
                .contains("到期没有答复的督办单", "超期 1");
        done(orders.publish(order, 0, supervision));
        assertThat(mvc.get().uri("/orders")).bodyText().contains("水务局");
    }

    @Test
    void the_three_that_may_not_shrink_are_counted_over_the_same_days_of_both_years() {
        assertThat(steadiness.enter("2026-13", "30", supervision)).isEqualTo(Doing.refused("month", "staffing.month"));
        assertThat(steadiness.enter("2026-11", "30", supervision)).isEqualTo(Doing.refused("month", "staffing.month"));
        assertThat(steadiness.enter("2026-10", "dreißig", supervision))
                .isEqualTo(Doing.refused("staff", "staffing.people", 10_000));
        done(steadiness.enter("2026-09", "30", supervision));
        done(steadiness.enter("2026-10", "99", supervision));
        clock.pass(Duration.ofMinutes(1));
        done(steadiness.enter("2026-10", "32", supervision));
        done(steadiness.enter("2025-12", "40", supervision));
        assertThat(steadiness.both().now().people()).as("the correction counts").isEqualTo(31.0);
        assertThat(steadiness.both().before().people())
                .as("December is after the same days of last year")
                .isNull();

        slot();
        UUID second = done(hours.open(wish(cases.today().plusDays(3)), intake));
        days(4);
        assertThat(steadiness.both().now().hours()).isEqualTo(4.0);
        done(hours.cancel(second, "没有接访", intake));
        assertThat(steadiness.both().now().hours())
                .as("what fell away was not held")
                .isEqualTo(2.0);
        assertThat(steadiness.both().now().actsPerCase()).isNull();
        assertThat(mvc.get().uri("/desk/oversight").with(Staff.as(supervision)))
                .hasStatusOk()
                .bodyText()
                .contains("三个不减", "31.0", "没有填");
        assertThat(mvc.post()
                        .uri("/desk/oversight/staffing")
                        .param("month", "2026-10")
                        .param("staff", "很多")
                        .with(Staff.as(supervision))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("请写 0 到 10,000 的整数。", "很多");
    }

    private UUID slot() {
        UUID hour = done(hours.open(wish(cases.today().plusDays(1)), intake));
        return hours.coming().stream()
                .filter(one -> one.id().equals(hour))
                .findFirst()
                .orElseThrow()
                .slots()
                .getFirst()
                .id();
    }

    private Hours.Wish wish(LocalDate day) {
        return new Hours.Wish(leader.account(), "OFFICE", "信访局一楼", day, LocalTime.of(9, 0), LocalTime.of(11, 0), 30);
    }

    private Acts.Done act(String kind, String delegate, String result) {
        return new Acts.Done(UUID.randomUUID(), kind, cases.today(), delegate, result);
    }

    private List<Fault> faults() {
        return oversight.faults(supervision).stream().map(Found::fault).sorted().toList();
    }

    private void days(int days) {
        clock.pass(Duration.ofDays(days));
    }

    private static UUID done(Doing doing) {
        assertThat(doing).isInstanceOf(Doing.Done.class);
        return ((Doing.Done) doing).id();
    }
}
