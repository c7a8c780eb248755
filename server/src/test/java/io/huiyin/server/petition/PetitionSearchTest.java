package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import io.huiyin.server.petition.PetitionDesk.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 全文检索 and the list that goes on. */
@HuiyinTest
class PetitionSearchTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Test
    void two_characters_are_found_and_a_longer_word_only_where_it_stands_whole() {
        UUID light = received("三号路口的路灯不亮");
        UUID apart = received("三号楼号路不平，路口也不平");
        assertThat(found("路灯", Role.INTAKE)).containsExactly(light);
        assertThat(found("三号路口", Role.INTAKE)).as("all its pairs stand in both").containsExactly(light);
        assertThat(found("路口", Role.INTAKE)).containsExactly(apart, light);
        assertThat(found("亮", Role.INTAKE)).containsExactly(light);
        assertThat(found("路灯 不平", Role.INTAKE)).isEmpty();
    }

    @Test
    void english_is_found_by_the_beginning_of_a_word_whatever_the_case_and_width() {
        UUID id = received("The Street LIGHT ＡＢ１２ is out");
        assertThat(found("street lig", Role.INTAKE)).containsExactly(id);
        assertThat(found("ab12", Role.INTAKE)).containsExactly(id);
        assertThat(found("treet", Role.INTAKE)).isEmpty();
    }

    @Test
    void claims_are_found_too_and_a_title_comes_before_a_newer_text() {
        UUID title = received("书面说明在哪里");
        clock.pass(Duration.ofHours(1));
        UUID claim = received("水费多收了");
        assertThat(found("书面说明", Role.INTAKE)).containsExactly(title, claim);
    }

    @Test
    void a_unit_finds_its_own_only_and_the_accused_unit_never_finds_the_accusation() {
        UUID own = intake.register(petition(PetitionClass.APPEAL, null, "水管爆裂", 1), Actor.PETITIONER)
                .petition();
        UUID accusation = intake.register(petition(PetitionClass.ACCUSATION, "SW", "水管工程舞弊", 1), Actor.PETITIONER)
                .petition();
        assertThat(found("水管", Role.UNIT_HEAD)).as("not with the unit yet").isEmpty();
        accepted(own, "petition");
        assertThat(found("水管", Role.UNIT_HEAD)).containsExactly(own);
        assertThat(found("舞弊", Role.UNIT_HEAD)).isEmpty();
        assertThat(found("舞弊", Role.INTAKE)).containsExactly(accusation);
        // even where a slip has laid it with the unit
        update("UPDATE petition.petition SET unit_code = 'SW' WHERE id = '" + accusation + "'");
        assertThat(found("舞弊", Role.UNIT_HEAD)).isEmpty();
        PetitionDesk.Shown list = desk.list(DeskFilter.of(null, null), "", staff.get(Role.UNIT_HEAD));
        assertThat(list.lines()).extracting(timed -> timed.line().id()).containsExactly(own);
        assertThat(list.queues().getFirst().count()).as("nor by a number").isEqualTo(1);
    }

    @Test
    void what_is_typed_is_posted_and_a_number_leads_to_its_petition() {
        UUID id = received("路灯不亮");
        assertThat(seek("路灯")).hasStatusOk().bodyText().contains("路灯不亮", "找到 1 件");
        assertThat(seek("没有这样的字")).hasStatusOk().bodyText().contains("没有同时含有");
        assertThat(seek("<b>'\"; DROP TABLE petition.petition; --")).hasStatusOk();
        assertThat(seek(row(id).number())).hasRedirectedUrl("/desk/petitions/" + id);
    }

    @Test
    void a_long_list_goes_on_from_the_last_row_and_shows_each_petition_once() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) all.add(received("第 " + i + " 件"));
        for (String queue : List.of("", "to-register")) {
            List<UUID> seen = new ArrayList<>();
            String after = "";
            do {
                Shown shown = desk.list(DeskFilter.of(null, queue), after, staff.get(Role.INTAKE));
                shown.lines().forEach(timed -> seen.add(timed.line().id()));
                assertThat(shown.goesOn()).isEqualTo(!after.isEmpty());
                after = shown.next() == null ? "" : shown.next().toString();
            } while (!after.isEmpty());
            assertThat(seen).as(queue).doesNotHaveDuplicates().hasSameElementsAs(all);
        }
        assertThat(desk.list(DeskFilter.of(null, ""), "nonsense~x", staff.get(Role.INTAKE))
                        .goesOn())
                .isFalse();
    }

    private UUID received(String title) {
        return intake.register(petition(PetitionClass.APPEAL, null, title, 1), Actor.PETITIONER)
                .petition();
    }

    private List<UUID> found(String words, Role role) {
        return desk.search(Sought.of(words), staff.get(role)).lines().stream()
                .map(timed -> timed.line().id())
                .toList();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult seek(String words) {
        return mvc.post()
                .uri("/desk/petitions")
                .param("words", words)
                .with(as(staff.get(Role.INTAKE)))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
