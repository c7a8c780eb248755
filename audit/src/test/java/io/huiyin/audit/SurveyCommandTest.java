package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurveyCommandTest extends CommandTest {
    /** Two strata of 10, two units drawn in each. */
    private static final String[] DATA = {
        "h,N,w,y,x,g,yes", "a,10,5,1,2,u,0", "a,10,5,3,2,v,1", "b,10,5,5,4,u,1", "b,10,5,10,4,v,1",
    };

    private JsonNode json(Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "survey";
        System.arraycopy(args, 0, all, 1, args.length);
        Outcome outcome = run(all);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return JsonMapper.shared().readTree(outcome.out());
    }

    @Test
    void prints_parallel_arrays() throws IOException {
        Path data = file("d.csv", DATA);
        JsonNode json = json(data, "--strata", "h", "--fpc", "N", "--of", "y");
        assertThat(json.propertyNames())
                .containsExactly("names", "est", "se", "ci", "df", "vcov", "deff", "n", "notes");
        assertThat(json.get("names").get(0).asString()).isEqualTo("y");
        assertThat(json.get("est").get(0).asDouble()).isEqualTo(4.75);
        // strata: 0.25 (1 - 0.2)/2 (2 + 12.5)
        assertThat(json.get("vcov").get(0).get(0).asDouble()).isCloseTo(0.1 * 14.5, within(1e-12));
        assertThat(json.get("df").get(0).asInt()).isEqualTo(2);
        json.forEach(column -> assertThat(column.isArray()).isTrue());
    }

    @Test
    void a_text_variable_gives_one_row_a_level() throws IOException {
        Path data = file("d.csv", DATA);
        assertThat(names(json(data, "--weights", "w", "--of", "g"))).containsExactly("gu", "gv");
        assertThat(names(json(data, "--weights", "w", "--of", "g=v,y"))).containsExactly("g=v", "y");
        assertThat(names(json(data, "--weights", "w", "--of", "factor(x)"))).containsExactly("x2", "x4");
        assertThat(names(json(data, "--weights", "w", "--of", "yes", "--statistic", "share")))
                .containsExactly("yes");
        assertThat(names(json(data, "--weights", "w", "--of", "y", "--by", "h,g")))
                .containsExactly("a.u", "b.u", "a.v", "b.v");
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.get("names").forEach(name -> names.add(name.asString()));
        return names;
    }

    @Test
    void empty_cells_are_left_out_and_counted() throws IOException {
        String[] rows = DATA.clone();
        rows[1] = "a,10,5,,2,u,0";
        JsonNode json = json(file("d.csv", rows), "--weights", "w", "--of", "y");
        assertThat(json.get("est").get(0).asDouble()).isEqualTo(6);
        assertThat(json.get("n").get(0).asInt()).isEqualTo(3);
        assertThat(json.get("notes").get(0).asString()).isEqualTo("rows left out for missing values: 1");
    }

    @Test
    void shuffled_rows_a_byte_order_mark_and_gzip_change_nothing() throws IOException {
        List<String> rows = new ArrayList<>(Arrays.asList(DATA).subList(1, DATA.length));
        String plain = run("survey", file("d.csv", DATA), "--strata", "h", "--weights", "w", "--of", "y,g", "--by", "g")
                .out();
        Collections.reverse(rows);
        Path gz = folder.resolve("e.csv.gz");
        Files.write(gz, gzipped("\uFEFF" + DATA[0] + "\r\n" + String.join("\r\n", rows) + "\r\n"));
        assertThat(run("survey", gz, "--strata", "h", "--weights", "w", "--of", "y,g", "--by", "g")
                        .out())
                .isEqualTo(plain);
    }

    @Test
    void a_missing_number_is_its_reasons_word() throws IOException {
        String[] rows = DATA.clone();
        rows[1] = "a,10,5,,2,t,0";
        JsonNode json = json(file("d.csv", rows), "--weights", "w", "--of", "y", "--by", "g");
        assertThat(json.get("est").get(0).asString()).isEqualTo("empty-domain");
        assertThat(json.get("se").get(0).asString()).isEqualTo("empty-domain");
        assertThat(json.get("se").get(1).asString()).isEqualTo("one-unit");
        assertThat(json.get("ci").get(1).get(0).asString()).isEqualTo("one-unit");
        assertThat(json.get("vcov").get(1).get(2).asString()).isEqualTo("one-unit");
        assertThat(json.get("se").get(2).isNumber()).isTrue();
    }

    @Test
    void lonely_strata_are_pooled_unless_told_otherwise() throws IOException {
        Path data = file("d.csv", Arrays.copyOf(DATA, DATA.length - 1));
        JsonNode json = json(data, "--strata", "h", "--fpc", "N", "--weights", "w", "--of", "y");
        assertThat(json.get("se").get(0).isNumber()).isTrue();
        assertThat(json.get("notes").get(0).asString()).isEqualTo("strata pooled because only one unit was drawn: 2");
        assertRefused(
                run("survey", data, "--strata", "h", "--weights", "w", "--of", "y", "--lonely", "fail"),
                "d.csv: lonely-stratum-refused: 有一层只抽了一个单元，而选择了遇此即停。 "
                        + "A stratum has one drawn unit, and --lonely fail was chosen. (another --lonely would go on)");
    }

    @Test
    void writes_a_table_and_a_file() throws IOException {
        Path data = file("d.csv", DATA);
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--table").out())
                .contains("estimate")
                .contains("4.750000");
        Path out = folder.resolve("out.json");
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--out", out)
                        .out())
                .isEmpty();
        assertThat(Files.readString(out)).startsWith("{\n  \"names\": [\"y\"]");
    }

    @Test
    void refuses_bad_cells() throws IOException {
        refusesCell(1, "a,x,5,1,2,u,0", "row 2, column N: 'x' is not a number");
        refusesCell(2, "a,,5,3,2,v,1", "row 3, column N: the cell is empty");
        refusesCell(2, "a,10,5,three,2,v,1", "row 3, column y: 'three' is not a number");
        refusesCell(2, "a,10,5,NaN,2,v,1", "row 3, column y: 'NaN' is not a number");
        refusesCell(2, ",10,5,3,2,v,1", "row 3, column h: the cell is empty");
        refusesCell(2, "a,10,5,3,2", "row 3, column x: the row has 5 fields, the header 7");
        refusesCell(
                2,
                "a,11,5,3,2,v,1",
                "population-differs: 同一层内给出了不同的总体数。 "
                        + "The population sizes differ inside one stratum. (stage 1, row 3: 11.0, above 10.0)");
        refusesCell(
                2,
                "a,10,-5,3,2,v,1",
                "bad-weight: 权数必须是不小于零的数。 " + "A weight must be a number that is not negative. (row 3: -5.0)");
    }

    private void refusesCell(int row, String line, String sentence) throws IOException {
        String[] rows = DATA.clone();
        rows[row] = line;
        String between = sentence.startsWith("row") ? ", " : ": ";
        assertRefused(
                run("survey", file("d.csv", rows), "--strata", "h", "--fpc", "N", "--weights", "w", "--of", "y"),
                "d.csv" + between + sentence);
    }

    @Test
    void refuses_what_cannot_be_fitted() throws IOException {
        Path data = file("d.csv", DATA);
        Path good = file("g.csv", "level,N", "u,30", "v,10");
        Path other = file("h.csv", "level,N", "a,30", "b,20");
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--rake", "g=" + good + ",h=" + other)
                        .err())
                .startsWith("huiyin: d.csv: margins-disagree: 各边际的总数不相等。");
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--poststratify", "g=" + other)
                        .err())
                .startsWith("huiyin: d.csv: level-without-total:");
        Path terms = file("t.csv", "term,total", "(Intercept),40", "gv,10");
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--calibrate", terms, "--bounds", "0.9,1.1")
                        .err())
                .startsWith("huiyin: d.csv: calibration-infeasible:");
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--calibrate", file("u.csv", "term,total", "q,1"))
                        .err())
                .isEqualTo("huiyin: d.csv: no column belongs to the term 'q'" + System.lineSeparator());
        assertThat(run("survey", data, "--weights", "w", "--of", "y", "--calibrate", terms)
                        .code())
                .isZero();
    }

    @Test
    void refuses_options_that_contradict_each_other() throws IOException {
        Path data = file("d.csv", DATA);
        for (String words : List.of(
                "--of y --statistic ratio",
                "--of y --over x",
                "--of y --statistic quantile",
                "--of y --q 0.5",
                "--of y --statistic quantile --q 1.5",
                "--of y --contrast a,b",
                "--of y --by h --contrast a,c",
                "--of y --type bootstrap",
                "--of y --replicates r.csv",
                "--of y --level 2",
                "--of y --where g=w",
                "--of nothing",
                "--of y --ids g,h --fpc N",
                "--of y --interval maybe",
                "--statistic mean")) {
            List<Object> args = new ArrayList<>(List.of("survey", data));
            args.addAll(List.of(words.split(" ")));
            Outcome outcome = run(args.toArray());
            assertThat(outcome.code()).as(words).isEqualTo(2);
            assertThat(outcome.err().lines().count()).as(words + outcome.err()).isEqualTo(1);
        }
    }

    @Test
    void a_share_is_what_its_interval_is_for() throws IOException {
        JsonNode json = json(file("d.csv", DATA), "--weights", "w", "--of", "y", "--interval", "beta");
        assertThat(json.get("ci").get(0).get(0).asString()).isEqualTo("not-a-share");
        assertThat(json.get("se").get(0).isNumber()).isTrue();
    }

    @Test
    void refuses_a_bad_phase_file() throws IOException {
        Path data = file("d.csv", DATA);
        assertRefused(
                run("survey", data, "--of", "y", "--twophase", file("p.json", "{\"subste\": \"yes\"}")),
                "p.json: the key 'subste' is not known");
        assertRefused(
                run("survey", data, "--of", "y", "--twophase", file("p.json", "{\"subset\": \"g\"}")),
                "d.csv: the subset column holds more than TRUE and FALSE: [u, v]");
        assertThat(json(data, "--of", "y", "--twophase", file("p.json", "{\"subset\": \"yes\"}"))
                        .get("n")
                        .get(0)
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void codes_are_text_whatever_they_look_like() throws IOException {
        Path data = folder.resolve("c.csv");
        Files.writeString(data, "g,y\n07,1\n7,2\n7,3\n10,4\n", StandardCharsets.UTF_8);
        assertThat(names(json(data, "--of", "y", "--by", "g", "--statistic", "total")))
                .containsExactly("7", "07", "10");
    }
}
