package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.identity.Role;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Words that petitioners add from their own page. */
@HuiyinTest
class AdditionsTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Test
    void words_added_later_stand_in_the_history_and_in_the_log_and_move_no_clock() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费多收了", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        accepted(id, "petition");
        LifeRow before = row(id);
        clock.pass(Duration.ofDays(3));
        Code code = receipt.codes().getFirst();
        UUID form = UUID.randomUUID();
        for (int sent = 0; sent < 2; sent++)
            assertThat(added(code, form, "又找到\n一张收据"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("补充的内容已经收下", "信访人补充说明", "又找到\n一张收据");
        assertThat(desk.open(id, staff.get(Role.UNIT_HEAD)).moves())
                .extracting(move -> move.move() + " " + move.reason())
                .as("sent twice, once in the history that the unit reads")
                .containsOnlyOnce("add-words 又找到\n一张收据");
        assertThat(row(id)).as("neither day nor version moves").isEqualTo(before);
        Map<String, Object> kept = sql.sql("SELECT salt, added_at FROM petition.added_words")
                .query()
                .singleRow();
        byte[] record = Entry.canonical(
                "petition-words",
                Map.of(
                        "petition", id.toString(),
                        "words", "又找到\n一张收据",
                        "at", ((Timestamp) kept.get("added_at")).toInstant().toString()));
        assertThat(sql.sql(
                                "SELECT convert_from(body, 'UTF8')::jsonb ->> 'commitment' FROM ledger.entry WHERE kind = 'petition-words-added'")
                        .query(String.class)
                        .list())
                .containsExactly(HexFormat.of()
                        .formatHex(Hashes.commitment("huiyin-petition-words-v1", (byte[]) kept.get("salt"), record)));
    }

    @Test
    void what_is_too_tooLongor_one_too_many_is_refused_and_stays_in_the_form() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费多收了", 2), Actor.PETITIONER);
        Code code = receipt.codes().getFirst();
        String tooLong = "长".repeat(Additions.LONGEST + 1);
        assertThat(added(code, UUID.randomUUID(), tooLong))
                .hasStatus(422)
                .bodyText()
                .contains("2,000", tooLong);
        assertThat(added(code, UUID.randomUUID(), " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写下要补充的话");
        for (int no = 1; no <= Additions.MOST; no++)
            assertThat(added(code, UUID.randomUUID(), "第" + no + "次")).hasStatusOk();
        assertThat(added(code, UUID.randomUUID(), "再来一次"))
                .hasStatus(422)
                .bodyText()
                .contains("已经补充过 10 次", "再来一次");
        assertThat(tracking.open(receipt.codes().get(1), "查询码2").orElseThrow().moves())
                .as("whoever signed too reads them, and has tries of their own")
                .hasSize(1 + Additions.MOST);
        assertThat(mvc.post()
                        .uri("/petitions/" + receipt.codes().get(1).digits() + "/files")
                        .param("query", "查询码2")
                        .param("added", "我也说一句"))
                .hasStatusOk();
    }

    @Test
    void words_stay_when_a_file_beside_them_is_refused_and_nothing_comes_without_the_query_code() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费多收了", 1), Actor.PETITIONER);
        Code code = receipt.codes().getFirst();
        String address = "/petitions/" + code.digits() + "/files";
        assertThat(mvc.post().uri(address).param("query", "猜的").param("added", "不是我"))
                .hasStatus(403);
        var both = mvc.post().uri(address).multipart();
        both.file(new MockMultipartFile("files", "a.jpg", "image/jpeg", new byte[] {1}));
        assertThat(both.param("query", "查询码1")
                        .param("submission", UUID.randomUUID().toString())
                        .param("added", "见照片")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("这种文件不收", "信访人补充说明", "见照片");
        assertThat(sql.sql("SELECT words FROM petition.added_words")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("见照片"));
    }

    @Test
    void after_its_last_end_nothing_is_added() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "不告了", 1), Actor.PETITIONER);
        Code code = receipt.codes().getFirst();
        verdicts.withdraw(
                code, "查询码1", UUID.randomUUID(), row(receipt.petition()).version());
        assertThat(added(code, UUID.randomUUID(), "还有话"))
                .hasStatus(422)
                .bodyText()
                .contains("不能再补充");
        assertThat(sql.sql("SELECT count(*) FROM petition.added_words")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult added(Code code, UUID form, String words) {
        return mvc.post()
                .uri("/petitions/" + code.digits() + "/files")
                .param("query", "查询码1")
                .param("submission", form.toString())
                .param("added", words)
                .exchange();
    }
}
