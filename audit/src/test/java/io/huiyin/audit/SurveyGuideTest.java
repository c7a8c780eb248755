package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of the help page and of docs/survey.md do what is said there. */
class SurveyGuideTest extends CommandTest {
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");
    private static final Pattern COMMAND = Pattern.compile("\\./huiyin survey ([^`\n]+\\.csv [^`\n]+)");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_]+\\.(csv|json)");

    @BeforeEach
    void needs_the_shared_data() {
        assumeTrue(Files.exists(STATS), () -> "skipped: there is no " + STATS + " beside the repository");
    }

    @Test
    void examples_of_the_help_page_equal_the_reference() throws IOException {
        JsonNode reference = JsonMapper.shared()
                .readTree(STATS.resolve("ref/api_reference.json").toFile());
        String id = "";
        int compared = 0;
        for (String line :
                run("survey", "--help").out().lines().map(String::strip).toList()) {
            if (line.startsWith("# ")) {
                id = line.substring(2, line.indexOf(':'));
            } else if (line.startsWith("printf")) {
                String[] parts = line.split("'");
                file(parts[2].replace(">", "").strip(), parts[1].replace("\\n", "\n"));
            } else if (line.startsWith("./huiyin survey") && line.contains("--of")) {
                JsonNode ours = json(line.substring("./huiyin survey ".length()));
                assertEqual(id + " est", ours.get("est"), reference.get(id).get("est"));
                assertEqual(id + " se", ours.get("se"), reference.get(id).get("se"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(11);
    }

    @Test
    void commands_of_the_guide_run() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "survey.md"));
        Matcher commands = COMMAND.matcher(guide);
        int count = 0;
        while (commands.find()) {
            JsonNode json = json(commands.group(1));
            json.get("est").forEach(est -> assertThat(est.isNumber()).isTrue());
            json.get("se").forEach(se -> assertThat(se.isNumber()).isTrue());
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(13);
    }

    @Test
    void every_option_is_explained() {
        String help = run("survey", "--help").out();
        assertThat(help)
                .contains(
                        "--ids",
                        "--strata",
                        "--fpc",
                        "--weights",
                        "--of",
                        "--statistic",
                        "--over",
                        "--q",
                        "--by",
                        "--where",
                        "--contrast",
                        "--interval",
                        "--lonely",
                        "--domain-lonely",
                        "--replicates",
                        "--type",
                        "--poststratify",
                        "--rake",
                        "--calibrate",
                        "--method",
                        "--bounds",
                        "--twophase");
    }

    private JsonNode json(String command) {
        List<Object> args = new ArrayList<>(List.of("survey"));
        for (String word : command.strip().split(" +")) {
            args.add(FILE.matcher(word).replaceAll(m -> Matcher.quoteReplacement(placed(m.group()))));
        }
        Outcome outcome = run(args.toArray());
        assertThat(outcome.err()).as(command).isEmpty();
        return JsonMapper.shared().readTree(outcome.out());
    }

    private String placed(String name) {
        Path own = folder.resolve(name);
        return (Files.exists(own) ? own : STATS.resolve(name)).toString();
    }

    private static void assertEqual(String what, JsonNode ours, JsonNode expected) {
        for (int i = 0; i < ours.size(); i++) {
            double theirs = (expected.isArray() ? expected.get(i) : expected).asDouble();
            assertThat(Math.abs(ours.get(i).asDouble() - theirs))
                    .as("%s: %s against %s", what, ours.get(i), theirs)
                    .isLessThanOrEqualTo(1e-7 * Math.abs(theirs));
        }
    }
}
