package io.huiyin.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
        assertThat(sql.sql("SELECT principal_name FROM identity.session")
                        .query(String.class)
                        .list())
                .containsExactly(head.account().toString());
        assertThat(sql.sql("SELECT string_agg(encode(attribute_bytes, 'escape'), ' ') FROM identity.session_attributes")
                        .query(String.class)
                        .single())
                .contains(head.account().toString())
                .doesNotContain("SignedIn", "UNIT_HEAD");
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
        clock.pass(Duration.ofHours(11));
        assertThat(desk(session)).hasStatusOk();
        clock.pass(Duration.ofHours(2));
        assertThat(desk(session)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
    }

    @Test
    void a_session_prepared_by_somebody_else_is_worth_nothing() {
        Cookie prepared = mvc.perform(get("/desk/sign-in")).getResponse().getCookie("desk");
        assertThat(prepared).isNotNull();
        MvcTestResult in = mvc.perform(signInForm().cookie(prepared));
        assertThat(in.getResponse().getCookie("desk")).isNotNull().isNotEqualTo(prepared);
        assertThat(desk(prepared)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
    }

    private void assertOut(Cookie session) {
        assertThat(desk(session)).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk");
        assertThat(sql.sql("SELECT count(*) FROM identity.session WHERE principal_name = :account")
                        .param("account", head.account().toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult desk(Cookie session) {
        return mvc.perform(get("/desk").cookie(session));
    }

    private Cookie signIn() {
        Cookie session = mvc.perform(signInForm()).getResponse().getCookie("desk");
        assertThat(session).isNotNull();
        return session;
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder signInForm() {
        return post("/desk/sign-in")
                .with(csrf())
                .param("username", "test-unit_head")
                .param("password", Staff.PASSWORD);
    }
}
