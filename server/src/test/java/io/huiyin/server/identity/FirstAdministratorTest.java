package io.huiyin.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class FirstAdministratorTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstAdministrator first;

    @Autowired
    SignIns signIns;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient sql;

    @Test
    void the_printed_secret_sets_one_administrator_once() {
        String secret = first.newSecret();
        assertThat(mvc.perform(get("/desk/first"))).hasStatusOk();
        assertThat(set(secret, "root", "tiny")).hasStatus(422).bodyText().contains("value=\"root\"", "密码太短");
        assertThat(set(secret, "root", Staff.PASSWORD)).hasRedirectedUrl("/desk/sign-in");
        assertThat(signIns.signIn("root", Staff.PASSWORD)).isInstanceOf(SignIn.Done.class);
        assertThat(first.wanted()).isFalse();
        assertThat(sql.sql("SELECT count(*) FROM identity.first_secret")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_wrong_an_old_and_a_replaced_secret_are_worth_nothing() {
        String replaced = first.newSecret();
        String old = first.newSecret();
        assertThat(set("aaaa-bbbb-cccc-dddd-eeee-ffff", "root", Staff.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("口令不对");
        assertThat(set(replaced, "root", Staff.PASSWORD)).hasStatus(422);
        clock.pass(Duration.ofMinutes(61));
        assertThat(set(old, "root", Staff.PASSWORD)).hasStatus(422);
        assertThat(first.wanted()).isTrue();
    }

    private MvcTestResult set(String secret, String username, String password) {
        return mvc.perform(post("/desk/first")
                .with(csrf())
                .param("secret", secret)
                .param("username", username)
                .param("name", "李主任")
                .param("password", password)
                .param("again", password));
    }
}
