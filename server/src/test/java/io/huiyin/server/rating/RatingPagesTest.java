package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestClock;
import io.huiyin.server.rating.Invitations.Closed;
import io.huiyin.server.web.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HuiyinTest
class RatingPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RateLimit rateLimit;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    Slip slip;

    @BeforeEach
    void a_closed_matter() {
        AMatter closed = AMatter.closed();
        UUID matter = closed.in();
        invitations.open(List.of(new Closed(matter, closed.closedAt())));
        slip = invitations.slip(matter).orElseThrow();
    }

    @Test
    void from_the_typed_code_to_the_receipt_without_script() throws Exception {
        assertThat(body(get("/rate"))).contains("action=\"/rate/open\"", "name=\"key\"");
        String levels = body(post("/rate/open").param("key", slip.code().spaced()));
        assertThat(levels).contains("低保申请", "MZ民政局", "2026年10月10日", "非常满意", "value=\"1\"");
        String thanks = body(post("/rate")
                .param("key", hidden(levels, "key"))
                .param("submission", hidden(levels, "submission"))
                .param("overall", "2"));
        assertThat(thanks).contains("2026年11月9日", "服务态度生硬").containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");
        String more = body(post("/rate/details")
                .param("key", hidden(thanks, "key"))
                .param("submission", hidden(thanks, "submission"))
                .param("overall", "2")
                .param("reasons", "214", "209")
                .param("agree", "1")
                .param("comment", "等了三天"));
        assertThat(more).contains("谢谢您");
        assertThat(sql.sql(
                                "SELECT overall || array_to_string(reasons, ',') || coalesce(agree, 0) || comment || may_contact"
                                        + " FROM rating.rating ORDER BY seq")
                        .query(String.class)
                        .list())
                .containsExactly("20false", "2209,2141等了三天false");
    }

    @Test
    void no_page_sets_a_cookie_and_none_is_kept_by_a_cache() throws Exception {
        for (MockHttpServletRequestBuilder request : List.of(
                get("/rate"),
                post("/rate/open").param("key", slip.secret()),
                post("/rate")
                        .param("key", slip.secret())
                        .param("submission", UUID.randomUUID().toString())
                        .param("overall", "4"))) {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getHeader(HttpHeaders.SET_COOKIE)).isNull();
            assertThat(response.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        }
        assertThat(sql.sql("SELECT count(*) FROM identity.session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_opens_the_invitation_stands_in_no_address() throws Exception {
        String levels = body(post("/rate/open").param("key", slip.code().digits()));
        Matcher addresses = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"").matcher(levels);
        while (addresses.find())
            assertThat(addresses.group(1))
                    .doesNotContain(slip.secret(), slip.code().digits());
        assertThat(levels).doesNotContain(slip.code().digits());
    }

    @Test
    void a_wrong_code_is_told_and_stays_in_the_field() throws Exception {
        String code = slip.code().digits();
        String swapped = code.substring(0, 14) + code.charAt(15) + code.charAt(14);
        if (swapped.equals(code)) swapped = code.substring(0, 15) + (code.charAt(15) == '0' ? '1' : '0');
        assertRefused(swapped, 422, "颠倒", swapped);
        assertRefused("1234 5678", 422, "现在是 8 位", "1234 5678");
        assertRefused(Code.of(5).digits(), 404, "没有找到", Code.of(5).digits());
        assertRefused("abcdefghijklmnopqrstuvwxyz", 404, "没有找到", "value=\"\"");
        assertRefused("\"><script>alert(1)</script>", 422, "现在是 0 位", "&lt;script>alert(1)&lt;/script>");
        assertRefused("", 422, "请输入", "value=\"\"");
        clock.pass(Duration.ofDays(40));
        assertRefused(code, 410, "2026年11月9日截止", code);
    }

    @Test
    void a_form_posted_twice_is_one_row_with_one_receipt() throws Exception {
        String submission = UUID.randomUUID().toString();
        MockHttpServletRequestBuilder form = post("/rate")
                .param("key", slip.secret())
                .param("submission", submission)
                .param("overall", "4");
        assertThat(receipt(body(form))).isEqualTo(receipt(body(form)));
        assertThat(rows()).isOne();
    }

    @Test
    void an_old_form_with_another_level_is_asked_again() throws Exception {
        String submission = UUID.randomUUID().toString();
        MockHttpServletRequestBuilder form =
                post("/rate").param("key", slip.secret()).param("submission", submission);
        body(form.param("overall", "5"));
        MockHttpServletResponse again = mvc.perform(post("/rate")
                        .param("key", slip.secret())
                        .param("submission", submission)
                        .param("overall", "1"))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString()).contains("那次选的是“非常满意”");
        assertThat(hidden(again.getContentAsString(), "submission")).isNotEqualTo(submission);
        assertThat(rows()).isOne();
    }

    @Test
    void what_is_wrong_in_a_form_is_named_and_what_was_typed_stays() throws Exception {
        MockHttpServletResponse refused = mvc.perform(post("/rate/details")
                        .param("key", slip.secret())
                        .param("submission", UUID.randomUUID().toString())
                        .param("overall", "1")
                        .param("reasons", "214")
                        .param("happy", "seven")
                        .param("comment", "<script>" + "长".repeat(2001)))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("2000 字，请删短", "不符", "1 到 5", "&lt;script&gt;长长");
        assertThat(rows()).isZero();
        assertThat(mvc.perform(post("/rate")
                                .param("key", slip.secret())
                                .param("submission", "not a uuid")
                                .param("overall", "1"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("name=\"overall\"");
        assertThat(rows()).isZero();
    }

    @Test
    void sql_and_script_are_stored_as_text_and_shown_as_text() throws Exception {
        String nasty = "'; DROP TABLE rating.rating; -- <script>alert('x')</script> \u0000 ${7*7}";
        String page = body(post("/rate/details")
                .param("key", slip.secret())
                .param("submission", UUID.randomUUID().toString())
                .param("overall", "5")
                .param("comment", nasty));
        assertThat(page).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
        assertThat(sql.sql("SELECT comment FROM rating.rating")
                        .query(String.class)
                        .single())
                .isEqualTo(nasty.replace("\0", ""));
    }

    @Test
    void codes_cannot_be_tried_without_end_but_links_can_be_used() throws Exception {
        for (int i = 0; i < RatingPages.LIMIT.most(); i++)
            rateLimit.attempt(new MockHttpServletRequest(), RatingPages.LIMIT);
        assertRefused(
                Code.of(1_000_000).digits(),
                429,
                "试评价码的次数太多",
                Code.of(1_000_000).digits());
        assertThat(body(post("/rate/open").param("key", slip.secret()))).contains("低保申请");
    }

    @Test
    void an_unknown_language_is_chinese_and_english_is_english() throws Exception {
        assertThat(body(get("/rate").header("Accept-Language", "tlh"))).contains("我要评价");
        assertThat(body(get("/rate").header("Accept-Language", "en"))).contains("Rating code");
        assertThat(body(post("/rate/open").param("key", slip.secret()).header("Accept-Language", "en")))
                .contains("Very dissatisfied", "10 October 2026");
    }

    private void assertRefused(String key, int status, String... texts) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(post("/rate/open").param("key", key)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentAsString()).contains(texts);
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String hidden(String page, String name) {
        Matcher field = Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String receipt(String page) {
        Matcher code = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(page);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private long rows() {
        return sql.sql("SELECT count(*) FROM rating.rating").query(Long.class).single();
    }
}
