package io.huiyin.server.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.rating.Invitations.Closed;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HuiyinTest
class CounterPagesTest {

    static final SignedIn ELSEWHERE = Staff.somebody(Role.HANDLER, "GA");

    @Autowired
    MockMvc mvc;

    @Autowired
    Invitations invitations;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    UUID matter;
    SignedIn handler;

    @BeforeEach
    void a_closed_matter() {
        handler = Staff.account(accounts, Role.HANDLER, "MZ");
        AMatter closed = AMatter.closed();
        matter = closed.in();
        invitations.open(List.of(new Closed(matter, closed.closedAt())));
    }

    @Test
    void the_slip_carries_the_link_and_the_code_and_no_name() throws Exception {
        String page = page("/desk/matters/" + matter + "/slip", handler);
        Slip slip = invitations.slip(matter).orElseThrow();
        assertThat(page).contains(slip.code().spaced(), "2026年11月9日", "低保申请");
        assertThat(scanned(page)).isEqualTo("http://localhost/rate#k=" + slip.secret());
    }

    @Test
    void every_printing_stays_on_record_and_there_are_two() {
        SignedIn head = Staff.account(accounts, Role.UNIT_HEAD, "MZ");
        invitations.slip(matter, handler);
        invitations.slip(matter, handler);
        invitations.slip(matter, head);
        assertThat(sql.sql("SELECT count(*) FROM rating.printing")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        clock.pass(Duration.ofDays(1));
        assertThatThrownBy(() -> invitations.slip(matter, handler)).isInstanceOf(Denied.class);
    }

    @Test
    void the_slip_is_for_staff_of_the_own_unit() throws Exception {
        assertThatThrownBy(() -> invitations.slip(matter, ELSEWHERE)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> invitations.slip(UUID.randomUUID(), handler)).isInstanceOf(NotFound.class);
        mvc.perform(get("/desk/matters/" + matter + "/slip").with(Staff.as(Staff.somebody(Role.ADMINISTRATOR, "MZ"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_poster_carries_no_secret_and_shows_any_counter_as_text() throws Exception {
        String page = page("/desk/poster?counter={name}", handler, "<script>3 号窗口");
        assertThat(page).contains("&lt;script&gt;3 号窗口").doesNotContain("<script>3");
        assertThat(scanned(page)).isEqualTo("http://localhost/rate");
    }

    @Test
    void a_tap_on_the_tablet_is_one_row_of_the_counter() throws Exception {
        String faces = page("/desk/matters/" + matter + "/tap", handler);
        Matcher submission =
                Pattern.compile("name=\"submission\" value=\"([^\"]*)\"").matcher(faces);
        assertThat(submission.find()).isTrue();
        for (int i = 0; i < 2; i++)
            mvc.perform(post("/desk/matters/" + matter + "/tap")
                            .with(Staff.as(handler))
                            .with(csrf())
                            .param("submission", submission.group(1))
                            .param("overall", "5"))
                    .andExpect(status().isOk());
        assertThat(sql.sql("SELECT channel || ' ' || terminal || ' ' || overall FROM rating.rating")
                        .query(String.class)
                        .single())
                .isEqualTo("counter test-handler 5");
        assertThat(invitations.open(invitations.slip(matter).orElseThrow().secret()))
                .isInstanceOf(Opening.Opened.class);
    }

    private String page(String address, SignedIn by, Object... variables) throws Exception {
        return mvc.perform(get(address, variables).with(Staff.as(by)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Draws the page's QR code, four pixels a module, and reads it as a phone would. */
    private static String scanned(String page) throws Exception {
        Matcher svg = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\" role=\"img\"[^>]*><path d=\"([^\"]*)\"")
                .matcher(page);
        assertThat(svg.find()).isTrue();
        int size = Integer.parseInt(svg.group(1)) * 4;
        int[] pixels = new int[size * size];
        java.util.Arrays.fill(pixels, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg.group(2));
        while (run.find())
            for (int y = 0; y < 4; y++)
                for (int x = 0; x < Integer.parseInt(run.group(3)) * 4; x++)
                    pixels[(Integer.parseInt(run.group(2)) * 4 + y) * size + Integer.parseInt(run.group(1)) * 4 + x] =
                            0;
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
                .getText();
    }
}
