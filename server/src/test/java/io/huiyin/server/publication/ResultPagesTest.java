package io.huiyin.server.publication;

import static io.huiyin.server.spotcheck.PastSpotCheck.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.spotcheck.PastSpotCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class ResultPagesTest {

    static final Quarter Q3 = new Quarter(2026, 3);
    static final String CYCLE = "2026Q3-2026Q3";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cycles cycles;

    @Autowired
    Accounts accounts;

    SmallCounty county;
    PastSpotCheck past;

    @BeforeEach
    void aCounty() throws Exception {
        past = PastSpotCheck.in(context);
        county = SmallCounty.empty()
                .unit("A", "民政局", "department")
                .unit("B", "很".repeat(200), "department")
                .unit("C", "<b>东风乡</b>", "township")
                .unit("D", "红星镇", "township");
        for (String unit : new String[] {"A", "B", "C", "D"}) county.matters(unit, "on-the-spot", Q3, 60);
        county.rated("A", "counter", 5, 40).withoutContact("D", 30);
        UUID draw = past.drawn(Q3, 60);
        past.answered(draw, "A", times(40, 5));
        past.answered(draw, "B", times(40, 3));
        past.answered(draw, "C", 5, 4, 3, 2, 5, 4, 3);
        past.answered(draw, "D", times(12, 4));
        cycles.openUnsigned(Q3, Q3);
    }

    @AfterEach
    void close() throws Exception {
        county.close();
    }

    @Test
    void what_is_not_published_exists_for_nobody_outside() {
        assertThat(mvc.get().uri("/results")).bodyText().contains("还没有公布的结果");
        assertThat(mvc.get().uri("/results/" + CYCLE)).hasStatus(404);
        assertThat(mvc.get().uri("/results/" + CYCLE + "/A")).hasStatus(404);
        assertThat(mvc.get().uri("/data/" + CYCLE + "/results.csv")).hasStatus(404);
        assertThat(mvc.get().uri("/desk/results/" + CYCLE).with(Staff.as(Staff.somebody(Role.AUDITOR, null))))
                .hasStatusOk()
                .bodyText()
                .contains("预览");
        assertThat(mvc.get().uri("/desk/results/" + CYCLE).with(Staff.as(Staff.somebody(Role.UNIT_HEAD, "A"))))
                .hasStatus(403);
    }

    @Test
    void the_office_publishes_and_everybody_reads() {
        SignedIn office = Staff.account(accounts, Role.ASSESSMENT, null);
        assertThat(mvc.post()
                        .uri("/desk/cycles/" + CYCLE + "/publish")
                        .with(Staff.as(office))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/results")).bodyText().contains("/results/" + CYCLE);
        assertThat(page("/results/" + CYCLE)).contains("在窗口当面收到的评价平均 100.0 分");
    }

    @Test
    void the_plot_is_well_formed_and_a_table_stands_behind_it() throws Exception {
        cycles.publishUnsigned(CYCLE);
        String html = page("/results/" + CYCLE);
        Matcher drawings = Pattern.compile(
                        "<svg class=\"plot plot-line\".*?</svg>\\s*(?=<span class=\"plot-word\")", Pattern.DOTALL)
                .matcher(html);
        int count = 0;
        while (drawings.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(drawings.group().getBytes(StandardCharsets.UTF_8)));
            count++;
        }
        assertThat(count).isEqualTo(4 + 2);
        assertThat(html).contains("id=\"table-department\"").contains("id=\"table-township\"");
        assertThat(html)
                .contains("class=\"diamond\"")
                .contains("class=\"whisker-silent\"")
                .contains("class=\"dot\"");
    }

    @Test
    void words_and_shapes_say_what_can_be_said_and_never_a_rank() {
        cycles.publishUnsigned(CYCLE);
        String html = page("/results/" + CYCLE);
        assertThat(html).contains("▲").contains("高于同类").contains("▼").contains("低于同类");
        assertThat(html).contains("回访太少，不公布分数").contains("不作评定：联系方式缺失");
        assertThat(html).doesNotContain("普查").doesNotContain("第 1 名").doesNotContain("<b>东风乡");
        String english = body(mvc.get()
                .uri("/results/" + CYCLE)
                .header("Accept-Language", "en")
                .exchange());
        assertThat(english).contains("better than its kind").doesNotContainIgnoringCase("census");
    }

    @Test
    void the_headers_put_the_table_in_order() {
        cycles.publishUnsigned(CYCLE);
        String rising = table(page("/results/" + CYCLE + "?sort=score&dir=asc"));
        assertThat(rising).contains("aria-sort=\"ascending\"");
        assertThat(rising.indexOf("很很")).isLessThan(rising.indexOf("民政局"));
        String falling = table(page("/results/" + CYCLE));
        assertThat(falling.indexOf("民政局")).isLessThan(falling.indexOf("很很"));
        assertThat(page("/results/" + CYCLE + "?sort=%27%3Bdrop&dir=x")).contains("民政局");
    }

    @Test
    void a_units_page_shows_records_channels_and_contents() {
        cycles.publishUnsigned(CYCLE);
        String html = page("/results/" + CYCLE + "/A");
        assertThat(html)
                .containsPattern("得分 \\d+\\.\\d，95% 误差范围")
                .contains("60 件办件")
                .contains("服务态度")
                .contains("办成");
        assertThat(page("/results/" + CYCLE + "/C")).contains("回访太少").doesNotContain("得分 ");
        assertThat(mvc.get().uri("/results/" + CYCLE + "/nobody")).hasStatus(404);
    }

    @Test
    void the_file_for_everybody_hides_what_the_page_hides() {
        cycles.publishUnsigned(CYCLE);
        String csv = page("/data/" + CYCLE + "/results.csv");
        assertThat(csv.lines()).hasSize(5).first().asString().startsWith("unit,name,kind,status");
        assertThat(csv).contains("A,民政局,department,ok,60,60,40,");
        assertThat(csv).contains(",township,too-few,60,60,7,").contains(",contacts-missing,60,60,12,");
        assertThat(csv.lines().filter(line -> line.startsWith("C,")))
                .singleElement()
                .asString()
                .contains(",,,,,,,,");
    }

    @Test
    void the_inputs_name_no_recipient_and_are_for_office_and_auditor() {
        MvcTestResult file = mvc.get()
                .uri("/desk/results/" + CYCLE + "/frame.csv")
                .with(Staff.as(Staff.somebody(Role.AUDITOR, null)))
                .exchange();
        assertThat(body(file).lines())
                .hasSize(241)
                .first()
                .asString()
                .startsWith("matter,unit,section,post,person,type");
        assertThat(mvc.get()
                        .uri("/desk/results/" + CYCLE + "/frame.csv")
                        .with(Staff.as(Staff.somebody(Role.INTERVIEWER, null))))
                .hasStatus(403);
    }

    @Test
    void a_county_without_any_unit_has_an_empty_list() throws Exception {
        assertThat(page("/results")).contains("还没有公布的结果");
        assertThat(mvc.get().uri("/results/2020Q1-2020Q4")).hasStatus(404);
        assertThat(mvc.get().uri("/results/nonsense")).hasStatus(404);
    }

    private String page(String address) {
        return body(mvc.get().uri(java.net.URI.create(address)).exchange());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String table(String html) {
        return html.substring(html.indexOf("<table"), html.indexOf("</table>"));
    }
}
