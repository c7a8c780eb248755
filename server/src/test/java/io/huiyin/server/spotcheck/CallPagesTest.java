package io.huiyin.server.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class CallPagesTest {

    static final Quarter Q3 = new Quarter(2026, 3);

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Calls calls;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    Residents residents;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    SmallCounty county;
    SignedIn interviewer;
    UUID draw;

    @BeforeEach
    void aDraw() throws Exception {
        county = SmallCounty.empty()
                .unit("A", "民政局", "department")
                .unit("B", "东风乡", "township")
                .matters("A", "on-the-spot", Q3, 12, 3)
                .matters("B", "on-the-spot", Q3, 4);
        interviewer = Staff.account(accounts, Role.INTERVIEWER, null);
        sealPersons();
        draw = PastSpotCheck.in(context).drawn(Q3, 50);
    }

    /** Behind every matter somebody with a name and a number, sealed. */
    private void sealPersons() {
        List<UUID> persons = sql.sql("SELECT DISTINCT person_id FROM matter.shared_matter ORDER BY 1")
                .query(UUID.class)
                .list();
        List<Resident> residents = IntStream.range(0, persons.size())
                .mapToObj(i -> new Resident(RecipientKind.PERSON, "key " + i, "张三" + i, "1390000000" + i))
                .toList();
        List<Residents.Sealed> sealed =
                new TransactionTemplate(transactions).execute(status -> this.residents.seal(residents));
        for (int i = 0; i < persons.size(); i++)
            county.sql
                    .sql("UPDATE matter.matter SET person_id = ? WHERE person_id = ?")
                    .params(sealed.get(i).id(), persons.get(i))
                    .update();
    }

    @AfterEach
    void close() throws Exception {
        county.close();
    }

    @Test
    void an_interview_is_recorded_once_however_often_the_form_is_sent() {
        DueCall call = about(3);
        UUID submission = UUID.randomUUID();
        for (int i = 0; i < 2; i++)
            assertThat(send(
                            call.id(),
                            submission,
                            "outcome",
                            "answered",
                            "overall-0",
                            "2",
                            "attitude-0",
                            "1",
                            "overall-2",
                            "5",
                            "pressed-0",
                            "yes",
                            "rated-0",
                            "yes",
                            "rated_level-0",
                            "5"))
                    .hasStatus3xxRedirection();
        assertThat(sql.sql("SELECT overall FROM spotcheck.interview ORDER BY overall")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 5);
        assertThat(sql.sql(
                                "SELECT attitude || pressed || rated_before || rated_level FROM spotcheck.interview WHERE overall = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("1yesyes5");
        assertThat(sql.sql("SELECT count(*) FROM ledger.entry WHERE kind = 'interview'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(sql.sql("SELECT convert_from(body, 'UTF8') FROM ledger.entry WHERE kind = 'interview' LIMIT 1")
                        .query(String.class)
                        .single())
                .matches("\\{\"commitment\":\"[0-9a-f]{64}\",\"kind\":\"interview\"}");
        assertThat(calls.progress(draw).answered()).isEqualTo(1);
    }

    @Test
    void a_correction_is_a_new_row_and_the_last_counts() {
        DueCall call = about(1);
        send(call.id(), UUID.randomUUID(), "outcome", "answered", "overall-0", "1");
        assertThat(send(call.id(), UUID.randomUUID(), "outcome", "answered", "overall-0", "3"))
                .hasStatus3xxRedirection();
        assertThat(answers()).containsExactly(1);
        send(call.id(), UUID.randomUUID(), "outcome", "answered", "overall-0", "5", "correct", "true");
        assertThat(answers()).containsExactly(5);
        assertThat(sql.sql("SELECT count(*) FROM spotcheck.interview")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void after_so_many_tries_without_reply_nobody_is_called_again_and_never_twice_a_day() {
        DueCall call = about(1);
        for (int i = 0; i < 5; i++) {
            assertThat(calls.next(interviewer)).extracting(DueCall::id).contains(call.id());
            send(call.id(), UUID.randomUUID(), "outcome", "no-reply");
            assertThat(calls.next(interviewer)).extracting(DueCall::id).doesNotContain(call.id());
            clock.pass(Duration.ofDays(1));
        }
        assertThat(calls.next(interviewer)).extracting(DueCall::id).doesNotContain(call.id());
        assertThat(calls.progress(draw).unreachable()).isEqualTo(1);
        assertThat(calls.progress(draw).answered()).isZero();
    }

    @Test
    void an_appointment_comes_back_at_its_time() {
        DueCall call = about(1);
        assertThat(send(call.id(), UUID.randomUUID(), "outcome", "appointment", "again", "2026-10-01T09:00"))
                .hasStatus(422);
        send(call.id(), UUID.randomUUID(), "outcome", "appointment", "again", "2026-10-14T15:00");
        assertThat(calls.next(interviewer)).extracting(DueCall::id).doesNotContain(call.id());
        clock.pass(Duration.ofHours(6));
        assertThat(calls.next(interviewer)).first().extracting(DueCall::id).isEqualTo(call.id());
    }

    @Test
    void a_form_without_what_is_needed_comes_back_as_typed() {
        DueCall call = about(1);
        assertThat(send(call.id(), UUID.randomUUID(), "overall-0", "4"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择这个电话的结果");
        MvcTestResult back = send(call.id(), UUID.randomUUID(), "outcome", "answered", "attitude-0", "4");
        assertThat(back).hasStatus(422).bodyText().contains("至少填写一件事").contains("value=\"4\" checked");
        assertThat(sql.sql("SELECT count(*) FROM spotcheck.attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_interviewer_steps_aside_where_the_own_unit_is_concerned() {
        SignedIn ofTheUnit = new SignedIn(
                interviewer.account(), interviewer.username(), interviewer.name(), Role.INTERVIEWER, "A", null);
        assertThat(calls.next(ofTheUnit)).hasSize(4).allMatch(call -> call.matters() == 1);
        assertThat(mvc.get().uri("/desk/calls/" + about(3).id()).with(Staff.as(ofTheUnit)))
                .hasStatus(403);
    }

    @Test
    void the_call_names_service_unit_and_day_and_never_what_was_rated() {
        county.rated("A", "counter", 5, 12);
        String html = body(mvc.get()
                .uri("/desk/calls/" + about(3).id())
                .with(Staff.as(interviewer))
                .exchange());
        assertThat(html).contains("民政局").contains("户口登记").contains("2026年8月7日").contains("第 3 件，共 3 件");
        assertThat(html).doesNotContain("checked");
        assertThat(body(mvc.get().uri("/desk/calls").with(Staff.as(interviewer)).exchange()))
                .contains("打下一个");
    }

    @Test
    void whoever_opens_a_call_sees_whom_to_call_and_leaves_a_trace_and_no_longer_once_it_has_ended() {
        DueCall call = about(1);
        String address = "/desk/calls/" + call.id();
        assertThat(body(mvc.get().uri(address).with(Staff.as(interviewer)).exchange()))
                .contains("张三")
                .contains("1390000000");
        assertThat(sql.sql("SELECT purpose || ' ' || subject FROM access.identity_read")
                        .query(String.class)
                        .list())
                .containsExactly("interview call:" + call.id());
        send(call.id(), UUID.randomUUID(), "outcome", "refused");
        assertThat(body(mvc.get().uri(address).with(Staff.as(interviewer)).exchange()))
                .contains("已经了结：拒访")
                .doesNotContain("1390000000");
        assertThat(sql.sql("SELECT count(*) FROM access.identity_read")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<Integer> answers() {
        return sql.sql("SELECT answer FROM spotcheck.shared_outcome WHERE answer > 0")
                .query(Integer.class)
                .list();
    }

    private DueCall about(int matters) {
        return calls.next(interviewer).stream()
                .filter(c -> c.matters() == matters)
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult send(UUID call, UUID submission, String... fields) {
        MockHttpServletRequestBuilder post = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        "/desk/calls/" + call)
                .with(Staff.as(interviewer))
                .with(csrf())
                .param("submission", submission.toString());
        for (int i = 0; i < fields.length; i += 2) post.param(fields[i], fields[i + 1]);
        return mvc.perform(post);
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
