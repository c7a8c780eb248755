package io.huiyin.server.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.audit.Audit;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HuiyinTest
class FramePagesTest {

    static final Quarter Q3 = new Quarter(2026, 3);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @TempDir
    Path folder;

    @Test
    void the_office_freezes_and_draws_and_the_command_repeats_the_draw_byte_for_byte() throws Exception {
        SignedIn office = Staff.account(accounts, Role.ASSESSMENT, null);
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("10", "民政局", "department").unit("9", "东,风\"乡", "township");
            county.matters("10", "on-the-spot", Q3, 70)
                    .matters("9", "complex", Q3, 30)
                    .withoutContact("9", 12);
        }
        assertThat(get("/desk/frames", office)).contains("封存 2026Q3 的名单");
        assertThat(mvc.post()
                        .uri("/desk/frames")
                        .param("quarter", "2026Q3")
                        .with(Staff.as(office))
                        .with(csrf()))
                .hasRedirectedUrl("/desk/frames/2026Q3");
        assertThat(get("/desk/frames/2026Q3", office)).contains("60%，偏低").contains("骰子");
        MvcTestResult drawn = draw(office, "3141 5926 5358 9793 2384", "9");
        String address = drawn.getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/desk/draws/");
        String page = get(address, office);
        String seed = page.replaceAll("(?s).*--seed ([0-9a-f]{64}).*", "$1");
        for (String file : new String[] {"frame.csv", "sizes.csv", "sample.csv"})
            Files.writeString(folder.resolve(file), get(address + "/" + file, office));
        StringWriter out = new StringWriter();
        int code = Audit.run(
                new PrintWriter(out),
                new PrintWriter(System.err, true),
                "draw",
                folder.resolve("frame.csv").toString(),
                "--strata",
                "unit,type",
                "--seed",
                seed,
                "--sizes",
                folder.resolve("sizes.csv").toString());
        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("sample.csv")));
        assertThat(out.toString().lines()).hasSize(1 + 28 + 28);
    }

    @Test
    void a_form_with_nonsense_comes_back_with_one_sentence_a_field() throws Exception {
        SignedIn office = Staff.account(accounts, Role.ASSESSMENT, null);
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("A", "民政局", "department").matters("A", "on-the-spot", Q3, 7);
        }
        mvc.post()
                .uri("/desk/frames")
                .param("quarter", "2026Q3")
                .with(Staff.as(office))
                .with(csrf())
                .exchange();
        assertThat(draw(office, "12345", "9"))
                .hasStatus(422)
                .bodyText()
                .contains("至少要有 20 个数字")
                .contains("value=\"12345\"");
        assertThat(draw(office, "3141592653589793238462643", "-3"))
                .hasStatus(422)
                .bodyText()
                .contains("1 到");
        assertThat(mvc.post()
                        .uri("/desk/frames")
                        .param("quarter", "2026Q4")
                        .with(Staff.as(office))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("还没有结束");
        assertThat(mvc.get().uri("/desk/frames/2026Q9").with(Staff.as(office))).hasStatus(404);
        assertThat(get("/desk/cycles", office)).contains("还没有考核周期");
    }

    private MvcTestResult draw(SignedIn office, String entropy, String interviews) {
        return mvc.post()
                .uri("/desk/frames/2026Q3/draw")
                .param("entropy", entropy)
                .param("interviews", interviews)
                .param("reserve", "0")
                .with(Staff.as(office))
                .with(csrf())
                .exchange();
    }

    private String get(String address, SignedIn by) {
        MvcTestResult result = mvc.get().uri(address).with(Staff.as(by)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
