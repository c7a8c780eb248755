package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Filters of the desk's list that a person keeps. */
@HuiyinTest
class KeptFiltersTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeptFilters kept;

    SignedIn intakeClerk;

    @BeforeEach
    void two_petitions() {
        intakeClerk = Objects.requireNonNull(staff.get(Role.INTAKE));
        intake.register(petition(PetitionClass.APPEAL, null, "还没登记的路灯", 1), Actor.PETITIONER);
        accepted(
                intake.register(petition(PetitionClass.APPEAL, null, "在办的水压", 1), Actor.PETITIONER)
                        .petition(),
                "petition");
    }

    @Test
    void a_filter_is_kept_under_a_name_with_its_address_and_is_nobody_elses() {
        assertThat(post("", intakeClerk, "name", " 水务局在办 ", "unit", "SW", "state", "in-hand"))
                .hasStatus(302)
                .hasRedirectedUrl("/desk/petitions?unit=SW&state=in-hand");
        assertThat(list("?state=", intakeClerk))
                .bodyText()
                .contains("/desk/petitions?unit=SW&amp;state=in-hand", "水务局在办", "还没登记的路灯");
        assertThat(list("", Objects.requireNonNull(staff.get(Role.SUPERVISION))))
                .bodyText()
                .doesNotContain("水务局在办");
        assertThat(list("?unit=SW&state=in-hand", intakeClerk))
                .bodyText()
                .contains("在办的水压")
                .doesNotContain("还没登记的路灯");
    }

    @Test
    void the_list_opens_with_the_one_that_is_to_and_with_all_when_it_is_asked_for_all() {
        kept.keep("在办", DeskFilter.of(null, "in-hand"), true, intakeClerk);
        assertThat(list("", intakeClerk)).bodyText().contains("在办的水压").doesNotContain("还没登记的路灯");
        assertThat(list("?unit=&state=", intakeClerk)).bodyText().contains("在办的水压", "还没登记的路灯");
        kept.keep("待登记", DeskFilter.of(null, "to-register"), true, intakeClerk);
        assertThat(kept.of(intakeClerk)).filteredOn(KeptFilter::opens).hasSize(1);
        assertThat(list("", intakeClerk)).bodyText().contains("还没登记的路灯").doesNotContain("在办的水压");
        KeptFilter second = kept.of(intakeClerk).getLast();
        assertThat(post("/" + second.id() + "/open", intakeClerk)).hasStatus(302);
        assertThat(kept.opening(intakeClerk)).as("pressed again: with all").isEmpty();
        assertThat(post("/" + second.id() + "/open", Objects.requireNonNull(staff.get(Role.SUPERVISION))))
                .hasStatus(302);
        assertThat(kept.opening(intakeClerk)).as("nobody else sets it").isEmpty();
    }

    @Test
    void one_of_the_same_name_is_replaced_and_one_that_is_deleted_is_gone() {
        kept.keep("我的", DeskFilter.of(null, "in-hand"), true, intakeClerk);
        kept.keep("我的", DeskFilter.of("SW", "late"), false, intakeClerk);
        KeptFilter only = kept.of(intakeClerk).getFirst();
        assertThat(kept.of(intakeClerk)).hasSize(1);
        assertThat(only.filter()).isEqualTo(DeskFilter.of("SW", "late"));
        kept.remove(only.id(), Objects.requireNonNull(staff.get(Role.SUPERVISION)));
        assertThat(kept.of(intakeClerk)).as("not by somebody else").hasSize(1);
        assertThat(post("/" + only.id() + "/remove", intakeClerk)).hasStatus(302);
        assertThat(kept.of(intakeClerk)).isEmpty();
    }

    @Test
    void without_a_name_or_one_too_many_it_says_what_to_do_and_keeps_what_was_typed() {
        assertThat(post("", intakeClerk, "name", "  ", "state", "in-hand"))
                .hasStatus(422)
                .bodyText()
                .contains("请给这个筛选起一个名称", "在办的水压");
        assertThat(post("", intakeClerk, "name", "长".repeat(41), "state", ""))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"" + "长".repeat(41) + "\"");
        for (int i = 0; i < KeptFilter.MOST; i++) kept.keep("第" + i, DeskFilter.of(null, ""), false, intakeClerk);
        assertThat(post("", intakeClerk, "name", "再一个", "state", ""))
                .hasStatus(422)
                .bodyText()
                .contains("最多存 20 个筛选");
        assertThat(kept.keep("第0", DeskFilter.of("SW", ""), false, intakeClerk).any())
                .isFalse();
    }

    private MvcTestResult list(String query, SignedIn by) {
        return mvc.get().uri("/desk/petitions" + query).with(as(by)).exchange();
    }

    private MvcTestResult post(String below, SignedIn by, String... fields) {
        var request =
                mvc.post().uri("/desk/filters" + below).with(as(by)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }
}
