package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.engine.Draw;
import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.csv.CsvText;
import io.huiyin.server.csv.ImportOptions;
import io.huiyin.server.csv.Imports;
import io.huiyin.server.identity.Role;
import io.huiyin.server.petition.AskingStore.Due;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What protects a petitioner beside the procedure: pauses on listed grounds, a voice after a merger, freedom to speak, no retaliation. */
@HuiyinTest
class PetitionProtectionTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Retaliations retaliations;

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
        assertThat(post(address + "/verdict", "10.1.2.7", "said", "solved", "x", "y"))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(address + "/verdict")
                        .param("query", "查询码1")
                        .param("said", "solved")
                        .with(as(staff.get(Role.HANDLER)))
                        .exchange())
                .hasStatus(422);
        assertThat(row(id).outcome()).isEqualTo(PetitionOutcome.NOT_ASKED);
        assertThat(post(address + "/verdict", "203.0.113.9", "said", "solved", "x", "y"))
                .hasStatusOk();
        assertThat(row(id).outcome()).isEqualTo(PetitionOutcome.SOLVED);
    }

    @Test
    void retaliation_goes_past_the_unit_on_the_shortest_clock_and_the_petitioner_reads_what_was_found() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "停水", 1), Actor.PETITIONER);
        Code code = receipt.codes().getFirst();
        String address = "/petitions/" + code.digits() + "/retaliation";
        UUID submission = UUID.randomUUID();
        assertThat(post(address, "203.0.113.9", "happened", " ", "submission", submission.toString()))
                .hasStatus(422);
        for (int sent = 0; sent < 2; sent++)
            assertThat(post(address, "203.0.113.9", "happened", "第二天我家就停水了", "submission", submission.toString()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("第二天我家就停水了");
        assertThat(retaliations.open()).as("sent twice, told once").isEqualTo(1);
        RetaliationStore.Told told = retaliations.all().getFirst();
        // told on Wednesday, 14 October 2026: five working days
        assertThat(told.dueOn()).isEqualTo(LocalDate.of(2026, 10, 21));
        assertThat(desk("/desk/retaliations", Role.UNIT_HEAD)).hasStatus(403);
        assertThat(desk("/desk/retaliations", Role.SUPERVISION)).bodyText().contains("第二天我家就停水了");
        clock.pass(Duration.ofDays(8));
        assertThat(retaliations.overdue()).isEqualTo(1);
        assertThat(retaliations.found(told.id(), true, "属实，已责成纠正", staff.get(Role.SUPERVISION)))
                .isTrue();
        assertThat(retaliations.found(told.id(), false, "改口", staff.get(Role.SUPERVISION)))
                .as("what is found stays")
                .isFalse();
        assertThat(retaliations.open()).isZero();
        assertThat(sql.sql("SELECT kind FROM ledger.entry WHERE kind LIKE 'retaliation%' ORDER BY id")
                        .query(String.class)
                        .list())
                .as("sent twice, found twice, in the log once each")
                .containsExactly("retaliation-told", "retaliation-found");
        assertThat(sql.sql("SELECT string_agg(convert_from(body, 'UTF8'), '') FROM ledger.entry")
                        .query(String.class)
                        .single())
                .doesNotContain("停水", "属实", told.id().toString());
        assertThat(post("/petitions/" + code.digits(), "203.0.113.9", "x", "y", "z", "w"))
                .bodyText()
                .contains("属实，已责成纠正");
    }

    @Test
    void the_answer_is_a_sheet_with_number_remedy_and_a_place_for_the_seal() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "桥", 1), Actor.PETITIONER);
        String address = "/petitions/" + receipt.codes().getFirst().digits() + "/document";
        assertThat(post(address, "203.0.113.9", "x", "y", "z", "w")).bodyText().doesNotContain("盖章");
        answered(receipt.petition(), "petition");
        assertThat(post(address, "203.0.113.9", "x", "y", "z", "w"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "信访处理意见书",
                        "盖章",
                        "请求上一级机关复查",
                        "水务局",
                        row(receipt.petition()).number());
        assertThat(desk("/desk/petitions/" + receipt.petition() + "/document", Role.UNIT_HEAD))
                .hasStatusOk()
                .bodyText()
                .contains("盖章");
    }

    @Test
    void the_answer_is_a_pdf_for_who_knows_the_query_code_and_for_who_may_see_the_petition() throws Exception {
        Receipt receipt =
                intake.register(petition(PetitionClass.APPEAL, null, "<b>桥</b> & \u0001路", 1), Actor.PETITIONER);
        String own = "/petitions/" + receipt.codes().getFirst().digits() + "/answer.pdf";
        String desk = "/desk/petitions/" + receipt.petition() + "/answer.pdf";
        assertThat(desk(desk, Role.UNIT_HEAD)).hasStatus(404);
        answered(receipt.petition(), "petition");
        MvcTestResult first = post(own, "203.0.113.9", "x", "y", "z", "w");
        assertThat(first)
                .hasStatusOk()
                .hasContentType("application/pdf")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"answer-"
                                + row(receipt.petition()).number() + ".pdf\"");
        byte[] bytes = first.getResponse().getContentAsByteArray();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("信访处理意见书", "〔2026〕", row(receipt.petition()).number(), "水务局", "盖章")
                    .contains("<b>桥</b> & 路", "第 1 条：请尽快解决", "第 2 条：请书面说明原因")
                    .contains("查明的事实", "已查明", "《城镇供水条例》第 20 条", "本周内完成", "请求上一级机关复查")
                    .contains("复查最后一天", day(row(receipt.petition()).dueOn()));
        }
        clock.pass(Duration.ofDays(3));
        assertThat(post(own, "203.0.113.9", "x", "y", "z", "w").getResponse().getContentAsByteArray())
                .as("asked again it is the same")
                .isEqualTo(bytes);
        assertThat(desk(desk, Role.UNIT_HEAD).getResponse().getContentAsByteArray())
                .as("the unit sends what the petitioner reads")
                .isEqualTo(bytes);
        assertThat(desk(desk, Role.INTERVIEWER)).hasStatus(403);
        assertThat(mvc.post().uri(own).param("query", "别人的码").exchange()).hasStatus(403);
        assertThat(mvc.get().uri(own).exchange())
                .as("no address alone opens it")
                .hasStatus(404);
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
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

    @Test
    void after_three_months_a_sample_is_asked_whether_anything_bad_happened() {
        int asked = 0;
        for (int i = 0; i < 30; i++) {
            Receipt receipt =
                    intake.register(petition(PetitionClass.APPEAL, null, "第 " + i + " 件", 1), Actor.PETITIONER);
            answered(receipt.petition(), "petition");
        }
        clock.pass(Duration.ofDays(95));
        asked = asking.harm().size();
        assertThat(asked).as("a share of 20 per cent, by chance").isBetween(1, 20);
        assertThat(asking.harm())
                .extracting(Due::code)
                .as("by the seed, as everybody can repeat")
                .hasSameElementsAs(repeated());
        Code code = new Code(asking.harm().getFirst().code());
        assertThat(asking.harmed(code, UUID.randomUUID(), true, "被停了低保", staff.get(Role.INTERVIEWER)))
                .isInstanceOf(Moving.Moved.class);
        assertThat(asking.harm()).hasSize(asked - 1);
        assertThat(retaliations.all()).extracting(RetaliationStore.Told::words).containsExactly("被停了低保");
    }

    /** As an outsider would, with the seed that is published and the numbers of those who were answered. */
    private List<String> repeated() {
        String seed = sql.sql("SELECT encode(seed, 'hex') FROM petition.harm_seed WHERE quarter = '2026Q4'")
                .query(String.class)
                .single();
        Draw draw = Draw.bySeed(seed);
        // a fifth of all ranks begin below 0x33333333
        return sql
                .sql(
                        "SELECT s.code FROM petition.signatory s JOIN petition.petition p ON p.id = s.petition_id WHERE p.answered_on IS NOT NULL")
                .query(String.class)
                .list()
                .stream()
                .filter(code -> Long.parseLong(draw.rank(code).substring(0, 8), 16) < 0x33333333L)
                .toList();
    }

    @Test
    void the_seed_of_the_sample_is_in_the_log_before_anybody_is_drawn_and_published_when_all_were_asked()
            throws Exception {
        clocks.sweep();
        assertThat(sql.sql("SELECT quarter FROM petition.harm_seed ORDER BY quarter")
                        .query(String.class)
                        .list())
                .as("this quarter's and the next, before anybody is answered")
                .containsExactly("2026Q4", "2027Q1");
        clocks.sweep();
        assertThat(sql.sql("SELECT count(*) FROM ledger.entry WHERE kind = 'harm-seed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(mvc.get().uri("/data/harm-draws.csv"))
                .hasStatusOk()
                .hasBodyTextEqualTo("quarter,seed,salt,drawn\r\n");
        clock.pass(Duration.ofDays(78 + 90 + 30)); // from 14 October to the end of the quarter, of asking, of calling
        assertThat(mvc.get().uri("/data/harm-draws.csv")).bodyText().doesNotContain("2026Q4");
        clock.pass(Duration.ofDays(3)); // the last day of asking was none of work
        String row = mvc.get()
                .uri("/data/harm-draws.csv")
                .exchange()
                .getResponse()
                .getContentAsString()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String[] cells = row.split(",");
        assertThat(cells).startsWith("2026Q4").endsWith("<10").hasSize(4);
        byte[] record = Entry.canonical("harm-seed", Map.of("quarter", cells[0], "seed", cells[1]));
        String commitment = HexFormat.of()
                .formatHex(
                        Hashes.commitment("huiyin-harm-seed-v1", HexFormat.of().parseHex(cells[2]), record));
        assertThat(sql.sql("SELECT convert_from(body, 'UTF8') FROM ledger.entry WHERE kind = 'harm-seed'")
                        .query(String.class)
                        .list())
                .as("the log committed to this seed")
                .anyMatch(body -> body.contains(commitment));
        assertThatThrownBy(() ->
                        sql.sql("UPDATE petition.harm_seed SET seed = salt").update())
                .hasStackTraceContaining("permission denied");
    }

    private Moving pause(UUID id, String ground) {
        return life.move(id, wish(id, "pause", "双方对事实有争议").ground(ground), Actor.of(staff.get(Role.UNIT_HEAD)));
    }

    private MvcTestResult desk(String address, Role role) {
        return mvc.get().uri(address).with(as(staff.get(role))).exchange();
    }

    private MvcTestResult post(String address, String from, String name, String value, String name2, String value2) {
        return mvc.post()
                .uri(address)
                .param("query", "查询码1")
                .param(name, value)
                .param(name2, value2)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .exchange();
    }
}
