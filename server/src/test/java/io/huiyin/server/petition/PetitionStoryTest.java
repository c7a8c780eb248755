package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Golden stories: petitions from the first word to their real end. */
@HuiyinTest
class PetitionStoryTest extends PetitionStories {

    @Test
    void from_the_web_form_through_review_and_rereview_to_its_termination() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费多收了", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        // received on Wednesday, 14 October 2026: the day does not count
        assertThat(day("due_on", id)).isEqualTo(receipt.dueOn());
        answered(id, "petition");
        assertThat(row(id).procedure()).isEqualTo(Procedure.ANSWERED);
        assertThat(row(id).clock()).isEqualTo("petition.review.ask");
        assertThat(sql.sql("SELECT outcome FROM matter.shared_matter WHERE matter_no = 'petition/' || :no")
                        .param("no", row(id).number())
                        .query(String.class)
                        .single())
                .isEqualTo("done");

        Code code = receipt.codes().getFirst();
        assertThat(petitioner(code, "ask-review", "没有按实际用量计算")).isEqualTo(new Moving.Moved(Procedure.IN_REVIEW));
        assertThat(by(Role.SUPERVISION, id, "uphold-review", "计费符合规定")).isEqualTo(new Moving.Moved(Procedure.REVIEWED));
        assertThat(petitioner(code, "ask-rereview", "仍然不服")).isEqualTo(new Moving.Moved(Procedure.IN_REREVIEW));
        assertThat(by(Role.SUPERVISION, id, "uphold-rereview", "维持")).isEqualTo(new Moving.Moved(Procedure.TERMINATED));
        assertThat(say(code, PetitionOutcome.NOT_SOLVED)).isInstanceOf(Moving.Moved.class);
        assertThat(row(id).outcome())
                .as("the procedure has ended, and the petitioner still says so")
                .isEqualTo(PetitionOutcome.NOT_SOLVED);
        assertThat(store.moves(id))
                .extracting(Move::move)
                .containsExactly(
                        "receive",
                        "transfer",
                        "accept",
                        "take",
                        "answer",
                        "ask-review",
                        "uphold-review",
                        "ask-rereview",
                        "uphold-rereview",
                        "say-not-solved");
    }

    @Test
    void solved_by_the_petitioners_word_and_reopened_when_it_was_not_really() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "路灯不亮", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        Code code = receipt.codes().getFirst();
        assertThat(say(code, PetitionOutcome.SOLVED))
                .as("not asked before the answer")
                .isEqualTo(new Moving.Refused("", "petition.refused.not-asked"));
        answered(id, "petition");
        say(code, PetitionOutcome.SOLVED);
        assertThat(row(id).outcome()).isEqualTo(PetitionOutcome.SOLVED);
        assertThat(petitioner(code, "reopen", "又坏了")).isEqualTo(new Moving.Refused("", "petition.refused.solved"));
        clock.pass(Duration.ofDays(28));
        say(code, PetitionOutcome.NOT_SOLVED);
        assertThat(petitioner(code, "reopen", "又坏了")).isEqualTo(new Moving.Moved(Procedure.IN_HAND));
        assertThat(row(id).clock()).isEqualTo("petition.answer");
    }

    @Test
    void the_time_to_ask_for_a_review_lapses_even_over_three_days_without_a_server() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "噪声扰民", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        answered(id, "petition");
        LocalDate due = row(id).dueOn();
        clock.pass(Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(today(), due)));
        clocks.sweep();
        assertThat(row(id).procedure()).as("on the last day").isEqualTo(Procedure.ANSWERED);
        clock.pass(Duration.ofDays(3));
        assertThat(petitioner(receipt.codes().getFirst(), "ask-review", "来晚了"))
                .isEqualTo(new Moving.Refused("", "petition.refused.review-late"));
        clocks.sweep();
        assertThat(row(id).procedure()).isEqualTo(Procedure.REVIEW_NOT_ASKED);
        assertThat(say(receipt.codes().getFirst(), PetitionOutcome.NOT_SOLVED)).isInstanceOf(Moving.Moved.class);
    }

    @Test
    void in_a_joint_petition_everybody_has_a_verdict_of_their_own() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "小区停水", 3), Actor.PETITIONER);
        answered(receipt.petition(), "petition");
        say(receipt.codes().get(0), PetitionOutcome.SOLVED);
        say(receipt.codes().get(1), PetitionOutcome.SOLVED);
        assertThat(row(receipt.petition()).outcome()).isEqualTo(PetitionOutcome.PARTLY);
        Opened opened = tracking.open(receipt.codes().get(2), "查询码3").orElseThrow();
        assertThat(opened.solved() + " of " + opened.signed()).isEqualTo("2 of 3");
        say(receipt.codes().get(2), PetitionOutcome.NOT_SOLVED);
        assertThat(row(receipt.petition()).outcome())
                .as("two representatives cannot settle for the third")
                .isEqualTo(PetitionOutcome.PARTLY);
    }

    @Test
    void an_accusation_never_reaches_the_accused_unit_nor_asks_whether_it_is_solved() {
        Receipt receipt = intake.register(petition(PetitionClass.ACCUSATION, "SW", "局长收礼", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        classify(id, PetitionClass.ACCUSATION, "discipline");
        assertThat(life.move(id, wish(id, "transfer", "").unit("SW"), Actor.of(staff.get(Role.INTAKE))))
                .isEqualTo(new Moving.Refused("unit", "petition.refused.unit-recused"));
        assertThat(life.move(id, wish(id, "transfer", "").unit("GA"), Actor.of(staff.get(Role.INTAKE))))
                .isEqualTo(new Moving.Moved(Procedure.TRANSFERRED));
        assertThatThrownBy(() -> by(Role.UNIT_HEAD, id, "accept", "")).isInstanceOf(NotFound.class);
        assertThat(verdicts.say(
                        receipt.codes().getFirst(),
                        "查询码1",
                        new Verdicts.Saying(UUID.randomUUID(), PetitionOutcome.SOLVED, false, "")))
                .isEqualTo(new Moving.Refused("", "petition.refused.not-asked"));
    }

    @Test
    void nobody_can_close_a_petition_as_solved_not_even_by_sql() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "路面塌陷", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        assertThatThrownBy(() -> update("UPDATE petition.petition SET procedure = 'ANSWERED'"))
                .hasMessageContaining("does not go from RECEIVED to ANSWERED");
        assertThatThrownBy(() -> update("UPDATE petition.petition SET outcome = 'SOLVED'"))
                .hasMessageContaining("when everybody who signed it says so");
        assertThatThrownBy(() -> update("UPDATE petition.signatory SET outcome = 'SOLVED'"))
                .hasMessageContaining("what the petitioner said last");
        assertThatThrownBy(() -> update("UPDATE petition.signatory SET outcome = 'UNREACHABLE'"))
                .hasMessageContaining("three tries");
        assertThatThrownBy(() -> update("UPDATE petition.petition SET procedure = 'WITHDRAWN'"))
                .hasMessageContaining("each in their own words");
        assertThatThrownBy(() -> update("DELETE FROM petition.move")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> update("UPDATE petition.verdict SET said = 'SOLVED'"))
                .isInstanceOf(DataAccessException.class);
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        assertThat(life.move(id, wish(id, "answer", ""), Actor.of(staff.get(Role.UNIT_HEAD))))
                .as("a claim without an answer")
                .isEqualTo(new Moving.Refused("", "petition.refused.answers"));
        assertThatThrownBy(() -> update("UPDATE petition.petition SET procedure = 'ANSWERED'"))
                .hasMessageContaining("claim by claim");
    }

    @Test
    void three_tries_on_different_days_make_somebody_unreachable_and_not_content() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "井盖丢失", 1), Actor.PETITIONER);
        answered(receipt.petition(), "petition");
        Code code = receipt.codes().getFirst();
        Actor caller = Actor.of(staff.get(Role.INTERVIEWER));
        verdicts.tried(code, false, caller);
        verdicts.tried(code, false, caller);
        clock.pass(Duration.ofDays(1));
        verdicts.tried(code, false, caller);
        assertThat(row(receipt.petition()).outcome()).as("two days").isEqualTo(PetitionOutcome.NOT_ASKED);
        clock.pass(Duration.ofDays(1));
        verdicts.tried(code, false, caller);
        assertThat(row(receipt.petition()).outcome()).isEqualTo(PetitionOutcome.UNREACHABLE);
    }

    @Test
    void somebody_outside_the_unit_asks_and_four_weeks_later_asks_again() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "垃圾清运", 1), Actor.PETITIONER);
        answered(receipt.petition(), "petition");
        Code code = receipt.codes().getFirst();
        SignedIn caller = staff.get(Role.INTERVIEWER);
        assertThat(asking.due()).extracting(AskingStore.Due::code).containsExactly(code.digits());
        assertThat(asking.open(code, caller).contact()).isEqualTo("13800000001");
        assertThat(tracking.open(code, "查询码1").orElseThrow().looks())
                .as("the petitioner sees who looked, and why")
                .extracting(look -> look.role() + " " + look.purpose())
                .containsExactly("INTERVIEWER interview");
        asking.said(code, new Verdicts.Saying(UUID.randomUUID(), PetitionOutcome.SOLVED, false, ""), caller);
        assertThat(asking.due()).isEmpty();
        assertThat(row(receipt.petition()).outcome()).isEqualTo(PetitionOutcome.SOLVED);
        assertThat(sql.sql("SELECT source FROM petition.verdict")
                        .query(String.class)
                        .single())
                .isEqualTo("CALL");
    }

    @Test
    void who_stays_hidden_from_the_unit_is_seen_by_the_intake_office_only_and_every_look_is_traced() {
        NewSubmission open = petition(PetitionClass.APPEAL, null, "补贴没有发", 1);
        NewSubmission hidden = new NewSubmission(
                open.submission(),
                open.petitionClass(),
                open.channel(),
                open.title(),
                open.words(),
                open.claims(),
                open.signatories(),
                true,
                null,
                open.at());
        UUID id = intake.register(hidden, Actor.PETITIONER).petition();
        accepted(id, "petition");
        assertThat(desk.identity(id, staff.get(Role.INTAKE)).orElseThrow().name())
                .isEqualTo("张1");
        assertThatThrownBy(() -> desk.identity(id, staff.get(Role.UNIT_HEAD))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> desk.identity(id, staff.get(Role.SUPERVISION))).isInstanceOf(Denied.class);
        assertThat(sql.sql("SELECT purpose FROM access.identity_read")
                        .query(String.class)
                        .list())
                .containsExactly("intake");
    }

    @Test
    void not_ours_ends_nothing_and_may_be_said_once() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "下水道堵了", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        classify(id, PetitionClass.APPEAL, "petition");
        life.move(id, wish(id, "assign", "").unit("SW"), Actor.of(staff.get(Role.INTAKE)));
        assertThat(by(Role.UNIT_HEAD, id, "object", ""))
                .isEqualTo(new Moving.Refused("reason", "petition.refused.reason"));
        by(Role.UNIT_HEAD, id, "object", "应由住建局办理");
        by(Role.INTAKE, id, "refuse-objection", "三定方案写明由水务局负责");
        assertThat(by(Role.UNIT_HEAD, id, "object", "还是不归我们"))
                .isEqualTo(new Moving.Refused("", "petition.refused.once"));
        assertThat(row(id).procedure()).isEqualTo(Procedure.ASSIGNED);
    }

    @Test
    void two_who_move_one_petition_at_once_are_told_and_one_form_sent_twice_is_one_petition() {
        NewSubmission submission = petition(PetitionClass.APPEAL, null, "公交改线", 1);
        Receipt first = intake.register(submission, Actor.PETITIONER);
        assertThat(intake.register(submission, Actor.PETITIONER)).isEqualTo(first);
        UUID id = first.petition();
        classify(id, PetitionClass.APPEAL, "petition");
        Wish wish = wish(id, "transfer", "").unit("SW");
        life.move(id, wish, Actor.of(staff.get(Role.INTAKE)));
        assertThatThrownBy(() -> life.move(id, wish, Actor.of(staff.get(Role.INTAKE))))
                .isInstanceOf(StaleRow.class);
    }

    @Test
    void the_remedy_follows_from_the_claims_way_and_a_claim_for_the_court_has_no_review() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "邻里赔偿", 1), Actor.PETITIONER);
        answered(receipt.petition(), "litigation");
        assertThat(row(receipt.petition()).dueOn()).isNull();
        assertThat(petitioner(receipt.codes().getFirst(), "ask-review", "不服"))
                .isEqualTo(new Moving.Refused("", "petition.refused.no-review"));
    }
}
