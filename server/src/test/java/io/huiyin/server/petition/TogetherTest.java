package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.NewAccount;
import io.huiyin.server.identity.Role;
import io.huiyin.server.petition.Together.Chosen;
import io.huiyin.server.petition.Together.Done;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several petitions moved at once, each checked by itself. */
@HuiyinTest
class TogetherTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Together together;

    @Test
    void each_is_checked_by_itself_and_one_that_cannot_go_holds_up_no_other() {
        UUID ready = classified("水压低");
        UUID unclassified = received("路灯不亮");
        UUID accused = intake.register(petition(PetitionClass.APPEAL, "SW", "投诉水务局", 1), Actor.PETITIONER)
                .petition();
        classify(accused, PetitionClass.APPEAL, "petition");
        UUID movedSince = classified("垃圾没人收");
        Chosen stale = chosen(movedSince);
        classify(movedSince, PetitionClass.APPEAL, "litigation");
        List<Done> done = together.move(
                Stream.of(
                        chosen(ready),
                        chosen(unclassified),
                        chosen(accused),
                        stale,
                        new Chosen(UUID.randomUUID(), 0),
                        chosen(ready)),
                Wish.of("assign", -1, "").unit("SW"),
                Objects.requireNonNull(staff.get(Role.INTAKE)));
        assertThat(done)
                .extracting(Done::refused)
                .containsExactly(
                        null,
                        "petition.refused.routes",
                        "petition.refused.unit-recused",
                        "petition.together.stale",
                        "petition.together.gone");
        assertThat(row(ready).procedure()).isEqualTo(Procedure.ASSIGNED);
        for (UUID one : List.of(unclassified, accused, movedSince))
            assertThat(row(one).procedure()).isEqualTo(Procedure.RECEIVED);
    }

    @Test
    void sent_twice_nothing_is_done_twice() {
        UUID first = classified("水压低");
        UUID second = classified("水压又低");
        String[] form = {
            "chosen", text(first), "chosen", text(second), "move", "transfer", "unit", "SW", "state", "to-register"
        };
        assertThat(post(Role.INTAKE, form))
                .hasStatusOk()
                .bodyText()
                .contains("选中 2 件，办成 2 件", "水压低", "水务局", "state=to-register");
        assertThat(post(Role.INTAKE, form)).hasStatusOk().bodyText().contains("办成 0 件", "没有再办一次");
        assertThat(store.moves(first))
                .filteredOn(move -> move.move().equals("transfer"))
                .hasSize(1);
    }

    @Test
    void a_link_ticks_all_on_the_page_so_that_no_script_is_needed() {
        UUID first = classified("水压低");
        UUID second = classified("水压又低");
        for (boolean all : new boolean[] {true, false}) {
            var page = mvc.get()
                    .uri("/desk/petitions?state=to-register&all=" + all)
                    .with(as(Objects.requireNonNull(staff.get(Role.INTAKE))))
                    .exchange();
            assertThat(page).hasStatusOk().bodyText().contains(all ? "全部不选" : "选中本页全部");
            for (UUID one : List.of(first, second))
                if (all) assertThat(page).bodyText().contains("value=\"" + text(one) + "\" checked");
                else assertThat(page).bodyText().doesNotContain("value=\"" + text(one) + "\" checked");
        }
    }

    @Test
    void a_unit_head_gives_what_was_accepted_and_what_somebody_has_to_a_handler() {
        accounts.load(List.of(new NewAccount("second-handler", "接手人", Role.HANDLER, "SW", null)), "long enough a word");
        UUID accepted = received("水压低");
        accepted(accepted, "petition");
        UUID inHand = received("水有味道");
        accepted(inHand, "petition");
        by(Role.UNIT_HEAD, inHand, "take", "");
        assertThat(mvc.get()
                        .uri("/desk/petitions?state=in-hand")
                        .with(as(Objects.requireNonNull(staff.get(Role.UNIT_HEAD))))
                        .exchange())
                .bodyText()
                .contains("value=\"" + text(accepted) + "\"", "value=\"" + text(inHand) + "\"", "交给承办人");
        String[] form = {"chosen", text(accepted), "chosen", text(inHand), "move", "hand", "handler", "second-handler"};
        assertThat(post(Role.UNIT_HEAD, form)).bodyText().contains("选中 2 件，办成 2 件");
        UUID to = accounts.find("second-handler").orElseThrow().account();
        assertThat(List.of(row(accepted), row(inHand))).allSatisfy(row -> {
            assertThat(row.procedure()).isEqualTo(Procedure.IN_HAND);
            assertThat(row.handler()).isEqualTo(to);
        });
        assertThat(post(Role.UNIT_HEAD, form)).bodyText().contains("没有再办一次");
        assertThat(store.moves(inHand))
                .filteredOn(move -> move.move().equals("hand-over"))
                .hasSize(1);
    }

    @Test
    void nothing_ticked_no_unit_chosen_or_a_move_that_is_not_theirs_changes_nothing() {
        UUID one = classified("水压低");
        assertThat(post(Role.INTAKE, "move", "assign", "unit", "SW"))
                .hasStatus(422)
                .bodyText()
                .contains("没有选中任何一件");
        assertThat(post(Role.INTAKE, "chosen", "x~y", "move", "assign", "unit", "SW"))
                .hasStatus(422);
        assertThat(post(Role.INTAKE, "chosen", text(one), "move", "assign", "unit", ""))
                .bodyText()
                .contains("办成 0 件", "没有办");
        assertThat(post(Role.INTAKE, "chosen", text(one), "move", "answer"))
                .bodyText()
                .contains("办成 0 件");
        assertThat(post(Role.UNIT_HEAD, "chosen", text(one), "move", "hand", "handler", "test-handler"))
                .as("another unit's is not shown")
                .bodyText()
                .contains("没有这一件")
                .doesNotContain("水压低");
        assertThat(post(Role.HANDLER, "chosen", text(one), "move", "hand")).hasStatus(403);
        assertThat(row(one).procedure()).isEqualTo(Procedure.RECEIVED);
    }

    @Test
    void no_more_than_a_part_of_the_list_at_once() {
        String[] form = Stream.concat(
                        Stream.of("move", "assign", "unit", "SW"),
                        Stream.generate(() -> Stream.of("chosen", UUID.randomUUID() + "~0"))
                                .limit(Together.MOST + 1)
                                .flatMap(two -> two))
                .toArray(String[]::new);
        assertThat(post(Role.INTAKE, form)).bodyText().contains("选中 50 件", "一次最多办 50 件");
    }

    private UUID received(String title) {
        return intake.register(petition(PetitionClass.APPEAL, null, title, 1), Actor.PETITIONER)
                .petition();
    }

    private UUID classified(String title) {
        UUID id = received(title);
        classify(id, PetitionClass.APPEAL, "petition");
        return id;
    }

    private Chosen chosen(UUID id) {
        return new Chosen(id, row(id).version());
    }

    private String text(UUID id) {
        return id + "~" + row(id).version();
    }

    private MvcTestResult post(Role role, String... fields) {
        var request = mvc.post()
                .uri("/desk/together")
                .with(as(Objects.requireNonNull(staff.get(role))))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < fields.length; i += 2) {
            String name = fields[i];
            if (Arrays.asList(fields).indexOf(name) != i) continue;
            String[] values = java.util.stream.IntStream.range(0, fields.length / 2)
                    .filter(n -> fields[2 * n].equals(name))
                    .mapToObj(n -> fields[2 * n + 1])
                    .toArray(String[]::new);
            request = request.param(name, values);
        }
        return request.exchange();
    }
}
