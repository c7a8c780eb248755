package io.huiyin.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.rating.AMatter;
import io.huiyin.server.rating.Channel;
import io.huiyin.server.rating.Opinion;
import io.huiyin.server.rating.Rating;
import io.huiyin.server.rating.Ratings;
import io.huiyin.server.sql.StaleRow;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class RectificationTest {

    static final SignedIn HEAD = Staff.somebody(Role.UNIT_HEAD, "MZ");
    static final SignedIn OTHER_HEAD = Staff.somebody(Role.UNIT_HEAD, "GA");
    static final String COMMENT = "那天下午三点我去的";

    @Autowired
    MockMvc mvc;

    @Autowired
    Ratings ratings;

    @Autowired
    Rectifications rectifications;

    @Autowired
    ReleaseDays days;

    @Autowired
    Accounts accounts;

    @Autowired
    Residents residents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock.Settable clock;

    @Test
    void orders_of_a_week_reach_the_unit_together_on_the_next_monday_that_is_worked() {
        assertThat(days.batchAfter(LocalDate.of(2026, 10, 14))).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(days.batchAfter(LocalDate.of(2026, 10, 18))).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(days.batchAfter(LocalDate.of(2026, 10, 19))).isEqualTo(LocalDate.of(2026, 10, 26));
        // the National Day holiday of 2026 lasts until Wednesday, 7 October
        assertThat(days.batchAfter(LocalDate.of(2026, 9, 30))).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(days.due(LocalDate.of(2026, 10, 19))).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(days.left(LocalDate.of(2026, 10, 27), LocalDate.of(2026, 10, 26)))
                .isEqualTo(-1);
    }

    @Test
    void a_poor_rating_becomes_an_order_on_monday_and_a_good_one_none() throws Exception {
        rate(matter("A"), poor(false));
        rate(matter("B"), Opinion.of(3));
        assertThat(page("/desk/rectifications")).contains("现在没有要整改的差评");
        monday();
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.level()).isEqualTo(2);
            assertThat(order.faults()).containsExactly("209", "214");
            assertThat(order.dueOn()).isEqualTo(LocalDate.of(2026, 10, 26));
            assertThat(order.matterNo()).isNull();
        });
        assertThat(page("/desk/rectifications")).contains("服务态度生硬", "还有 5 个工作日");
    }

    @Test
    void nothing_in_the_pages_of_an_unticked_order_tells_person_matter_or_day() throws Exception {
        UUID person = person();
        UUID matter = AMatter.closed().number("JB-777").person(person).in();
        rate(matter, poor(false));
        monday();
        UUID order = orders().getFirst().id();
        assertThat(order.version())
                .as("an id made from the time would tell the day")
                .isEqualTo(4);
        for (String page : List.of(page("/desk/rectifications"), page("/desk/rectifications/" + order)))
            assertThat(page)
                    .doesNotContain("JB-777", matter.toString(), person.toString(), "低保申请", "13800000000", "张三")
                    .doesNotContain("10月10日", "10月14日", "2026-10-10", "2026-10-14", "10 October", "14 October")
                    .doesNotContain(COMMENT, "own", "counter");
        mvc.perform(asHead(post("/desk/rectifications/" + order + "/contact"))).andExpect(status().isNotFound());
        assertThat(count("access.identity_read")).isZero();
    }

    @Test
    void a_ticked_order_is_there_at_once_and_each_look_at_the_contact_is_on_record() throws Exception {
        SignedIn head = Staff.account(accounts, Role.UNIT_HEAD, "MZ");
        UUID matter = AMatter.closed().number("JB-777").person(person()).in();
        rate(matter, poor(true));
        UUID order = orders().getFirst().id();
        assertThat(page("/desk/rectifications/" + order)).contains("JB-777").doesNotContain("13800000000");
        String shown = mvc.perform(post("/desk/rectifications/" + order + "/contact")
                        .with(Staff.as(head))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(shown).contains("13800000000", "已经记录").doesNotContain(COMMENT);
        assertThat(sql.sql("SELECT purpose || ' ' || subject FROM access.identity_read")
                        .query(String.class)
                        .single())
                .isEqualTo("rectification work-order:" + order);
    }

    @Test
    void who_received_decided_or_delivered_the_matter_does_not_get_the_contact() throws Exception {
        UUID matter = AMatter.closed().person(person()).in();
        sql.sql("INSERT INTO organization.official VALUES ('O1', '王')").update();
        rate(matter, poor(true));
        UUID order = orders().getFirst().id();
        SignedIn decider = new SignedIn(HEAD.account(), HEAD.username(), HEAD.name(), HEAD.role(), "MZ", "O1");
        for (String role : List.of("received_by", "decided_by", "delivered_by")) {
            sql.sql("UPDATE matter.matter SET received_by = NULL, decided_by = NULL, delivered_by = NULL")
                    .update();
            sql.sql("UPDATE matter.matter SET " + role + " = 'O1'").update();
            assertThatThrownBy(() -> rectifications.contact(order, decider))
                    .as(role)
                    .isInstanceOf(Denied.class);
        }
    }

    @Test
    void rated_anew_and_not_poorly_before_release_the_order_never_reaches_the_unit() {
        UUID matter = matter("A");
        rate(matter, poor(false));
        clock.pass(Duration.ofHours(1));
        rate(matter, Opinion.of(4));
        monday();
        assertThat(orders()).isEmpty();
        assertThat(state()).isEqualTo("REPLACED");
        rate(matter, Opinion.of(1));
        assertThat(state()).isEqualTo("OPEN");
        assertThat(orders()).isEmpty();
    }

    @Test
    void after_release_the_order_stays_as_the_unit_has_seen_it() {
        UUID matter = matter("A");
        rate(matter, poor(false));
        monday();
        WorkOrder seen = orders().getFirst();
        rate(matter, new Opinion(1, Map.of(), List.of("115"), "", false));
        assertThat(orders().getFirst().faults()).isEqualTo(seen.faults());
        rate(matter, Opinion.of(5));
        assertThat(orders()).hasSize(1);
    }

    @Test
    void the_rater_may_allow_and_take_back_the_contact() {
        UUID matter = matter("A");
        rate(matter, poor(false));
        assertThat(orders()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        rate(matter, poor(true));
        assertThat(orders().getFirst().matterNo()).isEqualTo("A");
        clock.pass(Duration.ofMinutes(1));
        rate(matter, poor(false));
        assertThat(orders().getFirst().matterNo()).isNull();
    }

    @Test
    void an_order_is_for_the_head_of_its_own_unit_only() throws Exception {
        rate(matter("A"), poor(false));
        monday();
        UUID order = orders().getFirst().id();
        assertThat(rectifications.ofOwnUnit(OTHER_HEAD, 1, 50).orders()).isEmpty();
        assertThatThrownBy(() -> rectifications.find(order, OTHER_HEAD)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rectifications.rectify(order, 0, "改了", OTHER_HEAD))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void rectifying_needs_measures_and_the_version_that_was_seen() throws Exception {
        rate(matter("A"), poor(false));
        monday();
        WorkOrder order = orders().getFirst();
        mvc.perform(asHead(post("/desk/rectifications/" + order.id()).param("seen", "0")))
                .andExpect(status().isUnprocessableContent());
        assertThatThrownBy(() -> rectifications.rectify(order.id(), order.version() + 1, "改了", HEAD))
                .isInstanceOf(StaleRow.class);
        mvc.perform(asHead(post("/desk/rectifications/" + order.id())
                        .param("seen", "" + order.version())
                        .param("measures", "'; DROP TABLE x; --<script>")))
                .andExpect(status().is3xxRedirection());
        assertThat(state()).isEqualTo("RECTIFIED");
        assertThat(sql.sql("SELECT measures FROM rectification.work_order")
                        .query(String.class)
                        .single())
                .isEqualTo("'; DROP TABLE x; --<script>");
        assertThat(orders()).isEmpty();
    }

    @Test
    void supervision_sees_numbers() throws Exception {
        rate(matter("A"), poor(false));
        rate(matter("B"), poor(false));
        monday();
        rectifications.rectify(orders().getFirst().id(), 0, "改了", HEAD);
        clock.pass(Duration.ofDays(10));
        assertThat(rectifications.counts()).containsExactly(new UnitCount("MZ民政局", 2, 1, 1, 1, 1));
        String page = mvc.perform(get("/desk/rectifications").with(Staff.as(Staff.somebody(Role.SUPERVISION, null))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("MZ民政局").doesNotContain("服务态度生硬");
    }

    private void rate(UUID matter, Opinion opinion) {
        ratings.record(List.of(new Rating(UUID.randomUUID(), matter, Channel.OWN, "", opinion, clock.instant())));
    }

    private static Opinion poor(boolean mayContact) {
        return new Opinion(2, Map.of(), List.of("214", "209"), COMMENT, mayContact);
    }

    private static UUID matter(String number) {
        return AMatter.closed().number(number).in();
    }

    private UUID person() {
        return Objects.requireNonNull(transaction.execute(status -> Objects.requireNonNull(residents
                        .seal(List.of(new Resident(RecipientKind.PERSON, "K1", "张三", "13800000000")))
                        .getFirst())
                .id()));
    }

    private void monday() {
        clock.set(TestClock.START.plus(Duration.ofDays(5)));
    }

    private List<WorkOrder> orders() {
        return rectifications.ofOwnUnit(HEAD, 1, 50).orders();
    }

    private String state() {
        return sql.sql("SELECT state FROM rectification.work_order")
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private String page(String address) throws Exception {
        return mvc.perform(asHead(get(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder asHead(MockHttpServletRequestBuilder request) {
        return request.with(Staff.as(HEAD)).with(csrf());
    }
}
