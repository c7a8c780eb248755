package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.supervision.HardCases.Listing;
import io.huiyin.server.supervision.HardCases.Plan;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of hard cases: how cases come on it, who may own them, and how they end. */
@HuiyinTest
class HardCasesTest extends SupervisedCounty {

    @Autowired
    HardCases cases;

    @Autowired
    Proposals proposals;

    @Autowired
    Stock stock;

    @BeforeEach
    void an_office() {
        leaders.name("test-leader", "县委常委、副县长");
    }

    @Test
    void a_case_is_proposed_by_each_rule_on_the_day_it_meets_it_and_not_the_day_before() {
        UUID old = lives.received("老问题", TestClock.START.minus(Duration.ofDays(364)));
        UUID late = lives.received("超期", TestClock.START);
        lives.joint("十个人", 10, TestClock.START);
        lives.joint("九个人", 9, TestClock.START);
        // registered within 15 days: until Thursday, 29 October; thirty days after that day the rule is met
        clock.set(Instant.parse("2026-11-27T02:00:00Z"));
        assertThat(rules(late)).isNull();
        assertThat(rules(old)).as("a year old, and long overdue").isEqualTo("age overdue");
        clock.pass(Duration.ofDays(1));
        assertThat(rules(late)).isEqualTo("overdue");
        assertThat(proposals.all())
                .extracting(Proposals.Proposal::title)
                .as("most rules first, nine are not many")
                .startsWith("老问题", "十个人")
                .doesNotHaveDuplicates();
        assertThat(proposals.all().stream()
                        .filter(one -> "九个人".equals(one.title()))
                        .findFirst()
                        .orElseThrow()
                        .rules())
                .isEqualTo("overdue");
    }

    @Test
    void a_proposal_is_dismissed_with_a_reason_and_comes_again_when_it_meets_another_rule() {
        UUID id = lives.joint("十个人", 10, TestClock.START);
        assertThat(rules(id)).isEqualTo("signed");
        assertThat(proposals.dismiss(id, " ", supervision)).isEqualTo(Doing.refused("reason", "reason"));
        assertThat(mvc.post()
                        .uri("/desk/cases/proposals/" + id)
                        .with(Staff.as(supervision))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(mvc.post()
                        .uri("/desk/cases/proposals/" + id)
                        .param("reason", "县水务局已定下周施工")
                        .with(Staff.as(supervision))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(rules(id)).isNull();
        assertThat(proposals.dismiss(id, "再说一次", supervision)).isEqualTo(Doing.refused("reason", "proposal"));
        assertThat(sql.sql("SELECT what || ': ' || words FROM supervision.step")
                        .query(String.class)
                        .list())
                .containsExactly("dismissed: 县水务局已定下周施工");
        clock.set(Instant.parse("2026-11-28T02:00:00Z"));
        assertThat(rules(id)).as("overdue as well by now").isEqualTo("overdue signed");
    }

    @Test
    void the_public_list_is_open_data_and_no_cell_begins_a_formula() throws Exception {
        UUID id = listed("旧账");
        assertThat(cases.take(id, 0, new Plan("=1+1，\"三日内\"到现场", cases.today().plusDays(30)), true, leader))
                .isInstanceOf(Doing.Done.class);
        var lines = mvc.get()
                .uri("/data/cases.csv")
                .exchange()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast())
                .startsWith("2026-01,")
                .contains(",0,县委常委、副县长,\"'=1+1，\"\"三日内\"\"到现场\",")
                .doesNotContain("旧账");
        assertThat(mvc.get().uri("/data/cases.csv?year=1999")).hasStatus(404);
        assertThat(mvc.get().uri("/data/orders.csv")).hasStatusOk().bodyText().startsWith("order,unit,");
    }

    @Test
    void said_not_solved_after_two_answers_and_reopened_twice_is_proposed_as_such() {
        UUID id = lives.received("又漏水", TestClock.START);
        lives.assigned(id, "SW");
        lives.inHand(id);
        lives.answered(id);
        lives.says(id, "not-solved");
        lives.asks(id, "reopen");
        assertThat(rules(id)).as("once").isNull();
        lives.answered(id);
        lives.says(id, "partly");
        lives.says(id, "not-solved");
        assertThat(rules(id)).isEqualTo("not-solved");
        lives.asks(id, "reopen");
        assertThat(rules(id)).isEqualTo("not-solved repeats");
    }

    @Test
    void only_an_open_appeal_goes_on_the_list_and_only_once() {
        UUID accusation = lives.accusation("局长收礼", "GA", TestClock.START);
        assertThat(list(accusation)).isEqualTo(Doing.refused("number", "class"));
        UUID id = lives.received("路灯不亮", TestClock.START);
        assertThat(cases.list(new Listing("1234", "civil", "by-hand", "拖"), supervision))
                .isEqualTo(Doing.refused("number", "number"));
        assertThat(cases.list(new Listing(number(id), "civil", "by-hand", ""), supervision))
                .isEqualTo(Doing.refused("reason", "reason"));
        assertThat(cases.list(new Listing(number(id), "gossip", "by-hand", "拖"), supervision))
                .isEqualTo(Doing.refused("subject", "subject"));
        assertThat(list(id)).isInstanceOf(Doing.Done.class);
        assertThat(list(id)).isEqualTo(Doing.refused("number", "listed"));
    }

    @Test
    void a_leader_takes_it_with_a_plan_and_a_day_and_the_declaration_to_have_no_stake() {
        UUID hard = listed("路灯不亮");
        LocalDate due = cases.today().plusDays(60);
        assertThat(cases.take(hard, version(hard), new Plan("换线路", due), false, leader))
                .isEqualTo(Doing.refused("noStake", "declare"));
        assertThat(cases.take(hard, version(hard), new Plan("", due), true, leader))
                .isEqualTo(Doing.refused("plan", "plan"));
        assertThat(cases.take(hard, version(hard), new Plan("换线路", null), true, leader))
                .isEqualTo(Doing.refused("due", "due.empty"));
        assertThat(refusal(cases.take(hard, version(hard), new Plan("换线路", cases.today()), true, leader)))
                .isEqualTo("supervision.refused.due.range");
        assertThat(refusal(cases.take(
                        hard, version(hard), new Plan("换线路", cases.today().plusDays(93)), true, leader)))
                .isEqualTo("supervision.refused.due.range");
        long seen = version(hard);
        assertThat(cases.take(hard, seen, new Plan("换线路", due), true, leader)).isInstanceOf(Doing.Done.class);
        assertThatThrownBy(() -> cases.take(hard, seen, new Plan("换线路", due), true, leader))
                .isInstanceOf(StaleRow.class);
        assertThat(cases.take(hard, version(hard), new Plan("换线路", due), true, leader))
                .isEqualTo(Doing.refused("", "owned"));
        assertThat(cases.open(hard, leader).office()).isEqualTo("县委常委、副县长");
    }

    @Test
    void a_leader_with_a_stake_never_owns_it_nor_sees_it() {
        UUID hard = listed("停水三个月");
        SignedIn ofTheUnit = new SignedIn(leader.account(), leader.username(), leader.name(), Role.LEADER, "SW", null);
        assertThatThrownBy(() -> cases.open(hard, ofTheUnit))
                .as("the leader's own unit handles it")
                .isInstanceOf(NotFound.class);
        Plan plan = new Plan("查清", cases.today().plusDays(30));
        assertThat(cases.take(hard, version(hard), plan, true, ofTheUnit)).isEqualTo(Doing.refused("", "recused"));
        sql.sql(
                        "INSERT INTO petition.recusal (petition_id, unit_code, reason) SELECT petition_id, 'GA', 'x' FROM supervision.hard_case")
                .update();
        SignedIn ofTheAccused =
                new SignedIn(leader.account(), leader.username(), leader.name(), Role.LEADER, "GA", null);
        assertThat(cases.take(hard, version(hard), plan, true, ofTheAccused))
                .as("the unit complained of")
                .isEqualTo(Doing.refused("", "recused"));
        assertThat(cases.take(hard, version(hard), plan, true, leader)).isInstanceOf(Doing.Done.class);
        cases.declareStake(hard, leader);
        assertThat(cases.open(hard, supervision).owner())
                .as("declared while owning it: it is free again")
                .isNull();
        assertThat(cases.take(hard, version(hard), plan, true, leader)).isEqualTo(Doing.refused("", "recused"));
        assertThatThrownBy(() -> sql.sql("""
                        INSERT INTO supervision.ownership (id, case_id, account_id, office, plan, due_on, taken_on)
                        VALUES (gen_random_uuid(), :case, :leader, 'x', 'x', '2026-12-01', '2026-10-14')""")
                        .param("case", hard)
                        .param("leader", leader.account())
                        .update())
                .hasMessageContaining("whoever has a stake never owns a case");
    }

    @Test
    void it_ends_by_the_petitioners_word_and_is_open_again_when_it_was_not_really() {
        UUID hard = listed("路灯不亮");
        UUID petition = cases.open(hard, supervision).petition();
        assertThatThrownBy(() -> sql.sql("UPDATE supervision.hard_case SET ending = 'SOLVED', ended_on = '2026-10-14'")
                        .update())
                .hasMessageContaining("by the petitioner's word");
        lives.inHand(petition);
        lives.answered(petition);
        assertThat(cases.open(hard, supervision).open())
                .as("an answer ends nothing")
                .isTrue();
        lives.says(petition, "solved");
        assertThat(cases.open(hard, supervision).ending()).isEqualTo("SOLVED");
        assertThat(stock.course().getLast().open()).isZero();
        clock.pass(Duration.ofDays(20));
        lives.says(petition, "not-solved");
        lives.asks(petition, "reopen");
        assertThat(cases.open(hard, supervision).open()).isTrue();
        assertThat(stock.course().getLast()).isEqualTo(new Stock.Day(LocalDate.parse("2026-11-03"), 1, 20));
        assertThat(stock.course().get(11))
                .as("at the end of October it was thought to be solved")
                .isEqualTo(new Stock.Day(LocalDate.parse("2026-10-31"), 0, 0));
    }

    @Test
    void the_end_of_the_procedure_is_shown_apart_from_solved() {
        UUID hard = listed("路灯不亮");
        UUID petition = cases.open(hard, supervision).petition();
        lives.inHand(petition);
        lives.answered(petition);
        lives.asks(petition, "ask-review");
        lives.decides(petition, "uphold-review");
        lives.asks(petition, "ask-rereview");
        lives.decides(petition, "uphold-rereview");
        lives.says(petition, "not-solved");
        assertThat(cases.open(hard, supervision).ending()).isEqualTo("TERMINATED");
        assertThat(mvc.get().uri("/cases"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-01", "复核终结", "城乡建设")
                .doesNotContain("路灯不亮", "张1", "水务局");
    }

    @Test
    void the_desks_pages_list_take_and_refuse_in_words() {
        UUID petition = lives.received("路灯<b>不亮", TestClock.START.minus(Duration.ofDays(400)));
        lives.assigned(petition, "SW");
        assertThat(mvc.get().uri("/desk/cases/proposals").with(Staff.as(supervision)))
                .bodyText()
                .contains("路灯&lt;b&gt;不亮", "拖得久");
        assertThat(post("/desk/cases", supervision, "number", number(petition), "rule", "age"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择内容分类。", number(petition));
        assertThat(post("/desk/cases", supervision, "number", number(petition), "rule", "age", "subject", "land"))
                .hasStatus3xxRedirection();
        HardCase hard = cases.all(supervision).getFirst();
        assertThat(post("/desk/cases/" + hard.id() + "/owner", leader, "seen", "0", "plan", "换线路", "due", "2026-12-01"))
                .hasStatus(422)
                .bodyText()
                .contains("请先声明没有利害关系", "换线路", "2026-12-01");
        assertThat(post(
                        "/desk/cases/" + hard.id() + "/owner",
                        leader,
                        "seen",
                        "0",
                        "plan",
                        "换线路",
                        "due",
                        "2026-12-01",
                        "noStake",
                        "true"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/desk/cases/" + hard.id()).with(Staff.as(leader)))
                .bodyText()
                .contains("从九月开始就这样。", "改计划");
        assertThat(mvc.get().uri("/desk/cases").with(Staff.as(supervision)))
                .bodyText()
                .contains("县委常委、副县长");
        assertThat(mvc.get().uri("/cases").header("Accept-Language", "en"))
                .bodyText()
                .contains("land and resources", "县委常委、副县长", "换线路", "400 days");
        assertThat(post("/desk/cases/" + hard.id() + "/release", supervision, "seen", "1", "reason", ""))
                .hasStatus(422);
        assertThat(post("/desk/leaders", supervision, "username", "nobody", "office", "县长"))
                .hasStatus(422);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            String address, SignedIn by, String... fields) {
        var request = mvc.post().uri(address).with(Staff.as(by)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private UUID listed(String title) {
        UUID petition = lives.received(title, TestClock.START);
        lives.assigned(petition, "SW");
        return ((Doing.Done) list(petition)).id();
    }

    private Doing list(UUID petition) {
        return cases.list(new Listing(number(petition), "construction", "by-hand", "一直没有解决"), supervision);
    }

    private String number(UUID petition) {
        return lives.code(petition).digits();
    }

    private long version(UUID hard) {
        return cases.open(hard, supervision).version();
    }

    private static String refusal(Doing doing) {
        return ((Doing.Refused) doing).key();
    }

    private String rules(UUID petition) {
        return proposals.all().stream()
                .filter(one -> one.petition().equals(petition))
                .map(Proposals.Proposal::rules)
                .findFirst()
                .orElse(null);
    }
}
