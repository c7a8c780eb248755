package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.file.Made;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.NewAccount;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.NewSubmission.Person;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who is told what, and when, along a petition's life. */
@HuiyinTest
class TellingsTest {

    @Autowired
    Intake intake;

    @Autowired
    Life life;

    @Autowired
    LifeStore store;

    @Autowired
    Answers answers;

    @Autowired
    Drafts drafts;

    @Autowired
    Tracking tracking;

    @Autowired
    Attachments attachments;

    @Autowired
    Additions additions;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clocks clocks;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    private SignedIn clerk;
    private SignedIn head;
    private SignedIn handler;

    @BeforeEach
    void a_county() throws SQLException {
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("SW", "水务局", "department");
        }
        clerk = Staff.account(accounts, Role.INTAKE, null);
        accounts.load(
                List.of(
                        new NewAccount("head", "头", Role.UNIT_HEAD, "SW", null, "head@example.org"),
                        new NewAccount("handler", "手", Role.HANDLER, "SW", null, "handler@example.org"),
                        new NewAccount("silent", "静", Role.UNIT_HEAD, "SW", null)),
                Staff.PASSWORD);
        head = accounts.find("head").orElseThrow();
        handler = accounts.find("handler").orElseThrow();
    }

    @Test
    void everybody_who_signed_is_told_of_each_move_and_whoever_has_to_act_of_the_work() {
        Receipt receipt = registered(2);
        assertThat(told()).containsExactly("receive person news", "receive person news");
        UUID id = receipt.petition();
        inHand(id);
        assertThat(told().subList(2, told().size()))
                .containsExactly(
                        "transfer person news",
                        "transfer person news",
                        "transfer account work",
                        "accept person news",
                        "accept person news",
                        "take account work");
        assertThat(sql.sql("SELECT addressee_id FROM message.message WHERE addressee_kind = 'account' ORDER BY id")
                        .query(UUID.class)
                        .list())
                .as("the head who gave an address, then the handler")
                .containsExactly(head.account(), handler.account());
        assertThat(tracking.open(receipt.codes().get(1), "查询码2").orElseThrow().told())
                .as("each sees the own messages on the page")
                .hasSize(3)
                .allMatch(one -> one.state().equals("message.state.WAITING"));
    }

    @Test
    void what_a_petitioner_adds_is_told_to_whoever_works_on_it() {
        Receipt receipt = registered(1);
        inHand(receipt.petition());
        var sound = new MockMultipartFile("files", "a.wav", "audio/wav", Made.recording());
        Signatory own = tracking.signatory(receipt.codes().getFirst(), "查询码1").orElseThrow();
        for (int sent = 0; sent < 2; sent++)
            assertThat(attachments.addOwn(own, List.of(sound))).isEmpty();
        assertThat(told("add-file")).containsExactly("add-file account work", "add-file account work");
        for (int day = 0; day < 2; day++) {
            for (String words : List.of("还有一句", "又有一句"))
                assertThat(additions.add(own, UUID.randomUUID(), words).any()).isFalse();
            assertThat(told("add-words"))
                    .as("once a day, whoever it is")
                    .hasSize(2 * (day + 1))
                    .containsOnly("add-words account work");
            clock.pass(Duration.ofDays(1));
        }
    }

    @Test
    void staff_are_told_in_the_language_in_which_they_signed_in_last() {
        for (String language : List.of("zh-CN", "en", "zh-CN", "en"))
            assertThat(mvc.post()
                            .uri("/desk/sign-in")
                            .header("Accept-Language", language)
                            .param("username", "handler")
                            .param("password", Staff.PASSWORD)
                            .with(csrf()))
                    .hasStatus(303);
        UUID id = registered(1).petition();
        inHand(id);
        assertThat(sql.sql("SELECT language FROM message.message WHERE addressee_kind = 'account' ORDER BY id")
                        .query(String.class)
                        .list())
                .as("the head, who never signed in, then the handler")
                .containsExactly("zh", "en");
    }

    @Test
    void a_message_holds_no_word_of_the_petition() {
        UUID id = registered(1).petition();
        inHand(id);
        assertThat(String.join(
                        "\n",
                        sql.sql("SELECT row_to_json(m)::text FROM message.message m")
                                .query(String.class)
                                .list()))
                .doesNotContain("水费", "水务局", "张1", "13800000001", "SW");
    }

    @Test
    void a_move_that_fails_tells_nobody() {
        UUID id = registered(1).petition();
        assertThat(life.move(id, wish(id, "transfer").unit("SW"), Actor.of(clerk)))
                .isInstanceOf(Moving.Refused.class);
        assertThat(told()).containsExactly("receive person news");
    }

    @Test
    void a_day_that_comes_near_and_one_that_is_over_are_told_once_also_after_days_without_a_server() {
        UUID id = registered(1).petition();
        inHand(id);
        LocalDate due = store.find(id).orElseThrow().dueOn();
        toDay(due.minusDays(4));
        clocks.sweep();
        assertThat(told("due-soon")).isEmpty();
        toDay(due.minusDays(3));
        clocks.sweep();
        clocks.sweep();
        assertThat(told("due-soon")).hasSize(2); // handler and head
        toDay(due);
        clocks.sweep();
        assertThat(told("overdue")).isEmpty();
        toDay(due.plusDays(3));
        clocks.sweep();
        clocks.sweep();
        assertThat(told("overdue")).hasSize(2);
        assertThat(told("due-soon")).hasSize(2);
    }

    @Test
    void the_petitioner_is_told_before_the_time_to_ask_for_a_review_ends_and_is_asked_again() {
        UUID id = registered(1).petition();
        inHand(id);
        drafts.save(
                id,
                drafts.of(id).version(),
                Pen.writing(new Claim(1, "", null, "已查明", "支持", "《城镇供水条例》第 20 条", "本周内完成")),
                handler);
        assertThat(life.move(id, wish(id, "answer"), Actor.of(head))).isEqualTo(new Moving.Moved(Procedure.ANSWERED));
        LocalDate due = store.find(id).orElseThrow().dueOn();
        toDay(due.minusDays(8));
        clocks.sweep();
        assertThat(told("lapse-near")).isEmpty();
        toDay(due.minusDays(7));
        clocks.sweep();
        clocks.sweep();
        assertThat(told("lapse-near")).containsExactly("lapse-near person deadline");
        toDay(due);
        clocks.sweep();
        clocks.sweep();
        assertThat(told("ask-again")).as("28 days after the answer").containsExactly("ask-again person question");
        toDay(due.plusDays(1));
        clocks.sweep();
        assertThat(told("lapse ")).containsExactly("lapse person news");
    }

    @Test
    void every_telling_has_its_texts_and_every_move_of_the_table_that_others_make_is_told() {
        List<String> untold = sql.sql("""
                SELECT DISTINCT t.move FROM petition.transition t
                 WHERE t.axis = 'procedure' AND NOT EXISTS (
                    SELECT FROM petition.telling s WHERE s.what = t.move AND s.whom = 'PETITIONER') ORDER BY move""").query(String.class).list();
        assertThat(untold)
                .as("inside the offices, the petitioner's own, or on its way from another platform")
                .containsExactly("contest", "hand-over", "object", "take", "take-over");
    }

    private Receipt registered(int people) {
        List<Person> signed = java.util.stream.IntStream.rangeClosed(1, people)
                .mapToObj(i -> new Person("张" + i, "1380000000" + i, "查询码" + i, i == 1))
                .toList();
        return intake.register(
                new NewSubmission(
                        UUID.randomUUID(),
                        PetitionClass.APPEAL,
                        "online",
                        "水费多收了",
                        "从九月开始就这样。",
                        List.of("请退还水费"),
                        signed,
                        false,
                        null,
                        TestClock.START),
                Actor.PETITIONER);
    }

    private void inHand(UUID id) {
        assertThat(answers.classify(id, 0, PetitionClass.APPEAL, Map.of(1, "petition")))
                .isEmpty();
        life.move(id, wish(id, "transfer").unit("SW"), Actor.of(clerk));
        life.move(id, wish(id, "accept"), Actor.of(head));
        assertThat(life.move(id, wish(id, "take").handler("handler"), Actor.of(head)))
                .isEqualTo(new Moving.Moved(Procedure.IN_HAND));
    }

    private Wish wish(UUID id, String move) {
        return Wish.of(move, store.find(id).orElseThrow().version(), "");
    }

    private void toDay(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
        clock.pass(Duration.ofDays(ChronoUnit.DAYS.between(today, day)));
    }

    private List<String> told() {
        return told("");
    }

    /** Move or day, to whom, by which text; in the order in which they were written. */
    private List<String> told(String what) {
        return sql.sql("""
                SELECT split_part(dedupe, ' ', 1) || ' ' || addressee_kind || ' ' || replace(template, 'petition.telling.', '')
                  FROM message.message WHERE dedupe LIKE :what || '%' ORDER BY id""").param("what", what).query(String.class).list();
    }
}
