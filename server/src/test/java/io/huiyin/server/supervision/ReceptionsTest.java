package io.huiyin.server.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.PetitionLives;
import io.huiyin.server.supervision.Receptions.Booking;
import io.huiyin.server.supervision.Receptions.Ending;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Leaders' reception hours: booked without an account, one visitor a slot, each ended in a petition or a note. */
@HuiyinTest
class ReceptionsTest extends SupervisedCounty {

    static final LocalDate FRIDAY = LocalDate.parse("2026-10-16");

    @Autowired
    Receptions receptions;

    @Autowired
    Hours hours;

    @BeforeEach
    void hours_on_friday() {
        done(hours.open(wish("OFFICE", "信访局一楼", FRIDAY, "09:00", "10:30", 30), intake));
    }

    @Test
    void hours_are_cut_into_slots_and_a_leader_is_at_one_place_at_a_time() {
        assertThat(hours.week(LocalDate.parse("2026-10-12")))
                .singleElement()
                .satisfies(hour -> assertThat(hour.slots())
                        .extracting(ReceptionHour.Slot::time)
                        .containsExactly("09:00", "09:30", "10:00"));
        assertThat(hours.open(wish("VILLAGE", "望禾村", FRIDAY, "10:00", "12:00", 20), intake))
                .isEqualTo(Doing.refused("from", "hour.busy"));
        assertThat(hours.open(wish("VILLAGE", "望禾村", LocalDate.parse("2026-10-13"), "10:00", "12:00", 20), intake))
                .isEqualTo(Doing.refused("day", "hour.past"));
        assertThat(hours.open(wish("VILLAGE", "望禾村", FRIDAY, "15:00", "14:00", 20), intake))
                .isEqualTo(Doing.refused("to", "hour.order"));
        assertThat(hours.open(wish("VILLAGE", "望禾村", FRIDAY, "14:00", "15:00", 90), intake))
                .isEqualTo(Doing.refused("minutes", "hour.minutes"));
        assertThat(hours.open(wish("MOON", "月球", FRIDAY, "14:00", "15:00", 20), intake))
                .isEqualTo(Doing.refused("kind", "hour.kind"));
        assertThatThrownBy(() -> sql.sql("""
                        INSERT INTO supervision.reception_hour (id, account_id, office, kind, place, begins_at, ends_at)
                        SELECT gen_random_uuid(), account_id, office, kind, '别处', begins_at, ends_at FROM supervision.reception_hour""").update()).hasMessageContaining("one_place_at_a_time");
    }

    @Test
    void many_who_want_one_slot_at_once_do_not_double_book_it() throws Exception {
        UUID slot = slots().getFirst();
        List<Callable<Doing>> wanted = new ArrayList<>();
        for (int i = 0; i < 8; i++) wanted.add(() -> receptions.book(booking(slot, "麦子2026"), null));
        try (var pool = Executors.newFixedThreadPool(8)) {
            int booked = 0;
            for (Future<Doing> one : pool.invokeAll(wanted)) if (one.get() instanceof Doing.Done) booked++;
            assertThat(booked).isEqualTo(1);
        }
        assertThatThrownBy(() -> sql.sql("""
                        INSERT INTO supervision.reception (id, submission, slot_id, code, query_tag, channel, booked_at, state)
                        SELECT gen_random_uuid(), gen_random_uuid(), slot_id, '0000000000000097', query_tag, channel, booked_at, 'BOOKED'
                          FROM supervision.reception""").update()).hasMessageContaining("reception_one_a_slot");
        assertThat(receptions.book(booking(slot, "麦子2026"), null)).isEqualTo(Doing.refused("", "reception.taken"));
    }

    @Test
    void a_resident_books_without_an_account_sees_it_by_number_and_query_code_and_gives_it_back() {
        String slot = slots().getFirst().toString();
        assertThat(mvc.get().uri("/receptions")).hasStatusOk().bodyText().contains("副县长", "信访局一楼", "09:30 有空", slot);
        String form = body(mvc.get().uri("/receptions/new?slot=" + slot).exchange());
        String submission = value(form, "submission");
        assertThat(post(
                        "/receptions/new",
                        "submission",
                        submission,
                        "slot",
                        slot,
                        "subject",
                        "路<b>灯",
                        "queryCode",
                        "123"))
                .hasStatus(422)
                .bodyText()
                .contains("查询码要 6 到 40 个字。", "路&lt;b&gt;灯");
        String[] whole = {
            "submission",
            submission,
            "slot",
            slot,
            "subject",
            "路<b>灯",
            "name",
            "王小明",
            "contact",
            "13912345678",
            "queryCode",
            "麦子2026"
        };
        MvcTestResult receipt = post("/receptions/new", whole);
        assertThat(receipt).hasStatusOk();
        String number = number(body(receipt));
        assertThat(number(body(post("/receptions/new", whole))))
                .as("sent twice")
                .isEqualTo(number);
        assertThat(mvc.get().uri("/receptions")).bodyText().contains("09:00 已约");
        assertThat(mvc.get().uri("/receptions/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("已约好", "副县长")
                .doesNotContain("灯", "王小明");
        assertThat(post("/receptions/" + number, "query", "不对的码")).hasStatus(403);
        assertThat(post("/receptions/" + number, "query", "麦子 2026"))
                .hasStatusOk()
                .bodyText()
                .contains("路&lt;b&gt;灯", "还没有人看过");
        assertThat(sql.sql("SELECT r::text FROM supervision.reception r")
                        .query(String.class)
                        .single())
                .doesNotContain("王小明", "13912345678", "麦子");
        assertThat(post("/receptions/" + number + "/cancel", "query", "不对的码")).hasStatus(403);
        assertThat(post("/receptions/" + number + "/cancel", "query", "麦子2026"))
                .hasStatusOk()
                .bodyText()
                .contains("已取消");
        assertThat(mvc.get().uri("/receptions")).bodyText().contains("09:00 有空");
        assertThat(receptions.book(booking(slots().getFirst(), "另一个人2026"), null))
                .isInstanceOf(Doing.Done.class);
    }

    @Test
    void wrong_guesses_are_limited() {
        String number = receptions
                .get(done(receptions.book(booking(slots().getFirst(), "麦子2026"), null)))
                .number();
        for (int i = 0; i < 30; i++)
            assertThat(post("/receptions/" + number, "query", "猜猜猜猜" + i)).hasStatus(403);
        assertThat(post("/receptions/" + number, "query", "麦子2026")).hasStatus(429);
    }

    @Test
    void the_clerk_books_for_who_telephones_and_every_look_at_the_number_is_seen() {
        UUID slot = slots().get(1);
        var request =
                mvc.post().uri("/desk/receptions/new").with(Staff.as(intake)).with(csrf());
        MvcTestResult slip = request.param("submission", UUID.randomUUID().toString())
                .param("slot", slot.toString())
                .param("name", "王小明")
                .param("contact", "13912345678")
                .exchange();
        assertThat(slip).hasStatusOk();
        Matcher query = Pattern.compile("<strong>(\\d{8})</strong>").matcher(body(slip));
        assertThat(query.find()).isTrue();
        String number = number(body(slip));
        UUID id = receptions.waiting(intake).getFirst().id();
        assertThat(mvc.get().uri("/desk/receptions/" + id).with(Staff.as(intake)))
                .bodyText()
                .doesNotContain("13912345678");
        assertThat(mvc.post()
                        .uri("/desk/receptions/" + id + "/contact")
                        .with(Staff.as(intake))
                        .with(csrf()))
                .bodyText()
                .contains("13912345678");
        assertThat(post("/receptions/" + number, "query", query.group(1)))
                .bodyText()
                .contains("信访接待员 · 登记接待");
    }

    @Test
    void it_ends_in_a_petition_or_a_note_and_not_before_it_has_begun() {
        UUID id = done(receptions.book(booking(slots().getFirst(), "麦子2026"), null));
        assertThat(receptions.end(id, 0, new Ending("note", "", "说清了"), leader))
                .isEqualTo(Doing.refused("", "reception.early"));
        clock.pass(Duration.ofDays(2));
        assertThat(receptions.end(id, 0, new Ending("", "", ""), leader))
                .isEqualTo(Doing.refused("how", "reception.how"));
        assertThat(receptions.end(id, 0, new Ending("note", "", ""), leader))
                .isEqualTo(Doing.refused("note", "reception.note"));
        assertThat(receptions.end(id, 0, new Ending("petition", "1234", ""), leader))
                .isEqualTo(Doing.refused("number", "number"));
        SignedIn other = new SignedIn(new UUID(1, 1), "other", "别人", Role.LEADER, null, null);
        assertThatThrownBy(() -> receptions.end(id, 0, new Ending("note", "", "说清了"), other))
                .as("another leader's hour")
                .isInstanceOf(NotFound.class);
        String petition = new PetitionLives(beans, staff)
                .code(new PetitionLives(beans, staff).received("路灯不亮", clock.instant()))
                .digits();
        done(receptions.end(id, 0, new Ending("petition", petition, ""), leader));
        assertThat(receptions.get(id).petition()).isEqualTo(petition);
        assertThat(receptions.waiting(leader)).isEmpty();
        assertThat(receptions.end(id, 1, new Ending("no-show", "", ""), leader))
                .isEqualTo(Doing.refused("", "reception.over"));
        assertThatThrownBy(() -> sql.sql("UPDATE supervision.reception SET state = 'NO_SHOW', petition_id = NULL")
                        .update())
                .hasMessageContaining("stays as it is");
    }

    @Test
    void that_nobody_came_is_written_down_and_nothing_else() {
        UUID id = done(receptions.book(booking(slots().getFirst(), "麦子2026"), null));
        clock.pass(Duration.ofDays(2));
        done(receptions.end(id, 0, new Ending("no-show", "", "这个人总是不来"), leader));
        assertThat(receptions.get(id).note()).isEmpty();
        assertThat(mvc.get().uri("/desk/receptions/" + id).with(Staff.as(leader)))
                .bodyText()
                .contains("约的人没有来")
                .doesNotContain("总是不来");
    }

    @Test
    void hours_that_fall_away_tell_who_booked_and_cannot_be_booked() {
        UUID id = done(receptions.book(booking(slots().getFirst(), "麦子2026"), null));
        UUID free = slots().get(1);
        UUID hour = hours.coming().getFirst().id();
        assertThat(hours.cancel(hour, "", intake)).isEqualTo(Doing.refused("reason", "reason"));
        done(hours.cancel(hour, "到省里开会", intake));
        assertThat(receptions.get(id).state()).isEqualTo("NOT_HELD");
        assertThat(receptions.book(booking(free, "麦子2026"), null)).isEqualTo(Doing.refused("", "reception.taken"));
        assertThat(mvc.get().uri("/receptions")).bodyText().contains("这一周还没有排接访");
    }

    @Test
    void weeks_are_shown_as_far_ahead_as_may_be_booked() {
        assertThat(mvc.get().uri("/receptions?week=2026-10-05")).hasStatus(404);
        assertThat(mvc.get().uri("/receptions?week=2026-12-07")).hasStatusOk();
        assertThat(mvc.get().uri("/receptions?week=2026-12-14")).hasStatus(404);
        assertThat(mvc.get().uri("/receptions?week=nonsense")).hasStatusOk();
        assertThat(mvc.get().uri("/desk/receptions").with(Staff.as(intake)))
                .hasStatusOk()
                .bodyText()
                .contains("安排接访", "信访局一楼");
    }

    private List<UUID> slots() {
        return hours.coming().stream()
                .flatMap(hour -> hour.slots().stream())
                .map(ReceptionHour.Slot::id)
                .toList();
    }

    private Hours.Wish wish(String kind, String place, LocalDate day, String from, String to, int minutes) {
        return new Hours.Wish(leader.account(), kind, place, day, LocalTime.parse(from), LocalTime.parse(to), minutes);
    }

    private static Booking booking(UUID slot, String query) {
        return new Booking(UUID.randomUUID(), slot, "路灯", "", "", query, "online");
    }

    private static UUID done(Doing doing) {
        assertThat(doing).isInstanceOf(Doing.Done.class);
        return ((Doing.Done) doing).id();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(String page) {
        Matcher number = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(page);
        assertThat(number.find()).as("a number on the page").isTrue();
        return number.group().replace(" ", "");
    }

    private static String value(String page, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
