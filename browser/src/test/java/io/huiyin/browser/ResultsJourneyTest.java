package io.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A resident reads results; an auditor recomputes them with the outsider's command. */
class ResultsJourneyTest {

    @Test
    void from_the_home_to_one_unit() {
        try (Visitor resident = Visitor.onPhone()) {
            resident.open("/results").looksRight("results-list-phone");
            resident.page.click("main a[href^='/results/']");
            resident.looksRight("results-phone");
            assertThat(resident.page.locator("main svg").count()).isPositive();
            assertThat(resident.page.locator("main table").count())
                    .as("a table behind each plot")
                    .isPositive();
            assertThat(resident.text()).doesNotContain("普查");
            resident.page.locator("table th a[href^='/results/']").first().click();
            resident.looksRight("results-unit-phone");
        }
    }

    @Test
    void the_table_is_put_in_another_order_without_script() {
        try (Visitor resident = Visitor.withoutScript()) {
            resident.open(cycle());
            resident.page.locator("th a[href*='sort=matters']").first().click();
            resident.page.waitForURL("**sort=matters**");
            assertThat(resident.page.locator("th[aria-sort=descending]").count())
                    .isPositive();
            resident.looksRight("results-sorted-phone");
        }
    }

    @Test
    void the_whole_page_fits_desk_and_small_phone() {
        try (Visitor desk = Visitor.atDesk();
                Visitor small = Visitor.onSmallPhone();
                Visitor english = Visitor.inEnglish()) {
            desk.open(cycle()).looksRight("results-desk");
            small.open(cycle()).looksRight("results-small-phone");
            english.open(cycle()).looksRight("results-english");
        }
    }

    @Test
    void assess_recomputes_the_published_numbers_digit_for_digit() throws IOException, InterruptedException {
        Path frame = downloadAs("auditor", "/desk/results/" + code() + "/frame.csv");
        Path published = Path.of("target", "results.csv");
        try (Visitor anybody = Visitor.atDesk()) {
            anybody.open("/");
            Files.write(
                    published,
                    anybody.page
                            .request()
                            .get(Site.site().address("/data/" + code() + "/results.csv"))
                            .body());
        }
        String json = run("assess", frame.toAbsolutePath().toString());
        List<String> lines = Files.readAllLines(published, StandardCharsets.UTF_8);
        List<String> names = List.of(lines.getFirst().replace("\uFEFF", "").split(","));
        String scores = array(json, "D");
        String lows = array(json, "published_lo");
        int shown = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[names.indexOf("status")].equals("ok")) continue;
            assertThat(scores).contains(cells[names.indexOf("score")]);
            assertThat(lows).contains(cells[names.indexOf("low")]);
            shown++;
        }
        assertThat(shown).as("units with a score").isGreaterThan(10);
    }

    @Test
    void draw_repeats_the_sample_byte_for_byte() throws IOException, InterruptedException {
        String draw;
        String seed;
        try (Visitor auditor = Visitor.atDesk()) {
            auditor.signIn("auditor").open("/desk/frames");
            auditor.looksRight("frames-desk");
            auditor.page.locator("main h2 a").nth(1).click();
            auditor.page.locator("main a[href^='/desk/draws/']").first().click();
            auditor.looksRight("draw-desk");
            draw = auditor.page.url().replaceAll(".*(/desk/draws/[^/?#]+).*", "$1");
            Matcher hex = Pattern.compile("--seed ([0-9a-f]{64})").matcher(auditor.text());
            assertThat(hex.find())
                    .as("the page gives the command with the seed")
                    .isTrue();
            seed = hex.group(1);
        }
        Path frame = downloadAs("auditor", draw + "/frame.csv");
        Path sizes = downloadAs("auditor", draw + "/sizes.csv");
        Path sample = downloadAs("auditor", draw + "/sample.csv");
        String drawn =
                run("draw", frame.toString(), "--strata", "unit,type", "--seed", seed, "--sizes", sizes.toString());
        assertThat(drawn).isEqualTo(Files.readString(sample));
    }

    private static String code() {
        return cycle().replace("/results/", "");
    }

    private static String cycle() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/results");
            return visitor.page.locator("main a[href^='/results/']").first().getAttribute("href");
        }
    }

    private static Path downloadAs(String username, String path) throws IOException {
        try (Visitor staff = Visitor.atDesk()) {
            staff.signIn(username);
            var answer = staff.page.request().get(Site.site().address(path));
            assertThat(answer.status()).as(path).isEqualTo(200);
            Path file = Path.of("target", path.replaceAll(".*/", "")).toAbsolutePath();
            Files.write(file, answer.body());
            return file;
        }
    }

    /** Standard output of the outsider's command. */
    private static String run(String... arguments) throws IOException, InterruptedException {
        Process process = Site.command(arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", arguments)).isZero();
        return output;
    }

    private static String array(String json, String name) {
        Matcher array =
                Pattern.compile("\"" + name + "\"\\s*:\\s*(\\[[^\\]]*\\])").matcher(json);
        assertThat(array.find()).as(name + " in the output").isTrue();
        return array.group(1);
    }
}
