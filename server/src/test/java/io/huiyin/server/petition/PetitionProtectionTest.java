package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.identity.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** What protects a petitioner beside the procedure: pauses on listed grounds, a voice after a merger, freedom to speak, own records. */
@HuiyinTest
class PetitionProtectionTest extends PetitionPageStories {

    @Autowired
    Imports imports;

    @Autowired
    Premises premises;

    @Autowired
    Repeats repeats;

    @TempDir
    Path folder;

    @Test
    void the_days_of_a_hearing_are_not_counted_and_the_petitioner_may_contest_the_pause() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "宅基地", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        accepted(id, "petition");
        by(Role.UNIT_HEAD, id, "take", "");
        LocalDate due = day("due_on", id);
        assertThat(pause(id, "not-listed")).isEqualTo(new Moving.Refused("ground", "petition.refused.ground"));
        assertThat(by(Role.UNIT_HEAD, id, "resume", "恢复"))
                .isEqualTo(new Moving.Refused("", "petition.refused.not-paused"));
        assertThat(pause(id, "hearing")).isInstanceOf(Moving.Moved.class);
        assertThat(pause(id, "hearing")).isEqualTo(new Moving.Refused("", "petition.refused.paused"));
        assertThat(petitioner(receipt.codes().getFirst(), "contest", "没有必要听证")).isInstanceOf(Moving.Moved.class);
        clock.pass(Duration.ofDays(90));
        clocks.sweep();
        assertThat(sql.sql("SELECT escalated_on FROM petition.petition")
                        .query(LocalDate.class)
                        .optional())
                .as("not overdue while the clock stands still")
                .isEmpty();
        assertThat(by(Role.UNIT_HEAD, id, "resume", "听证结束")).isInstanceOf(Moving.Moved.class);
        assertThat(day("due_on", id)).isAfterOrEqualTo(due.plusDays(90)).isBefore(due.plusDays(100));
        assertThat(row(id).running().pausedOn()).isNull();
    }

    @Test
    void who_was_merged_into_another_petition_reads_its_answer_and_may_say_not_solved() {
        Receipt first = intake.register(petition(PetitionClass.APPEAL, null, "污水", 1), Actor.PETITIONER);
        Receipt second = intake.register(petition(PetitionClass.APPEAL, null, "污水横流", 1), Actor.PETITIONER);
        UUID merged = second.petition();
        Wish into = wish(merged, "merge", "同一事项").other(row(first.petition()).number());
        life.move(merged, into, Actor.of(staff.get(Role.INTAKE)));
        Code code = second.codes().getFirst();
        assertThat(say(code, PetitionOutcome.NOT_SOLVED))
                .isEqualTo(new Moving.Refused("", "petition.refused.not-asked"));
        answered(first.petition(), "petition");
        assertThat(tracking.open(code, "查询码1").orElseThrow().answers())
                .extracting(Claim::opinion)
                .containsOnly("支持");
        assertThat(say(code, PetitionOutcome.NOT_SOLVED)).isInstanceOf(Moving.Moved.class);
        assertThat(row(merged).outcome()).isEqualTo(PetitionOutcome.NOT_SOLVED);
        assertThat(row(first.petition()).outcome()).isEqualTo(PetitionOutcome.NOT_ASKED);
        assertThat(by(Role.INTAKE, merged, "unmerge", "拆开"))
                .as("possible until the answer")
                .isEqualTo(new Moving.Refused("", "petition.refused.answered"));
    }

    @Test
    void an_imported_petition_that_is_taken_over_lives_and_is_answered_like_all_others() {
        Path file =
                CsvText.file(folder, "p.csv", "petition_id,received_at,title,text", "P9,2026-10-01 09:00,桥塌了,村口的桥塌了一半");
        CsvText.run(imports, ImportOptions.of("petitions", file));
        UUID id = sql.sql("SELECT id FROM petition.petition WHERE petition_no = 'P9'")
                .query(UUID.class)
                .single();
        assertThat(by(Role.INTAKE, id, "take-over", "转入")).isEqualTo(new Moving.Moved(Procedure.RECEIVED));
        assertThat(answers.classify(id, row(id).version(), PetitionClass.APPEAL, Map.of(1, "petition")))
                .isEmpty();
        life.move(id, wish(id, "transfer", "").unit("SW"), Actor.of(staff.get(Role.INTAKE)));
        assertThat(by(Role.UNIT_HEAD, id, "accept", "")).isEqualTo(new Moving.Moved(Procedure.ACCEPTED));
    }

    @Test
    void solved_and_withdrawn_do_not_count_from_the_units_own_terminal_or_a_browser_of_the_staff() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        String address = "/petitions/" + receipt.codes().getFirst().digits();
        assertThat(premises.add("10.1.2.0/24", "SW")).isTrue();
        assertThat(premises.add("nonsense", "SW")).isFalse();
        assertThat(premises.add("10.1.2.7/24", "SW"))
                .as("an address, no network")
                .isFalse();
        assertThat(post(address + "/moves", "10.1.2.7", "move", "withdraw", "seen", "" + row(id).version()))
                .hasStatus(422)
                .bodyText()
                .contains("单位的网络或设备");
        assertThat(row(id).procedure()).isEqualTo(Procedure.RECEIVED);
        answered(id, "petition");
        assertThat(post(address + "/verdict", "10.1.2.7", "said", "solved")).hasStatus(422);
        assertThat(mvc.post()
                        .uri(address + "/verdict")
                        .param("query", "查询码1")
                        .param("said", "solved")
                        .with(as(staff.get(Role.HANDLER)))
                        .exchange())
                .hasStatus(422);
        assertThat(row(id).outcome()).isEqualTo(PetitionOutcome.NOT_ASKED);
        assertThat(post(address + "/verdict", "203.0.113.9", "said", "solved")).hasStatusOk();
        assertThat(row(id).outcome()).isEqualTo(PetitionOutcome.SOLVED);
    }

    @Test
    void repeats_of_a_matter_stand_beside_each_other_and_a_persons_other_petitions_only_intake_sees_on_the_record() {
        Receipt first = intake.register(petition(PetitionClass.APPEAL, null, "污水", 1), Actor.PETITIONER);
        clock.pass(Duration.ofHours(1));
        Receipt second = intake.register(later("污水又来了"), Actor.PETITIONER);
        UUID id = second.petition();
        String number = row(first.petition()).number();
        assertThat(repeats.mark(first.petition(), row(first.petition()).version(), row(id).number()))
                .contains("petition.refused.not-earlier");
        assertThat(repeats.mark(id, row(id).version(), row(id).number())).contains("petition.refused.other");
        assertThat(repeats.mark(id, row(id).version(), number)).isEmpty();
        assertThat(repeats.of(first.petition()))
                .extracting(RepeatStore.Earlier::id)
                .containsExactly(first.petition(), id);
        accepted(id, "petition");
        assertThat(desk("/desk/petitions/" + id, Role.UNIT_HEAD)).bodyText().contains("同一事项，第 2 次");
        assertThat(tracking.open(second.codes().getFirst(), "查询码1")
                        .orElseThrow()
                        .looks())
                .isEmpty();
        assertThat(repeats.others(id, staff.get(Role.INTAKE)))
                .extracting(RepeatStore.Earlier::number)
                .containsExactly(number);
        assertThat(tracking.open(second.codes().getFirst(), "查询码1")
                        .orElseThrow()
                        .looks())
                .as("the petitioner sees it")
                .hasSize(1);
        assertThat(mvc.post()
                        .uri("/desk/petitions/" + id + "/others")
                        .with(as(staff.get(Role.UNIT_HEAD)))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .exchange())
                .hasStatus(403);
    }

    /** One hour after the others. */
    private static NewSubmission later(String title) {
        NewSubmission one = petition(PetitionClass.APPEAL, null, title, 1);
        return new NewSubmission(
                one.submission(),
                one.petitionClass(),
                one.channel(),
                one.title(),
                one.words(),
                one.claims(),
                one.signatories(),
                one.hidden(),
                one.about(),
                one.at().plus(Duration.ofHours(1)));
    }

    @Test
    void what_the_log_committed_to_can_be_opened() {
        NewSubmission said = petition(PetitionClass.APPEAL, null, "路灯", 1);
        UUID id = intake.register(said, Actor.PETITIONER).petition();
        byte[] salt = sql.sql("SELECT salt FROM petition.petition WHERE id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        byte[] record = Entry.canonical(
                "petition",
                Map.of(
                        "title", said.title(),
                        "words", said.words(),
                        "claims", String.join("\n", said.claims()),
                        "files", "",
                        "at", said.at().toString()));
        assertThat(sql.sql("SELECT row_digest FROM petition.petition WHERE id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single())
                .isEqualTo(Hashes.commitment("huiyin-petition-v1", salt, record));
    }

    private Moving pause(UUID id, String ground) {
        return life.move(id, wish(id, "pause", "双方对事实有争议").ground(ground), Actor.of(staff.get(Role.UNIT_HEAD)));
    }
}
