package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DesignCommandTest extends CommandTest {

    /** Units a (one stratum of 4,000), b (3,000 and 1,000) and c (20 matters). */
    private Path frame() throws IOException {
        List<String> lines = new ArrayList<>(List.of("matter,unit,type"));
        for (int i = 0; i < 4000; i++) {
            lines.add("a" + i + ",a,1");
            lines.add("b" + i + ",b," + (i < 3000 ? 1 : 2));
            if (i < 20) {
                lines.add("c" + i + ",c,1");
            }
        }
        return file("f.csv", lines.toArray(String[]::new));
    }

    private JsonNode design(Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("design", frame()));
        arguments.addAll(List.of(more));
        return JsonMapper.shared().readTree(run(arguments.toArray()).out());
    }

    @Test
    void the_least_draw_that_reaches_the_precision_by_hand() throws IOException {
        JsonNode units = design("--precision", 5, "--response", 0.5).get("units");
        // 25.4 t(7 + n) sqrt((1 - n/4000)/n) <= 5 first at n = 99: 198 people at a response of one half
        assertThat(units.get("people").get(0).asInt()).isEqualTo(198);
        assertThat(units.get("interviews").get(0).asDouble()).isEqualTo(99);
        assertThat(units.get("half_width").get(0).asDouble()).isBetween(4.95, 5.0);
        assertThat(units.get("half_width_silent").get(0).asDouble())
                .isCloseTo(units.get("half_width").get(0).asDouble() + 5, within(1e-12));
        assertThat(units.get("reached").get(0).asBoolean()).isTrue();
    }

    @Test
    void a_unit_that_is_too_small_says_so_and_calls_everybody() throws IOException {
        JsonNode json = design("--precision", 5, "--response", 0.5);
        assertThat(json.get("units").get("people").get(2).asInt()).isEqualTo(20);
        assertThat(json.get("units").get("reached").get(2).asBoolean()).isFalse();
        assertThat(json.get("total").get("reached").asBoolean()).isFalse();
        assertThat(json.get("total").get("N").asInt()).isEqualTo(8020);
    }

    @Test
    void calls_dials_and_hours_follow_from_the_response() throws IOException {
        JsonNode total = design(
                        "--precision",
                        10,
                        "--response",
                        0.75,
                        "--attempts",
                        2,
                        "--dial-minutes",
                        2,
                        "--interview-minutes",
                        10)
                .get("total");
        double people = total.get("people").asDouble();
        // one dial in two is answered: 1 - (1 - 1/2)^2 = 3/4, so 1.5 dials to a person
        assertThat(total.get("dials").asDouble()).isCloseTo(1.5 * people, within(1e-9));
        assertThat(total.get("hours").asDouble()).isCloseTo((3 * people + 7.5 * people) / 60, within(1e-9));
    }

    @Test
    void dear_types_are_asked_less_and_no_stratum_less_than_the_least() throws IOException {
        Path costs = file("costs.csv", "type,cost", "2,16");
        JsonNode even = design("--precision", 5, "--response", 1).get("strata");
        JsonNode dear =
                design("--precision", 5, "--response", 1, "--costs", costs).get("strata");
        assertThat(even.get("n").get(1).asDouble() / even.get("n").get(2).asDouble())
                .isCloseTo(3, within(0.15));
        assertThat(dear.get("n").get(1).asDouble() / dear.get("n").get(2).asDouble())
                .isCloseTo(12, within(1.0));
        JsonNode least =
                design("--precision", 40, "--response", 0.5, "--least", 6).get("strata");
        assertThat(least.get("n").valueStream().map(JsonNode::asInt).toList()).containsExactly(12, 12, 12, 12);
    }

    @Test
    void interviews_of_the_frame_tell_the_spread() throws IOException {
        List<String> lines = new ArrayList<>(List.of("matter,unit,type,x,N_h,n_h,sampled,resp,y"));
        for (int i = 0; i < 1000; i++) {
            String type = i % 2 == 0 ? "even" : "odd";
            String asked = i < 100 ? "1,1," + (type.equals("even") ? 4 : 1 + i / 2 % 2 * 4) : "0,0,";
            lines.add("m" + i + ",u," + type + ",,500,50," + asked);
        }
        JsonNode json = JsonMapper.shared()
                .readTree(run("design", file("f.csv", lines.toArray(String[]::new)), "--precision", 5, "--response", 1)
                        .out());
        assertThat(json.get("spread").get("from").asString()).isEqualTo("interviews");
        assertThat(json.get("spread").get("sd").get(1).asDouble())
                .isGreaterThan(2 * json.get("spread").get("sd").get(0).asDouble());
        JsonNode n = json.get("strata").get("n");
        assertThat(n.get(1).asInt()).isGreaterThan(2 * n.get(0).asInt());
    }

    @Test
    void the_sizes_can_be_drawn() throws IOException {
        Path sizes = folder.resolve("sizes.csv");
        design("--precision", 10, "--response", 0.5, "--sizes", sizes);
        assertThat(Files.readAllLines(sizes).getFirst()).isEqualTo("unit,type,n,reserve");
        Outcome drawn = run("draw", frame(), "--strata", "unit,type", "--seed", "00ff", "--sizes", sizes);
        assertThat(drawn.code()).isZero();
        long rows = Files.readAllLines(sizes).stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[2]))
                .sum();
        assertThat(drawn.out().lines().count()).isEqualTo(rows + 1);
    }

    @Test
    void the_table_says_what_it_means_in_people_and_hours() throws IOException {
        String table = run("design", frame(), "--precision", 5, "--response", 0.3, "--table")
                .out();
        assertThat(table).startsWith("unit  matters  people called  interviews").contains("too few matters for that");
        assertThat(table.lines().count()).isEqualTo(5);
    }

    @Test
    void refuses_what_makes_no_sense() throws IOException {
        Path frame = frame();
        assertRefused(
                run("design", frame, "--precision", 0, "--response", 0.3), "the precision must be above 0 points: 0.0");
        assertRefused(
                run("design", frame, "--precision", 5, "--response", 30),
                "the response must be above 0 and at most 1: 30.0");
        assertRefused(
                run("design", frame, "--precision", 5, "--response", 0.3, "--costs", file("c.csv", "type,cost", "1,0")),
                "the cost of type 1 must be above 0: 0.0");
        assertRefused(
                run("design", file("n.csv", "matter,unit", "1,a"), "--precision", 5, "--response", 0.3),
                "n.csv, row 1, column type: the column is missing");
        assertRefused(
                run("design", file("e.csv", "matter,unit,type", "1,,a"), "--precision", 5, "--response", 0.3),
                "e.csv, row 2, column unit: the cell is empty");
        assertRefused(
                run("design", file("e.csv", "matter,unit,type"), "--precision", 5, "--response", 0.3),
                "e.csv: there is no row below the header");
        assertRefused(
                run("design", file("s.csv", "matter,unit,type,M_u", "1,a,b,3"), "--precision", 5, "--response", 0.3),
                "s.csv, row 1, column M_u: sizes are computed for stratified frames only, not for sections");
        assertThat(run("design", frame).code()).isEqualTo(2);
    }
}
