package io.huiyin.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class SignInTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient sql;

    private SignedIn head;

    @BeforeEach
    void one_account() {
        head = Staff.account(accounts, Role.UNIT_HEAD, "U1");
    }

    @Test
    void whoever_wants_to_the_desk_signs_in_and_comes_back() {
        MvcTestResult turnedAway = mvc.perform(get("/desk/matters?due=today"));
        assertThat(turnedAway).hasStatus(302).hasRedirectedUrl("/desk/sign-in?to=%2Fdesk%2Fmatters%3Fdue%3Dtoday");
        assertThat(mvc.perform(get("/desk/sign-in?to=/desk/matters?due=today")))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"/desk/matters?due=today\"");
        MvcTestResult in = signIn("test-unit_head", Staff.PASSWORD, "/desk/matters?due=today");
        assertThat(in).hasStatus(303).hasRedirectedUrl("/desk/matters?due=today");
    }

    @Test
    void an_address_elsewhere_is_not_followed() {
        for (String to : List.of(
                "https://evil.example/desk",
                "//evil.example",
                "/\\evil.example",
                "/desk\r\nx",
                "/deskevil",
                "javascript:1"))
            assertThat(signIn("test-unit_head", Staff.PASSWORD, to)).hasRedirectedUrl("/desk");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_sentence_and_the_form_keeps_the_name() throws Exception {
        MvcTestResult wrong = signIn("test-unit_head", "wrong", "/desk");
        MvcTestResult unknown = signIn("nobody-here", "wrong", "/desk");
        assertThat(wrong).hasStatus(422).bodyText().contains("用户名或密码不对", "value=\"test-unit_head\"");
        assertThat(wrong).bodyText().doesNotContain("value=\"wrong\"");
        assertThat(unknown).hasStatus(422).bodyText().contains("用户名或密码不对", "value=\"nobody-here\"");
    }

    @Test
    void the_fifth_wrong_password_locks_the_name_for_fifteen_minutes_whether_it_exists_or_not() {
        for (String name : List.of("test-unit_head", "nobody-here")) {
            for (int i = 0; i < 4; i++)
                assertThat(signIns.signIn(name, "wrong")).isInstanceOf(SignIn.Wrong.class);
            assertThat(signIns.signIn(name, "wrong")).isInstanceOf(SignIn.Locked.class);
            assertThat(signIns.signIn(name, Staff.PASSWORD)).isInstanceOf(SignIn.Locked.class);
        }
        assertThat(signIn("test-unit_head", Staff.PASSWORD, "/desk"))
                .hasStatus(429)
                .bodyText()
                .contains("15 分钟");
        clock.pass(Duration.ofMinutes(15));
        assertThat(signIns.signIn("test-unit_head", Staff.PASSWORD)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void guesses_at_the_same_instant_are_no_way_round_the_lock() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 20)
                .mapToObj(i -> Thread.ofVirtual().start(() -> signIns.signIn("test-unit_head", "wrong " + i)))
                .toList();
        for (Thread thread : threads) thread.join();
        assertThat(sql.sql("SELECT count(*) FROM identity.account_event WHERE kind IN ('refused', 'locked')")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void a_right_password_forgets_the_wrong_ones() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) signIns.signIn("test-unit_head", "wrong");
            assertThat(signIns.signIn("TEST-unit_head ", Staff.PASSWORD)).isInstanceOf(SignIn.Done.class);
        }
    }

    @Test
    void the_log_of_accounts_holds_ids_and_no_names() {
        signIns.signIn("test-unit_head", "wrong");
        signIns.signIn("test-unit_head", Staff.PASSWORD);
        signIns.signOut(head);
        assertThat(sql.sql("SELECT kind FROM identity.account_event WHERE account_id = :id ORDER BY id")
                        .param("id", head.account())
                        .query(String.class)
                        .list())
                .containsExactly("refused", "signed-in", "signed-out");
    }

    @Test
    void a_form_without_its_token_is_not_taken() {
        assertThat(mvc.perform(post("/desk/sign-in")
                        .param("username", "test-unit_head")
                        .param("password", Staff.PASSWORD)))
                .hasRedirectedUrl("/desk/sign-in");
    }

    private MvcTestResult signIn(String username, String password, String to) {
        return mvc.perform(post("/desk/sign-in")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .param("to", to));
    }
}
