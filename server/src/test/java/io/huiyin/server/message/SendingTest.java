package io.huiyin.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Role;
import io.huiyin.server.sql.Refusal;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages through a real SMTP server and a real gateway for text messages. */
@HuiyinTest
class SendingTest {

    private static final String BASE = "https://huiyin.example.gov.cn";
    private static final String NUMBER = "1234567890123452";

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxStore store;

    @Autowired
    List<Addresses> addresses;

    @Autowired
    Residents residents;

    @Autowired
    MessageSource texts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    MockMvcTester mvc;

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> texted = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer gateway;

    @BeforeEach
    void servers() throws IOException {
        smtp.start();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", exchange -> {
            texted.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
        gateway.stop(0);
    }

    @Test
    void a_mail_names_the_number_and_the_page_in_the_addressees_language_and_nothing_else() throws Exception {
        UUID person = person("wang@example.org");
        put(note("a", person, false));
        put(note("b", person, true));
        sender().sendAll();
        MimeMessage[] mails = smtp.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("您的信访件有新进展");
        assertThat(mails[0].getContent().toString().strip())
                .isEqualTo("您的信访件 1234 5678 9012 3452 有新进展，请打开 " + BASE + "/petitions/" + NUMBER + " 查看，或致电信访局查询。");
        assertThat(mails[1].getSubject()).isEqualTo("News about your petition");
        assertThat(mails[0].getFrom()[0]).hasToString("huiyin@example.gov.cn");
        assertThat(mails[0].getAllRecipients()[0]).hasToString("wang@example.org");
        assertThat(mails[0].getMessageID()).isEqualTo("<" + id("a") + "@example.gov.cn>");
        sender().sendAll();
        assertThat(smtp.getReceivedMessages()).as("sent once").hasSize(2);
        assertThat(states()).containsExactly("SENT MAIL 1", "SENT MAIL 1");
    }

    @Test
    void a_text_message_goes_to_the_gateway_with_the_messages_id() {
        put(note("a", person("+86 138-0000-0001"), false));
        sender().sendAll();
        assertThat(texted).hasSize(1);
        assertThat(texted.getFirst())
                .startsWith("Bearer secret {")
                .contains("\"to\":\"13800000001\"", id("a").toString());
        assertThat(states()).containsExactly("SENT SMS 1");
    }

    @Test
    void each_message_leaves_one_trace_that_the_person_sees_however_often_it_is_tried() {
        UUID person = person("13800000001");
        put(note("a", person, false));
        answer = 503;
        sender().sendAll();
        clock.pass(Duration.ofMinutes(1));
        answer = 200;
        sender().sendAll();
        assertThat(texted).hasSize(2);
        assertThat(sql.sql(
                                "SELECT person_id || ' ' || role || ' ' || purpose || ' ' || subject FROM access.identity_read")
                        .query(String.class)
                        .list())
                .containsExactly(person + " SYSTEM message message:" + id("a"));
    }

    @Test
    void a_failure_is_tried_again_after_longer_and_longer_and_given_up_where_all_can_see() {
        put(note("a", person("13800000001"), false));
        answer = 500;
        Sender sender = sender();
        sender.sendAll();
        sender.sendAll();
        assertThat(texted).as("not at once").hasSize(1);
        for (Duration wait : Sender.WAITS) {
            clock.pass(wait.minusSeconds(1));
            int before = texted.size();
            sender.sendAll();
            assertThat(texted).as("a second before " + wait).hasSize(before);
            clock.pass(Duration.ofSeconds(1));
            sender.sendAll();
            assertThat(texted).as("after " + wait).hasSize(before + 1);
        }
        assertThat(states()).containsExactly("GIVEN_UP SMS 7");
        assertThat(mvc.get().uri("/desk/messages").with(Staff.as(Staff.somebody(Role.ADMINISTRATOR, null))))
                .hasStatusOk()
                .bodyText()
                .contains("多次失败，不再发", "gateway 500", "您的信访件有新进展")
                .doesNotContain("13800000001", NUMBER);
    }

    @Test
    void a_refusal_for_good_is_not_tried_again() {
        put(note("a", person("13800000001"), false));
        answer = 422;
        sender().sendAll();
        assertThat(states()).containsExactly("GIVEN_UP SMS 1");
    }

    @Test
    void a_sender_that_died_leaves_its_message_to_the_next_and_two_at_once_send_none_twice() throws Exception {
        for (int i = 0; i < 40; i++) put(note("n" + i, person("p" + i + "@example.org"), false));
        store.claim(List.of(Channel.MAIL), clock.instant(), clock.instant().plus(Sender.LEASE), 5);
        try (var both = Executors.newFixedThreadPool(2)) {
            both.submit(() -> sender().sendAll());
            both.submit(() -> sender().sendAll());
        }
        assertThat(smtp.getReceivedMessages()).hasSize(35);
        clock.pass(Sender.LEASE);
        sender().sendAll();
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : smtp.getReceivedMessages()) ids.add(mail.getMessageID());
        assertThat(ids).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void what_is_said_twice_is_one_message_and_none_is_written_without_what_it_is_about() {
        UUID person = person("wang@example.org");
        put(note("a", person, false));
        put(note("a", person, false));
        assertThatThrownBy(() -> outbox.put(List.of(note("b", person, false))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.put(List.of(note("c", person, false)));
                    throw new IllegalStateException("the move failed");
                }))
                .hasMessage("the move failed");
        assertThat(states()).containsExactly("WAITING - 0");
    }

    @Test
    void without_a_channel_it_waits_unopened_and_old_news_is_not_sent_when_there_is_one() {
        put(note("a", person("13800000001"), false));
        Sender nowhere = sender(mail("", ""), new TextMessages("", "", ""));
        nowhere.sendAll();
        assertThat(states()).containsExactly("WAITING - 0");
        assertThat(sql.sql("SELECT count(*) FROM access.identity_read")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mvc.get().uri("/desk/messages").with(Staff.as(Staff.somebody(Role.ADMINISTRATOR, null))))
                .bodyText()
                .contains("没有设置，排队等候", "等待发送");
        sender(mail(smtpUrl(), BASE), new TextMessages("", "", "")).sendAll();
        assertThat(states()).as("its channel is known now").containsExactly("WAITING SMS 1");
        clock.pass(Outbox.NEWS);
        sender().sendAll();
        assertThat(texted).isEmpty();
        assertThat(states()).containsExactly("EXPIRED SMS 1");
    }

    @Test
    void a_contact_that_no_message_can_go_to_is_said_to_be_one() {
        put(note("a", person("0531-88880000"), false));
        sender().sendAll();
        assertThat(states()).containsExactly("NO_ADDRESS - 1");
    }

    @Test
    void what_was_sent_cannot_be_made_unsent_and_the_words_of_a_message_not_changed() {
        put(note("a", person("13800000001"), false));
        sender().sendAll();
        assertThatThrownBy(
                        () -> sql.sql("UPDATE message.message SET attempts = 0").update())
                .hasMessageContaining("that is SENT stays so");
        assertThatThrownBy(() -> sql.sql("UPDATE message.message SET path = '/elsewhere'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("DELETE FROM message.message").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void only_whole_addresses_are_taken_for_one() {
        assertThat(Address.of(" wang.li+1@mail.example.org ").orElseThrow().channel())
                .isEqualTo(Channel.MAIL);
        assertThat(Address.of("0086 138 0000 0001").orElseThrow().to()).isEqualTo("13800000001");
        for (String none : List.of("", "王小明", "12345", "a@b", "a@b.c\r\nBcc: x@y.z", "@example.org", "a b@example.org"))
            assertThat(Address.of(none)).as(none).isEmpty();
        assertThat(Address.of("13800000001").orElseThrow()).hasToString("an address for SMS");
    }

    @Test
    void settings_that_cannot_work_are_refused_in_one_sentence_without_their_secrets() {
        assertThatThrownBy(() -> mail("mail.example.org", BASE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("HUIYIN_SMTP_URL");
        assertThatThrownBy(() -> mail("smtp://user:pass word@mail", BASE))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("pass word");
        assertThatThrownBy(() -> mail(smtpUrl(), "")).hasMessageContaining("HUIYIN_PUBLIC_URL");
        assertThatThrownBy(() -> new Mail(smtpUrl(), "huiyin", BASE, clock)).hasMessageContaining("HUIYIN_MAIL_FROM");
        assertThatThrownBy(() -> new TextMessages("http://gateway.example.org/", "", BASE))
                .hasMessageContaining("HUIYIN_SMS_URL");
    }

    private Sender sender() {
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms";
        return sender(mail(smtpUrl(), BASE), new TextMessages(url, "secret", BASE));
    }

    private Sender sender(Carrier... carriers) {
        return new Sender(store, addresses, List.of(carriers), new Wording(texts, BASE + "/"), clock, false);
    }

    private Mail mail(String url, String publicUrl) {
        return new Mail(url, "huiyin@example.gov.cn", publicUrl, clock);
    }

    private String smtpUrl() {
        return "smtp://127.0.0.1:" + smtp.getSmtp().getPort();
    }

    private UUID person(String contact) {
        var resident = new Resident(RecipientKind.PERSON, null, "王小明", contact);
        return transaction
                .execute(status -> residents.seal(List.of(resident)).getFirst())
                .id();
    }

    private static Note note(String dedupe, UUID person, boolean english) {
        return new Note(
                dedupe,
                Addressee.person(person),
                "petition.telling.news",
                english,
                NUMBER,
                "/petitions/" + NUMBER,
                null);
    }

    private void put(Note note) {
        transaction.executeWithoutResult(status -> outbox.put(List.of(note)));
    }

    private UUID id(String dedupe) {
        return sql.sql("SELECT id FROM message.message WHERE dedupe = :dedupe")
                .param("dedupe", dedupe)
                .query(UUID.class)
                .single();
    }

    private List<String> states() {
        return sql.sql(
                        "SELECT state || ' ' || coalesce(channel, '-') || ' ' || attempts FROM message.message ORDER BY id")
                .query(String.class)
                .list();
    }
}
