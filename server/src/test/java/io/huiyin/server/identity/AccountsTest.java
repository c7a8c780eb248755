package io.huiyin.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.web.Denied;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class AccountsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient sql;

    private SignedIn administrator;

    @BeforeEach
    void an_administrator() {
        administrator = Staff.account(accounts, Role.ADMINISTRATOR, null);
    }

    @Test
    void the_password_given_by_an_administrator_works_once_and_only_to_choose_another() throws Exception {
        MvcTestResult opened = openHandler("Wang.Fang");
        assertThat(opened).hasStatusOk();
        String password = passwordOn(opened);
        assertThat(signIns.signIn("wang.fang", password)).isInstanceOf(SignIn.Temporary.class);
        assertThat(mvc.perform(signInAs("wang.fang", password))).hasRedirectedUrl("/desk/password?username=wang.fang");

        assertThat(choose("wang.fang", password, "short", "short")).hasStatus(422);
        assertThat(choose("wang.fang", password, "my own sentence", "another sentence"))
                .hasStatus(422);
        assertThat(choose("wang.fang", password, password, password)).hasStatus(422);
        assertThat(choose("wang.fang", password, "我自己想的一句很长的话啊", "我自己想的一句很长的话啊"))
                .hasRedirectedUrl("/desk");
        assertThat(signIns.signIn("wang.fang", password)).isInstanceOf(SignIn.Wrong.class);
        assertThat(signIns.signIn("wang.fang", "我自己想的一句很长的话啊")).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void a_form_with_faults_says_each_and_keeps_what_was_typed() {
        MvcTestResult refused = mvc.perform(post("/desk/accounts")
                .with(csrf())
                .with(Staff.as(administrator))
                .param("username", "王芳")
                .param("name", "")
                .param("role", "OFFICIAL"));
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("value=\"王芳\"", "用户名要用", "请填写姓名", "请填写单位代码", "本人的工作人员代码", "selected");
        openHandler("wang");
        assertThat(openHandler("wang")).hasStatus(422).bodyText().contains("已经有人用了");
    }

    @Test
    void only_an_administrator_opens_or_disables_accounts() {
        SignedIn head = Staff.account(accounts, Role.UNIT_HEAD, "U1");
        NewAccount wanted = new NewAccount("x1", "某", Role.INTERVIEWER, null, null);
        assertThatThrownBy(() -> accounts.open(wanted, head)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.disable(administrator.account(), head))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.resetPassword(administrator.account(), head))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.disable(administrator.account(), administrator))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_disabled_account_does_not_sign_in_and_gets_the_same_sentence() {
        SignedIn head = Staff.account(accounts, Role.UNIT_HEAD, "U1");
        accounts.disable(head.account(), administrator);
        assertThat(signIns.signIn(head.username(), Staff.PASSWORD)).isInstanceOf(SignIn.Wrong.class);
        assertThat(accounts.find(head.username())).isEmpty();
    }

    @Test
    void those_who_watch_see_what_administrators_did_and_nobody_can_change_it() {
        openHandler("wang");
        SignedIn auditor = Staff.somebody(Role.AUDITOR, null);
        assertThat(mvc.perform(get("/desk/accounts/events").with(Staff.as(auditor))))
                .hasStatusOk()
                .bodyText()
                .contains("wang", "开账号", "test-administrator");
        for (String change :
                List.of("UPDATE identity.account_event SET kind = 'opened'", "DELETE FROM identity.account_event"))
            assertThatThrownBy(() -> sql.sql(change).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void an_administrator_sees_that_there_is_no_way_to_what_is_sealed() {
        assertThat(mvc.perform(get("/desk/accounts").with(Staff.as(administrator))))
                .hasStatusOk()
                .bodyText()
                .contains("没有任何途径查看封存的身份", "test-administrator");
        assertThat(mvc.perform(get("/desk/accounts?page=99")
                        .header("Accept-Language", "en")
                        .with(Staff.as(administrator))))
                .hasStatusOk()
                .bodyText()
                .contains("Administrators have no way to what is sealed");
    }

    private MvcTestResult openHandler(String username) {
        return mvc.perform(post("/desk/accounts")
                .with(csrf())
                .with(Staff.as(administrator))
                .param("username", username)
                .param("name", "王芳")
                .param("role", "HANDLER")
                .param("unit", "U1"));
    }

    private MvcTestResult choose(String username, String password, String chosen, String again) {
        return mvc.perform(post("/desk/password")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .param("chosen", chosen)
                .param("again", again));
    }

    private static org.springframework.test.web.servlet.RequestBuilder signInAs(String username, String password) {
        return post("/desk/sign-in").with(csrf()).param("username", username).param("password", password);
    }

    private static String passwordOn(MvcTestResult page) throws Exception {
        Matcher password = Pattern.compile("[a-z2-9]{4}(-[a-z2-9]{4}){3}")
                .matcher(page.getResponse().getContentAsString());
        assertThat(password.find()).isTrue();
        return password.group();
    }
}
