package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data of api_reference.json, the short names of its designs, and its numbers. */
abstract class SurveyReferences extends CommandTest {
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");

    @BeforeEach
    void needs_the_shared_data() {
        assumeTrue(Files.exists(STATS), () -> "skipped: there is no " + STATS + " beside the repository");
    }

    static JsonNode reference() {
        return JsonMapper.shared()
                .readTree(STATS.resolve("ref/api_reference.json").toFile());
    }

    JsonNode survey(String command) throws IOException {
        String words = command.replace("STRAT ", "apistrat.csv --strata stype --weights pw --fpc fpc ")
                .replace("CLUS1 ", "apiclus1.csv --ids dnum --weights pw --fpc fpc ")
                .replace("CLUS2 ", "apiclus2.csv --ids dnum,snum --fpc fpc1,fpc2 ")
                .replace("LONELY ", "apistrat_lonelyH.csv --strata stype --weights pw --fpc fpc ")
                .replace("LONELY-NOFPC ", "apistrat_lonelyH.csv --strata stype --weights pw ")
                .replace("DOMAIN ", "domain.csv --strata stype --weights pw --fpc fpc --where dom=1 ")
                .replace("CONSTANT ", "constant.csv --strata stype --weights pw --fpc fpc ")
                .replace("CENSUS ", "census.csv --strata stype --weights pw --fpc fpc ");
        write();
        List<Object> args = new ArrayList<>(List.of("survey"));
        for (String word : words.strip().split(" +")) {
            args.add(placed(word));
        }
        Outcome outcome = run(args.toArray());
        assertThat(outcome.err()).isEmpty();
        return JsonMapper.shared().readTree(outcome.out());
    }

    String placed(String word) {
        StringBuilder placed = new StringBuilder();
        for (String part : word.split("(?<=[=,])")) {
            boolean file = part.matches(".*\\.(csv|json),?");
            Path own = folder.resolve(part.replace(",", ""));
            Path shared = STATS.resolve(part.replace(",", ""));
            placed.append(file ? (Files.exists(own) ? own : shared) + (part.endsWith(",") ? "," : "") : part);
        }
        return placed.toString();
    }

    void write() throws IOException {
        file("stype.csv", "level,N", "E,4421", "H,755", "M,1018");
        file("wide.csv", "level,N", "No,1072", "Yes,5122");
        file("stype-terms.csv", "term,total", "(Intercept),6194", "stypeH,755", "stypeM,1018");
        file("terms.csv", "term,total", "(Intercept),6194", "stypeH,755", "stypeM,1018", "api99,3914069");
        file("api99.csv", "term,total", "api99,3914069");
        file("separate.csv", "term,total", "stypeE:enroll,1877350", "stypeH:enroll,1013824", "stypeM:enroll,920298");
        file(
                "pbc.json",
                "{\"subset\": \"randomized\", \"phase1\": {\"ids\": [\"id\"]}, \"phase2\": {\"ids\": [\"id\"]}}");
        file("pbc-approx.json", "{\"subset\": \"randomized\", \"method\": \"approx\"}");
        file(
                "mu284.json",
                "{\"subset\": \"sub\", \"phase1\": {\"ids\": [\"id1\"], \"fpc\": [\"n1\"]},",
                "\"phase2\": {\"ids\": [\"id\"], \"strata\": [\"id1\"]}}");
        String nwtco = "{\"subset\": \"incc2\", \"phase2\": {\"strata\": [\"rel\", \"instit\"]}";
        file("nwtco.json", nwtco + "}");
        file("nwtco-cal.json", nwtco + ", \"calibrate\": [\"rel:stage:instit\"]}");
        List<String> strat = Files.readAllLines(STATS.resolve("apistrat.csv"));
        List<String> header = List.of(strat.getFirst().replace("\"", "").split(","));
        List<String> domain = new ArrayList<>(List.of(strat.getFirst() + ",dom"));
        List<String> constant = new ArrayList<>(List.of(strat.getFirst() + ",k,onezero,one"));
        List<String> census = new ArrayList<>(List.of(strat.getFirst()));
        boolean seen = false;
        for (String line : strat.subList(1, strat.size())) {
            String type = line.split(",")[1].replace("\"", "");
            boolean high = type.equals("H");
            domain.add(line + (high && seen ? ",0" : ",1"));
            seen |= high;
            constant.add(line + ",5," + (high ? 1 : 0) + ",1");
            String[] cells = line.split(",", -1);
            if (high) {
                cells[header.indexOf("pw")] = "1";
                cells[header.indexOf("fpc")] = "50";
            }
            census.add(String.join(",", cells));
        }
        file("domain.csv", domain.toArray(String[]::new));
        file("constant.csv", constant.toArray(String[]::new));
        file("census.csv", census.toArray(String[]::new));
    }

    static void assertClose(String what, JsonNode ours, JsonNode expected, double tolerance) {
        if (!expected.isArray()) {
            assertNear(what, ours.get(0).asDouble(), expected.asDouble(), tolerance, 0);
            return;
        }
        assertThat(ours.size()).as(what).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertNear(what, ours.get(i).asDouble(), expected.get(i).asDouble(), tolerance, 1e-15);
        }
    }

    static void assertNear(String what, double ours, double expected, double relative, double absolute) {
        assertThat(Math.abs(ours - expected))
                .as("%s: %s against %s", what, ours, expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected) + absolute);
    }
}
