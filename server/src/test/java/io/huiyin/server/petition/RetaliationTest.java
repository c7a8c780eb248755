package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.engine.Draw;
import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import io.huiyin.server.petition.AskingStore.Due;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Retaliation is told past the unit, on the shortest clock; a sample that anybody can draw again is asked for it. */
@HuiyinTest
class RetaliationTest extends PetitionPageStories {

    @Autowired
    Retaliations retaliations;

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
        assertThat(post("/petitions/" + code.digits(), "203.0.113.9"))
                .bodyText()
                .contains("属实，已责成纠正");
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
}
