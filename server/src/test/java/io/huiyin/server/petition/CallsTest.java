package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Role;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calls and their first word by the hour; the steps inside the limit of an answer. */
@HuiyinTest
class CallsTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Hotline hotline;

    @Autowired
    InternalSteps steps;

    @Test
    void a_burst_main_is_due_in_24_hours_of_the_clock_and_the_word_given_meets_it() {
        UUID id = called("utility");
        Instant due = TestClock.START.plus(Duration.ofHours(24));
        assertThat(hotline.call(id).orElseThrow().dueAt()).isEqualTo(due);
        assertThat(desk("/desk/hotline", Role.INTAKE)).bodyText().contains("水、电、气、暖", "最迟");
        assertThat(desk("/desk/hotline", Role.HANDLER))
                .bodyText()
                .as("not with the unit yet")
                .contains("没有等第一次回话");
        accepted(id, "petition");
        clock.pass(Duration.ofHours(24));
        clocks.sweep();
        assertThat(hotline.overdue(null, Actor.of(staff.get(Role.INTAKE))))
                .as("at the last instant")
                .isZero();
        assertThat(told(id)).isNull();
        assertThat(waitingFor(Role.UNIT_HEAD)).isEqualTo(1);
        update("INSERT INTO petition.recusal (petition_id, account_id, reason) VALUES ('" + id + "', '"
                + staff.get(Role.UNIT_HEAD).account() + "', '回避')");
        assertThat(waitingFor(Role.UNIT_HEAD)).as("steps aside").isZero();
        UUID submission = UUID.randomUUID();
        for (int sent = 0; sent < 2; sent++)
            assertThat(feedBack(id, Role.HANDLER, submission, "抢修队已到现场，今晚八点前通水"))
                    .hasStatus(302);
        HotlineStore.Call call = hotline.call(id).orElseThrow();
        assertThat(call.inTime()).isTrue();
        assertThat(waitingFor(Role.HANDLER)).isZero();
        assertThat(row(id).dueOn()).as("the legal clock runs on").isNotNull();
        assertThat(tracking.open(code(id), "查询码1").orElseThrow().moves())
                .filteredOn(move -> move.move().equals("feedback"))
                .as("sent twice, said once")
                .extracting(Move::reason)
                .containsExactly("抢修队已到现场，今晚八点前通水");
        assertThat(hotline.classify(id, "hard"))
                .as("nobody gives more time afterwards")
                .contains("petition.hotline.late");
    }

    @Test
    void two_hours_that_ran_out_while_the_server_was_down_are_found_once() {
        UUID id = called("life");
        accepted(id, "petition");
        clock.pass(Duration.ofHours(2).plusSeconds(1).plusDays(3));
        clocks.sweep();
        Instant found = told(id);
        assertThat(found).isEqualTo(clock.instant());
        clock.pass(Duration.ofMinutes(1));
        clocks.sweep();
        assertThat(told(id)).isEqualTo(found);
        assertThat(hotline.overdue("SW", Actor.of(staff.get(Role.UNIT_HEAD)))).isEqualTo(1);
        assertThat(desk("/desk/hotline", Role.UNIT_HEAD)).bodyText().contains("已超时");
        feedBack(id, Role.UNIT_HEAD, UUID.randomUUID(), "已经处置");
        assertThat(hotline.call(id).orElseThrow().inTime())
                .as("late stays late")
                .isFalse();
        assertThat(hotline.overdue("SW", Actor.of(staff.get(Role.UNIT_HEAD)))).isZero();
    }

    @Test
    void another_unit_gives_no_word_and_an_empty_one_is_none() {
        UUID id = called("ordinary");
        assertThatThrownBy(() -> hotline.feedBack(id, UUID.randomUUID(), "我们来办", staff.get(Role.HANDLER)))
                .isInstanceOf(NotFound.class);
        accepted(id, "petition");
        assertThat(feedBack(id, Role.HANDLER, UUID.randomUUID(), " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写明办到哪一步");
        assertThat(feedBack(id, Role.INTAKE, UUID.randomUUID(), "代为回话")).hasStatus(403);
        assertThat(hotline.call(id).orElseThrow().fedBackAt()).isNull();
    }

    @Test
    void the_intake_office_changes_the_class_and_the_limit_still_counts_from_the_call() {
        UUID id = called("hard");
        assertThat(hotline.call(id).orElseThrow().dueAt())
                .as("fifteen days from 14 October, to the end of the day")
                .isEqualTo(Instant.parse("2026-10-29T15:59:59.999999Z"));
        clock.pass(Duration.ofHours(1));
        assertThat(mvc.post()
                        .uri("/desk/petitions/" + id + "/hotline")
                        .param("hotline", "life")
                        .with(as(staff.get(Role.INTAKE)))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(hotline.call(id).orElseThrow().dueAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(2)));
        assertThat(hotline.classify(id, "nothing")).isEqualTo(Optional.of("petition.hotline.empty"));
    }

    @Test
    void a_clerk_who_takes_a_call_says_how_pressing_it_is_and_the_petitioner_reads_until_when() {
        String page = text(mvc.post()
                .uri("/desk/petitions/new")
                .param("channel", "call")
                .param("hotline", "utility")
                .param("kind", "APPEAL")
                .param("title", "水管爆了")
                .param("words", "三号路口")
                .param("claims", "修好")
                .param("people", "王小明 13912345678")
                .param("submission", UUID.randomUUID().toString())
                .with(as(staff.get(Role.INTAKE)))
                .with(csrf())
                .exchange());
        assertThat(page).contains("查询码");
        UUID id = sql.sql("SELECT id FROM petition.petition").query(UUID.class).single();
        assertThat(hotline.call(id).orElseThrow().hotline().code()).isEqualTo("utility");
        UUID own = called("life");
        assertThat(text(mvc.post()
                        .uri("/petitions/" + row(own).number())
                        .param("query", "查询码1")
                        .exchange()))
                .contains("危及生命、财产", "第一次给您回话");
    }

    @Test
    void steps_inside_the_limit_begin_with_acceptance_move_with_it_and_are_done_by_doing() {
        UUID id = intake.register(petition(PetitionClass.APPEAL, null, "占道", 1), Actor.PETITIONER)
                .petition();
        assertThat(steps.of(id)).as("none before acceptance").isEmpty();
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        // accepted on 14 October 2026: forty days end on a Monday, fifty on a Thursday
        assertThat(steps.of(id))
                .extracting(InternalStep::dueOn)
                .containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 3))
                .allMatch(day -> day.isBefore(row(id).dueOn()));
        LocalDate before = row(id).dueOn();
        assertThat(by(Role.UNIT_HEAD, id, "extend", "还要鉴定")).isInstanceOf(Moving.Moved.class);
        long later = java.time.temporal.ChronoUnit.DAYS.between(before, row(id).dueOn());
        assertThat(steps.of(id).getFirst().dueOn())
                .isEqualTo(LocalDate.of(2026, 11, 23).plusDays(later));
        clock.pass(Duration.ofDays(45));
        draft(id);
        assertThat(steps.of(id)).extracting(InternalStep::doneOn).containsExactly(today(), null);
        assertThat(desk("/desk/petitions/" + id, Role.HANDLER)).bodyText().contains("内部步骤", "不是法定期限");
        by(Role.UNIT_HEAD, id, "answer", "");
        assertThat(steps.of(id)).extracting(InternalStep::doneOn).containsExactly(today(), today());
    }

    @Test
    void a_step_that_is_overdue_is_found_once_also_after_days_without_a_server() {
        UUID id = intake.register(petition(PetitionClass.APPEAL, null, "占道", 1), Actor.PETITIONER)
                .petition();
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        clock.pass(Duration.ofDays(40));
        clocks.sweep();
        assertThat(stepsTold()).as("on its day").isEmpty();
        clock.pass(Duration.ofDays(4));
        clocks.sweep();
        clocks.sweep();
        assertThat(stepsTold()).containsExactly("draft");
    }

    private long waitingFor(Role role) {
        return hotline.count("SW", Actor.of(staff.get(role)));
    }

    private List<String> stepsTold() {
        return sql.sql("SELECT step FROM petition.step_due WHERE told_on IS NOT NULL")
                .query(String.class)
                .list();
    }

    private void draft(UUID id) {
        drafts.save(
                id,
                drafts.of(id).version(),
                Pen.writing(
                        new Claim(1, "", null, "已查明", "支持", "《城镇供水条例》第 20 条", ""),
                        new Claim(2, "", null, "已查明", "支持", "《信访工作条例》第 31 条", "")),
                staff.get(Role.HANDLER));
    }

    private UUID called(String hotlineClass) {
        return intake.registerCall(
                        petition(PetitionClass.APPEAL, null, "水管爆了", 1), hotlineClass, Actor.of(staff.get(Role.INTAKE)))
                .petition();
    }

    private io.huiyin.proof.Code code(UUID id) {
        return new io.huiyin.proof.Code(row(id).number());
    }

    private @org.jspecify.annotations.Nullable Instant told(UUID id) {
        return sql.sql("SELECT feedback_told_at FROM petition.petition WHERE id = :id")
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, java.time.OffsetDateTime.class)))
                .single()
                .map(java.time.OffsetDateTime::toInstant)
                .orElse(null);
    }

    private MvcTestResult feedBack(UUID id, Role role, UUID submission, String words) {
        return mvc.post()
                .uri("/desk/petitions/" + id + "/feedback")
                .param("submission", submission.toString())
                .param("feedback", words)
                .with(as(staff.get(role)))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult desk(String address, Role role) {
        return mvc.get().uri(address).with(as(staff.get(role))).exchange();
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
