package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class AtOnceTest extends PetitionStories {

    private static final Map<String, String> WRITTEN = Map.of(
            "facts-1",
            "已查明",
            "opinion-1",
            "支持",
            "basis-1",
            "《城镇供水条例》第 20 条",
            "facts-2",
            "已查明",
            "opinion-2",
            "支持",
            "basis-2",
            "《信访工作条例》第 31 条");

    @Autowired
    MockMvcTester mvc;

    private UUID id;

    @BeforeEach
    void a_petition() {
        id = intake.register(petition(PetitionClass.APPEAL, null, "水管爆了", 1), Actor.PETITIONER)
                .petition();
    }

    @Test
    void a_class_and_the_way_to_the_unit_are_one_button_and_so_are_acceptance_and_handler_and_draft_and_answer() {
        assertThat(post(Role.INTAKE, "class", classed("transfer", "SW"))).hasStatus3xxRedirection();
        assertThat(row(id).procedure()).isEqualTo(Procedure.TRANSFERRED);
        assertThat(post(Role.UNIT_HEAD, "moves", Map.of("move", "accept", "handler", "test-handler")))
                .hasStatus3xxRedirection();
        assertThat(row(id).procedure()).isEqualTo(Procedure.IN_HAND);
        assertThat(row(id).handler()).isEqualTo(staff.get(Role.HANDLER).account());
        assertThat(issue(WRITTEN)).hasStatus3xxRedirection();
        assertThat(row(id).procedure()).isEqualTo(Procedure.ANSWERED);
        assertThat(store.moves(id))
                .extracting(Move::move)
                .containsExactly("receive", "transfer", "accept", "take", "answer");
    }

    @Test
    void what_was_classified_stays_when_the_unit_cannot_have_it() {
        store.recuse(id, "SW", null, "complained of");
        assertThat(post(Role.INTAKE, "class", classed("transfer", "SW")))
                .hasStatus(422)
                .bodyText()
                .contains("这个单位是被反映");
        assertThat(row(id).procedure()).isEqualTo(Procedure.RECEIVED);
        assertThat(tracking.routes()
                        .find(desk.open(id, staff.get(Role.INTAKE))
                                .claims()
                                .getFirst()
                                .route()))
                .isNotNull();
    }

    @Test
    void a_petition_is_accepted_although_the_handler_is_nobody() {
        accepted_by_hand();
        assertThat(post(Role.UNIT_HEAD, "moves", Map.of("move", "accept", "handler", "nobody")))
                .hasStatus(422);
        assertThat(row(id).procedure()).isEqualTo(Procedure.ACCEPTED);
    }

    @Test
    void an_answer_that_skips_a_claim_is_saved_and_not_issued() {
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        assertThat(issue(Map.of("facts-1", "已查明", "opinion-1", "支持", "basis-1", "《城镇供水条例》第 20 条")))
                .hasStatus(422);
        assertThat(row(id).procedure()).isEqualTo(Procedure.IN_HAND);
        assertThat(drafts.of(id).of(1).facts()).isEqualTo("已查明");
    }

    @Test
    void what_was_written_is_kept_although_somebody_moved_the_petition_meanwhile() {
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        Map<String, String> seen = Map.of("seen", "0", "issue", String.valueOf(row(id).version()));
        by(Role.UNIT_HEAD, id, "hand-over", "");
        assertThat(exchange(Role.UNIT_HEAD, "answer", WRITTEN, seen))
                .hasStatus(422)
                .bodyText()
                .contains("写的已经保存，答复还没有发出");
        assertThat(row(id).procedure()).isEqualTo(Procedure.IN_HAND);
        assertThat(drafts.of(id).of(1).facts()).isEqualTo("已查明");
    }

    private void accepted_by_hand() {
        post(Role.INTAKE, "class", classed("assign", "SW"));
        assertThat(row(id).procedure()).isEqualTo(Procedure.ASSIGNED);
    }

    private static Map<String, String> classed(String move, String unit) {
        return Map.of(
                "petitionClass", "APPEAL", "route-1", "petition", "route-2", "petition", "move", move, "unit", unit);
    }

    private MvcTestResult issue(Map<String, String> written) {
        return exchange(
                Role.UNIT_HEAD,
                "answer",
                written,
                Map.of(
                        "seen", String.valueOf(drafts.of(id).version()),
                        "issue", String.valueOf(row(id).version())));
    }

    private MvcTestResult post(Role role, String what, Map<String, String> typed) {
        return exchange(role, what, typed, Map.of("seen", String.valueOf(row(id).version())));
    }

    private MvcTestResult exchange(Role role, String what, Map<String, String> typed, Map<String, String> seen) {
        var request = mvc.post()
                .uri("/desk/petitions/" + id + "/" + what)
                .with(as(staff.get(role)))
                .with(csrf());
        typed.forEach(request::param);
        seen.forEach(request::param);
        return request.exchange();
    }
}
