package io.huiyin.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HuiyinTest
class SessionsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionForms forms;

    private SignedIn head;
    private SignedIn administrator;

    @BeforeEach
    void two_accounts() {
        head = Staff.account(accounts, Role.UNIT_HEAD, "U1");
        administrator = Staff.account(accounts, Role.ADMINISTRATOR, null);
    }

    @Test
    void a_session_is_a_row_that_holds_the_account_and_nothing_about_the_person() {
        Cookie session = signIn();
        assertThat(desk(session)).hasStatusOk();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
        var row = sql.sql("SELECT s.account_id, row_to_json(s)::text AS whole FROM identity.session s")
                .query()
                .singleRow();
        assertThat(row.get("account_id")).isEqualTo(head.account());
        assertThat((String) row.get("whole")).doesNotContain("test-unit_head", "UNIT_HEAD", session.getValue());
    }

    @Test
    void an_idle_session_ends_and_one_in_use_is_prolonged_once_a_minute() {
        Cookie session = signIn();
        Instant until = until();
        clock.pass(Duration.ofSeconds(59));
        assertThat(desk(session)).hasStatusOk();
        assertThat(until()).isEqualTo(until);
        clock.pass(Duration.ofMinutes(28));
        assertThat(desk(session)).hasStatusOk();
        assertThat(until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        clock.pass(Duration.ofMinutes(30));
        assertThat(desk(session)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
    }

    @Test
    void a_form_counts_only_with_the_mark_of_the_browser_it_was_given_to() {
        Cookie session = signIn();
        String mark = mark(mvc.perform(get("/desk").cookie(session).with(forms())));
        String other = mark(mvc.perform(get("/desk/sign-in").with(forms())));
        assertThat(mvc.perform(signOut(session).param("_csrf", other))).hasStatus(403);
        assertThat(mvc.perform(signOut(session))).hasStatus(403);
        assertThat(desk(session)).hasStatusOk();
        assertThat(mvc.perform(signOut(session).param("_csrf", mark))).hasStatus(303);
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        Cookie session = signIn();
        accounts.disable(head.account(), administrator);
        assertOut(session);
    }

    @Test
    void a_new_password_ends_every_other_session() {
        Cookie session = signIn();
        accounts.resetPassword(head.account(), administrator);
        assertOut(session);
    }

    @Test
    void signing_out_ends_the_session_on_the_server_not_only_in_the_browser() {
        Cookie session = signIn();
        assertThat(mvc.perform(post("/desk/sign-out").cookie(session).with(csrf())))
                .hasStatus(303)
                .hasRedirectedUrl("/desk/sign-in");
        assertOut(session);
    }

    @Test
    void a_session_lasts_a_working_day_and_no_longer() {
        Cookie session = signIn();
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.pass(Duration.ofMinutes(20));
            assertThat(desk(session)).hasStatusOk();
        }
        clock.pass(Duration.ofMinutes(20));
        assertThat(desk(session)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
    }

    @Test
    void a_session_prepared_by_somebody_else_is_worth_nothing() {
        Cookie prepared =
                mvc.perform(get("/desk/sign-in").with(forms())).getResponse().getCookie("desk");
        assertThat(prepared).isNotNull();
        MvcTestResult in = mvc.perform(signInForm().cookie(prepared));
        assertThat(in.getResponse().getCookie("desk")).isNotNull().isNotEqualTo(prepared);
        assertThat(desk(prepared)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
    }

    private void assertOut(Cookie session) {
        assertThat(desk(session)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
        assertThat(sql.sql("SELECT count(*) FROM identity.session WHERE account_id = :account")
                        .param("account", head.account())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult desk(Cookie session) {
        return mvc.perform(get("/desk").cookie(session));
    }

    private Instant until() {
        return sql.sql("SELECT expires_at FROM identity.session")
                .query(Instant.class)
                .single();
    }

    private MockHttpServletRequestBuilder signOut(Cookie session) {
        return post("/desk/sign-out").cookie(session).with(forms());
    }

    /** The server's own marks of forms: the test kit's {@code csrf()} puts others in their place. */
    private RequestPostProcessor forms() {
        return request -> {
            WebTestUtils.setCsrfTokenRepository(request, forms);
            return request;
        };
    }

    private static String mark(MvcTestResult page) {
        Matcher mark = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private Cookie signIn() {
        Cookie session = mvc.perform(signInForm()).getResponse().getCookie("desk");
        assertThat(session).isNotNull();
        return session;
    }

    private static MockHttpServletRequestBuilder signInForm() {
        return post("/desk/sign-in")
                .with(csrf())
                .param("username", "test-unit_head")
                .param("password", Staff.PASSWORD);
    }
}
