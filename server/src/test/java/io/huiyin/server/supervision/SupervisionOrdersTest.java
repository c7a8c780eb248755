package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.PetitionLives;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.supervision.SupervisionOrders.Wish;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Supervision orders: demanded, replied to, judged, and published when they are not obeyed. */
@HuiyinTest
class SupervisionOrdersTest extends SupervisedCounty {

    @Autowired
    SupervisionOrders orders;

    UUID petition;

    @BeforeEach
    void an_assigned_petition() {
        petition = assigned("停水三个月");
    }

    @Test
    void an_order_says_why_and_what_and_is_due_in_thirty_days() {
        assertThat(orders.issue(wish("", "", "overdue", "daily", "办"), supervision))
                .isEqualTo(Doing.refused("unit", "unit"));
        assertThat(orders.issue(wish("1234", "", "overdue", "daily", "办"), supervision))
                .isEqualTo(Doing.refused("number", "number"));
        assertThat(orders.issue(wish(number(), "GA", "overdue", "daily", "办"), supervision))
                .isEqualTo(Doing.refused("unit", "order.other-unit"));
        assertThat(orders.issue(wish("", "SW", "mood", "daily", "办"), supervision))
                .isEqualTo(Doing.refused("trigger", "order.trigger"));
        assertThat(orders.issue(wish("", "SW", "overdue", "loud", "办"), supervision))
                .isEqualTo(Doing.refused("kind", "order.kind"));
        assertThat(orders.issue(wish("", "SW", "overdue", "daily", ""), supervision))
                .isEqualTo(Doing.refused("demand", "order.demand"));
        Wish wish = wish(number(), "", "overdue", "listed", "十日内通水");
        UUID id = done(orders.issue(wish, supervision));
        assertThat(done(orders.issue(wish, supervision)))
                .as("the same form twice")
                .isEqualTo(id);
        SupervisionOrder order = orders.open(id, supervision);
        assertThat(order.number()).isEqualTo("2026-001");
        assertThat(order.unit()).isEqualTo("SW");
        // thirty days after Wednesday, 14 October: Friday, 13 November
        assertThat(order.dueOn()).isEqualTo(LocalDate.parse("2026-11-13"));
    }

    @Test
    void the_unit_replies_the_office_sends_back_and_then_accepts() {
        UUID id = issued();
        assertThat(orders.reply(id, 0, "", head)).isEqualTo(Doing.refused("reply", "order.reply"));
        assertThat(orders.accept(id, 0, "", supervision)).isEqualTo(Doing.refused("", "order.not-now"));
        done(orders.reply(id, 0, "正在研究", head));
        assertThatThrownBy(() -> orders.sendBack(id, 0, "没有结果", supervision)).isInstanceOf(StaleRow.class);
        assertThat(orders.sendBack(id, 1, "", supervision)).isEqualTo(Doing.refused("reason", "reason"));
        done(orders.sendBack(id, 1, "没有结果", supervision));
        // ten days from today: Saturday, 24 October moves to Monday
        assertThat(orders.open(id, head).dueOn()).isEqualTo(LocalDate.parse("2026-10-26"));
        done(orders.reply(id, 2, "已经通水", head));
        done(orders.accept(id, 3, "", supervision));
        assertThat(orders.open(id, head).state()).isEqualTo("ACCEPTED");
        assertThat(orders.reply(id, 4, "再说一句", head)).isEqualTo(Doing.refused("", "order.not-now"));
        assertThatThrownBy(
                        () -> sql.sql("UPDATE supervision.supervision_order SET state = 'ISSUED', accepted_on = NULL")
                                .update())
                .hasMessageContaining("does not go from ACCEPTED to ISSUED");
        assertThatThrownBy(() -> sql.sql("UPDATE supervision.supervision_order SET due_on = due_on + 1")
                        .update())
                .hasMessageContaining("moves only when its reply is sent back");
    }

    @Test
    void what_is_not_obeyed_is_found_over_a_stop_of_three_days_and_published_by_somebody_and_not_by_the_sweeper() {
        UUID id = issued();
        clock.pass(Duration.ofDays(30));
        orders.sweep();
        assertThat(orders.open(id, supervision).overdueOn())
                .as("on its last day")
                .isNull();
        assertThat(orders.publish(id, 0, supervision)).isEqualTo(Doing.refused("", "order.obeyed"));
        clock.pass(Duration.ofDays(3));
        orders.sweep();
        orders.sweep();
        assertThat(orders.open(id, supervision).overdueOn()).isEqualTo(orders.today());
        assertThat(sql.sql("SELECT count(*) FROM supervision.step WHERE what = 'overdue'")
                        .query(Long.class)
                        .single())
                .as("marked once")
                .isEqualTo(1);
        assertThat(orders.published()).isEmpty();
        assertThat(mvc.get().uri("/orders")).hasStatusOk().bodyText().contains("现在没有公开的督办单。");
        done(orders.publish(id, 0, supervision));
        assertThat(mvc.get().uri("/orders"))
                .bodyText()
                .contains("水务局", "无正当理由超期", "2026-001")
                .doesNotContain("停水三个月", "十日内通水");
        done(orders.reply(id, 1, "已经通水", head));
        done(orders.accept(id, 2, "", supervision));
        assertThat(mvc.get().uri("/orders")).bodyText().contains("验收通过");
        assertThatThrownBy(() -> sql.sql("UPDATE supervision.supervision_order SET published_on = NULL")
                        .update())
                .hasMessageContaining("stays published");
    }

    @Test
    void another_unit_does_not_see_it_and_the_petitioner_does() {
        UUID id = issued();
        SignedIn other = new SignedIn(head.account(), "x", "x", Role.UNIT_HEAD, "GA", null);
        assertThatThrownBy(() -> orders.open(id, other)).isInstanceOf(NotFound.class);
        assertThat(orders.all(other)).isEmpty();
        assertThat(mvc.post().uri("/petitions/" + number()).param("query", PetitionLives.QUERY))
                .bodyText()
                .contains("督查部门发了督办单", "等单位答复")
                .doesNotContain("十日内通水");
    }

    @Test
    void the_pages_keep_what_was_typed_and_lead_through_the_life_of_an_order() {
        assertThat(mvc.get().uri("/desk/orders/new?number=" + number()).with(Staff.as(supervision)))
                .hasStatusOk()
                .bodyText()
                .contains(number(), "挂牌督办", "敷衍、推诿、弄虚作假");
        assertThat(post("/desk/orders", supervision, "number", number(), "demand", "办<b>结"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择为什么督办。", "办&lt;b&gt;结");
        UUID id = issued();
        assertThat(mvc.get().uri("/desk/orders").with(Staff.as(head)))
                .bodyText()
                .contains("2026-001", "等单位答复");
        assertThat(post("/desk/orders/" + id + "/reply", head, "seen", "0", "reply", ""))
                .hasStatus(422);
        assertThat(post("/desk/orders/" + id + "/reply", head, "seen", "0", "reply", "已经通水"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/desk").with(Staff.as(supervision)))
                .bodyText()
                .contains("督办单答复待验收");
        assertThat(post("/desk/orders/" + id + "/judgement", supervision, "seen", "1", "accepted", "false"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由。");
        assertThat(post("/desk/orders/" + id + "/judgement", supervision, "seen", "1", "accepted", "true"))
                .hasStatus3xxRedirection();
        assertThat(post("/desk/orders/" + id + "/publish", supervision, "seen", "2"))
                .hasStatus(422);
    }

    private MvcTestResult post(String address, SignedIn by, String... fields) {
        var request = mvc.post().uri(address).with(Staff.as(by)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private UUID issued() {
        return done(orders.issue(wish(number(), "", "overdue", "listed", "十日内通水"), supervision));
    }

    private String number() {
        return lives.code(petition).digits();
    }

    private static Wish wish(String number, String unit, String trigger, String kind, String demand) {
        return new Wish(UUID.randomUUID(), number, unit, trigger, kind, demand);
    }

    private static UUID done(Doing doing) {
        assertThat(doing).isInstanceOf(Doing.Done.class);
        return ((Doing.Done) doing).id();
    }
}
