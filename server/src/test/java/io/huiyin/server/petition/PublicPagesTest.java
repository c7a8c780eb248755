package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A resident at the form and at the tracking page, without script. */
@HuiyinTest
class PublicPagesTest {

    static final Map<String, String> SAID = Map.of(
            "kind", "appeal",
            "title", "<script>路灯不亮</script>",
            "words", "三号路 ' OR 1=1 --",
            "claims", "修好路灯",
            "naming", "named",
            "name", "王小明",
            "contact", "13912345678",
            "queryCode", "麦子 2026");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void a_county() throws SQLException {
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("CG", "综合行政执法局", "department");
        }
    }

    @Test
    void one_thing_a_page_and_the_receipt_at_the_end() {
        Map<String, String> carried = new LinkedHashMap<>();
        carried.put("submission", value(body(get("/petitions/new")), "submission"));
        for (String step : PetitionForm.STEPS.subList(0, 6)) {
            SAID.forEach((field, said) -> {
                if (field.equals("claims")
                        ? step.equals("claims")
                        : PetitionForm.pageOf(field).equals(step)) carried.put(field, said);
            });
            carried.put("step", step);
            MvcTestResult page = post("/petitions/new", carried);
            assertThat(page).as(step).hasStatusOk();
            // what was said before stands on the next page
            assertThat(body(page)).contains(escaped(carried.getOrDefault("title", "")));
        }
        assertThat(body(post("/petitions/new", with(carried, "step", "check", "next", "words"))))
                .as("back to a page, nothing is lost")
                .contains("三号路 ' OR 1=1 --");
        MvcTestResult receipt = post("/petitions/new", with(carried, "step", "check"));
        String number = number(body(receipt));
        MvcTestResult again = post("/petitions/new", with(carried, "step", "check"));
        assertThat(number(body(again))).as("sent twice").isEqualTo(number);
        assertThat(count("petition.petition")).isEqualTo(1);
        assertThat(sql.sql("SELECT petition_no || row_to_json(p) FROM petition.petition p")
                        .query(String.class)
                        .single())
                .doesNotContain("王小明", "13912345678", "麦子");
    }

    @Test
    void each_page_says_what_is_missing_and_keeps_what_was_typed() {
        MvcTestResult page = post("/petitions/new", Map.of("step", "words", "kind", "appeal", "title", "路灯"));
        assertThat(page).hasStatus(422).bodyText().contains("请写明事情经过。", "value=\"路灯\"");
        assertThat(post("/petitions/new", Map.of("step", "kind", "kind", "nonsense")))
                .hasStatus(422);
        assertThat(post("/petitions/new", Map.of("step", "claims"))).bodyText().contains("请至少写一条您的要求。");
        assertThat(post("/petitions/new", Map.of("step", "who", "naming", "named")))
                .hasStatus(422);
        assertThat(post("/petitions/new", Map.of("step", "code", "queryCode", "123")))
                .hasStatus(422);
        assertThat(post("/petitions/new", with(SAID, "step", "check", "words", "")))
                .as("a page that was left out comes back")
                .hasStatus(422)
                .bodyText()
                .contains("请写明事情经过。");
    }

    @Test
    void an_accusation_of_the_offices_that_supervise_goes_one_level_up_and_nothing_of_it_stays_here() {
        for (String step : new String[] {"words", "check"}) {
            MvcTestResult page =
                    post("/petitions/new", with(SAID, "step", step, "kind", "accusation", "about", "above"));
            assertThat(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("这一件由上一级来办", "请向市一级的信访部门或者纪检监察机关反映。", escaped(SAID.get("words")));
        }
        assertThat(count("petition.petition")).isZero();
        assertThat(post("/petitions/new", with(SAID, "step", "words", "kind", "appeal", "about", "above")))
                .as("an appeal is about a problem, not about an office")
                .bodyText()
                .contains("每一条都会单独答复。");
    }

    @Test
    void the_number_shows_the_state_only_and_the_query_code_the_rest() {
        String number = handedIn();
        assertThat(get("/petitions/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("已收到", "下一个法定日期")
                .doesNotContain("路灯不亮", "王小明");
        assertThat(post("/petitions/" + number, Map.of("query", "麦子2026")))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;路灯不亮", "修好路灯", "还没有人看过您的姓名、电话和附件")
                .doesNotContain("<script>路灯");
        assertThat(post("/petitions/" + number, Map.of("query", "不对的码"))).hasStatus(403);
        assertThat(get("/petitions/0000000000000097")).hasStatus(404);
        assertThat(get("/petitions?code=" + number.substring(1) + number.charAt(0)))
                .hasStatus(422);
    }

    @Test
    void wrong_guesses_are_limited_and_right_ones_are_not() {
        String number = handedIn();
        for (int i = 0; i < 40; i++)
            assertThat(post("/petitions/" + number, Map.of("query", "麦子 2026"))).hasStatusOk();
        for (int i = 0; i < 30; i++)
            assertThat(post("/petitions/" + number, Map.of("query", "猜" + i + "猜猜猜猜")))
                    .hasStatus(403);
        assertThat(post("/petitions/" + number, Map.of("query", "猜猜猜猜猜猜"))).hasStatus(429);
        assertThat(post("/petitions/" + number, Map.of("query", "麦子 2026"))).hasStatus(429);
    }

    @Test
    void a_unit_cannot_say_solved_by_a_direct_post() {
        String number = handedIn();
        assertThat(post("/petitions/" + number + "/verdict", Map.of("query", "不对的码", "said", "solved")))
                .hasStatus(403);
        assertThat(post("/petitions/" + number + "/verdict", Map.of("query", "麦子 2026", "said", "solved")))
                .as("there is no answer yet")
                .hasStatus(422);
        assertThat(sql.sql("SELECT outcome FROM petition.petition")
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_ASKED");
    }

    @Test
    void only_the_petitioner_withdraws() {
        String number = handedIn();
        String page = body(post("/petitions/" + number, Map.of("query", "麦子 2026")));
        Map<String, String> form = Map.of(
                "query",
                "麦子 2026",
                "move",
                "withdraw",
                "seen",
                value(page, "seen"),
                "submission",
                value(page, "submission"));
        assertThat(post("/petitions/" + number + "/moves", with(form, "query", "不对的码")))
                .hasStatus(403);
        assertThat(post("/petitions/" + number + "/moves", form))
                .hasStatusOk()
                .bodyText()
                .contains("已撤回");
    }

    private String handedIn() {
        Map<String, String> form = new HashMap<>(SAID);
        form.put("step", "check");
        return number(body(post("/petitions/new", form))).replace(" ", "");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return all;
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address);
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(String page) {
        Matcher number = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(page);
        assertThat(number.find()).as("a number on the page").isTrue();
        return number.group();
    }

    private static String value(String page, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;");
    }

    private int count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
