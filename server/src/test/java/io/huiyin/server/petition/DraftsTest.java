package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Draft.Saving;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A unit's draft of an answer, and the passages that help to write it. */
@HuiyinTest
class DraftsTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Passages passages;

    UUID petition;
    SignedIn handler;
    SignedIn head;

    @BeforeEach
    void in_hand() {
        petition = intake.register(petition(PetitionClass.APPEAL, null, "水压低", 1), Actor.PETITIONER)
                .petition();
        accepted(petition, "petition");
        by(Role.UNIT_HEAD, petition, "take", "");
        handler = Objects.requireNonNull(staff.get(Role.HANDLER));
        head = Objects.requireNonNull(staff.get(Role.UNIT_HEAD));
    }

    @Test
    void whoever_saves_second_overwrites_nobody_and_loses_nothing() {
        assertThat(save(handler, 0, "facts-1", "泵站老化")).hasStatus(302);
        MvcTestResult second = save(head, 0, "facts-1", "管道破了", "opinion-1", "支持");
        assertThat(second)
                .hasStatus(409)
                .bodyText()
                .contains(handler.name() + " 保存过", "泵站老化", ">管道破了</textarea>", ">支持</textarea>");
        assertThat(drafts.of(petition).of(1).facts()).isEqualTo("泵站老化");
        assertThat(drafts.of(petition).of(1).opinion()).isEmpty();
        // the form that came back has seen the other's: pressed again it counts
        assertThat(second).bodyText().contains("name=\"seen\" value=\"1\"");
        assertThat(save(head, 1, "facts-1", "管道破了", "opinion-1", "支持")).hasStatus(302);
        assertThat(drafts.of(petition).of(1).facts()).isEqualTo("管道破了");
        assertThat(drafts.of(petition).savedBy()).isEqualTo(head.name());
    }

    @Test
    void the_same_draft_sent_twice_is_saved_once() {
        save(handler, 0, "facts-1", "泵站老化");
        assertThat(save(handler, 0, "facts-1", "泵站老化")).hasStatus(302);
        assertThat(drafts.of(petition).version()).isEqualTo(1);
    }

    @Test
    void what_is_too_long_is_refused_at_its_field_and_stays_in_the_form() {
        String tooLong = "长".repeat(Drafts.LONGEST + 1);
        assertThat(save(handler, 0, "measures-2", tooLong, "facts-1", "泵站老化"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#measures-2\"", tooLong, ">泵站老化</textarea>");
        assertThat(drafts.of(petition).version()).isZero();
    }

    @Test
    void a_passage_goes_behind_what_was_typed_and_everything_else_is_saved_with_it() {
        UUID passage = passage("basis", "供水条例", "《城镇供水条例》第 __ 条", head);
        MvcTestResult put =
                save(handler, 0, "insert", "2", "passage-2", passage.toString(), "basis-2", "先写的", "facts-1", "泵站老化");
        assertThat(put).hasStatus(302).hasRedirectedUrl("/desk/petitions/" + petition + "#basis-2");
        Draft draft = drafts.of(petition);
        assertThat(draft.of(2).basis()).isEqualTo("先写的\n《城镇供水条例》第 __ 条");
        assertThat(draft.of(1).facts()).isEqualTo("泵站老化");
        assertThat(draft.of(1).basis()).isEmpty();
    }

    @Test
    void an_answer_with_a_gap_or_that_only_says_received_cannot_be_issued() {
        write("已查明", "支持，____年__月前完成");
        assertThat(by(Role.UNIT_HEAD, petition, "answer", "")).isEqualTo(refused("petition.refused.gap"));
        write("已查明", "您的来信已收悉。");
        assertThat(by(Role.UNIT_HEAD, petition, "answer", "")).isEqualTo(refused("petition.refused.bare"));
        write("", "支持");
        assertThat(by(Role.UNIT_HEAD, petition, "answer", "")).isEqualTo(refused("petition.refused.answers"));
        write("已查明", "支持");
        assertThat(by(Role.UNIT_HEAD, petition, "answer", "")).isEqualTo(new Moving.Moved(Procedure.ANSWERED));
    }

    @Test
    void no_passage_is_a_bare_received_and_none_finds_the_facts_beforehand() {
        assertThat(passages.write(UUID.randomUUID(), "opinion", "收悉", "您的来信已收悉！", head)
                        .of("words"))
                .extracting(problem -> problem.key())
                .isEqualTo("petition.passage.bare");
        assertThat(passages.write(UUID.randomUUID(), "facts", "水压", "经查，水压正常。", head)
                        .of("words"))
                .extracting(problem -> problem.key())
                .isEqualTo("petition.passage.facts");
        assertThatThrownBy(() -> update("""
                        INSERT INTO petition.passage (id, part, name, words, changed_by, changed_at)
                        SELECT gen_random_uuid(), 'facts', '水压', '水压正常', id, now() FROM identity.account LIMIT 1""")).as("nor by SQL").isInstanceOf(DataIntegrityViolationException.class);
        passage("facts", "水压", "经 ____ 实测，水压 ____ 兆帕。", head);
    }

    @Test
    void a_unit_uses_its_own_and_the_countys_and_only_their_owners_change_them() {
        SignedIn supervision = Objects.requireNonNull(staff.get(Role.SUPERVISION));
        UUID own = passage("opinion", "支持", "请求合理，予以支持。", head);
        UUID countys = passage("opinion", "支持", "请求合理，予以支持。", supervision);
        SignedIn elsewhere = Staff.somebody(Role.UNIT_HEAD, "GA");
        assertThat(passages.usable("SW")).extracting(Passage::id).containsExactlyInAnyOrder(own, countys);
        assertThat(passages.usable("GA")).extracting(Passage::id).containsExactly(countys);
        assertThat(passages.usable(own, elsewhere)).isEmpty();
        for (UUID id : List.of(own, countys))
            assertThatThrownBy(() -> passages.change(id, 1, "改", "改", elsewhere))
                    .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passages.change(countys, 1, "改", "改", head)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passages.own(handler)).isInstanceOf(Denied.class);
        passages.retire(own, 1, head);
        assertThat(passages.usable(own, handler)).isEmpty();
        assertThatThrownBy(() -> passages.change(own, 1, "支持", "予以支持。", head)).isInstanceOf(StaleRow.class);
        assertThat(passages.change(own, 2, "支持", "予以支持。", head).any()).isFalse();
        assertThat(passages.usable(own, handler)).isPresent();
    }

    @Test
    void the_page_of_passages_keeps_what_was_typed_and_takes_one_of_a_name() {
        String submission = UUID.randomUUID().toString();
        String[] typed = {"submission", submission, "part", "opinion", "name", "支持", "words", "予以支持。"};
        assertThat(post("/desk/passages", head, typed)).hasStatus(302);
        assertThat(post("/desk/passages", head, typed)).as("sent twice").hasStatus(302);
        typed[1] = UUID.randomUUID().toString();
        assertThat(post("/desk/passages", head, typed))
                .hasStatus(422)
                .bodyText()
                .contains("已经有这个名称的段落", ">予以支持。</textarea>");
        assertThat(passages.own(head)).hasSize(1);
        assertThat(post("/desk/passages", handler, typed)).hasStatus(403);
        String one = "/desk/passages/" + submission;
        assertThat(mvc.get().uri(one).with(as(head)).exchange()).bodyText().contains(">予以支持。</textarea>", "停用");
        assertThat(post(one, head, "seen", "1", "name", "", "words", "改了"))
                .hasStatus(422)
                .bodyText()
                .contains("改了");
        assertThat(post(one + "/retire", head, "seen", "1")).hasStatus(302);
        assertThat(mvc.get().uri("/desk/passages").with(as(head)).exchange())
                .bodyText()
                .contains("已停用");
        assertThat(mvc.get()
                        .uri("/desk/petitions/" + petition)
                        .with(as(handler))
                        .exchange())
                .bodyText()
                .doesNotContain("放进草稿");
    }

    private UUID passage(String part, String name, String words, SignedIn by) {
        UUID id = UUID.randomUUID();
        assertThat(passages.write(id, part, name, words, by).any()).isFalse();
        return id;
    }

    private void write(String facts, String opinion) {
        UnaryOperator<Claim> pen = claim -> claim.written(facts, opinion, "《信访工作条例》第 31 条", "");
        assertThat(drafts.save(petition, drafts.of(petition).version(), pen, handler))
                .isEqualTo(new Saving.Saved());
    }

    private static Moving refused(String key) {
        return new Moving.Refused("", key);
    }

    private MvcTestResult save(SignedIn by, long seen, String... fields) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("seen", String.valueOf(seen)), java.util.Arrays.stream(fields))
                .toArray(String[]::new);
        return post("/desk/petitions/" + petition + "/answer", by, all);
    }

    private MvcTestResult post(String address, SignedIn by, String... fields) {
        var request = mvc.post()
                .uri(address)
                .with(as(by))
                .with(
                        org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                .csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }
}
