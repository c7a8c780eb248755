package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessCommandTest extends CommandTest {
    private static final String HEADER =
            "matter,unit,section,post,person,type,channel,complexity,age,rated,x,N_h,n_h,sampled,resp,y";
    private static final Path STATS = Path.of("..", "..", "shared", "data", "stats");

    /** Six matters of one unit; HandComputedTest of the engine has the numbers. */
    private static final String[] FRAME = {
        HEADER,
        "m1,c,1,1,1,1,1,1,1,0,,6,4,0,0,",
        "m2,c,1,1,1,1,1,1,1,0,,6,4,1,0,",
        "m3,c,1,1,1,1,1,1,1,0,,6,4,1,1,3",
        "m4,c,1,1,1,1,1,1,1,1,5,6,4,0,0,",
        "m5,c,1,1,1,1,1,1,1,1,5,6,4,1,1,5",
        "m6,c,1,1,1,1,1,1,1,1,5,6,4,1,1,4",
    };

    @Test
    void prints_the_engines_numbers_in_parallel_arrays() throws IOException {
        JsonNode json =
                JsonMapper.shared().readTree(run("assess", file("f.csv", FRAME)).out());
        JsonNode units = json.get("units");
        assertThat(units.get("unit").get(0).asString()).isEqualTo("c");
        assertThat(units.get("N").get(0).asInt()).isEqualTo(6);
        assertThat(units.get("n").get(0).asInt()).isEqualTo(3);
        assertThat(units.get("D").get(0).asDouble()).isCloseTo(68.75, within(1e-12));
        assertThat(units.get("S").get(0).asDouble()).isCloseTo(75, within(1e-12));
        assertThat(units.get("response").get(0).asDouble()).isEqualTo(0.75);
        assertThat(units.get("status").get(0).asString()).isEqualTo("too-few");
        assertThat(units.get("coverage").get(0).asString()).isEqualTo("no-contact-column");
        assertThat(json.get("kappa").get("mean").get(5).asDouble()).isEqualTo(87.5);
        assertThat(json.get("flags").get(0).asString()).isEqualTo("not-compared");
        units.forEach(column -> assertThat(column.size()).isEqualTo(1));
    }

    @Test
    void takes_period_kind_and_contact_when_they_are_there() throws IOException {
        String[] frame = FRAME.clone();
        frame[0] += ",period,kind,contact";
        for (int i = 1; i < frame.length; i++) {
            frame[i] += ",2026Q1,局," + (i == 1 ? 0 : 1);
        }
        JsonNode units = JsonMapper.shared()
                .readTree(run("assess", file("f.csv", frame)).out())
                .get("units");
        assertThat(units.get("kind").get(0).asString()).isEqualTo("局");
        assertThat(units.get("coverage").get(0).asDouble()).isEqualTo(5.0 / 6);
        assertThat(units.get("D").get(0).asDouble()).isCloseTo(68.75, within(1e-12));
    }

    @Test
    void shuffled_rows_gzip_and_a_byte_order_mark_change_nothing() throws IOException {
        String plain = run("assess", file("f.csv", FRAME)).out();
        List<String> shuffled = new java.util.ArrayList<>(Arrays.asList(FRAME).subList(1, FRAME.length));
        java.util.Collections.reverse(shuffled);
        String text = "\uFEFF" + HEADER + "\r\n" + String.join("\r\n", shuffled) + "\r\n";
        Path gz = Files.write(folder.resolve("g.csv.gz"), gzipped(text));
        assertThat(run("assess", gz).out()).isEqualTo(plain);
    }

    /** The files were written by DuckDB from {@link #FRAME}: one with numbers, one with text in every column. */
    @ParameterizedTest
    @ValueSource(strings = {"frame-snappy.parquet", "frame-zstd-text.parquet"})
    void reads_parquet_as_it_reads_csv(String name) throws Exception {
        Path parquet = Path.of(AssessCommandTest.class.getResource(name).toURI());
        assertThat(run("assess", parquet))
                .isEqualTo(new Outcome(0, run("assess", file("f.csv", FRAME)).out(), ""));
    }

    @Test
    void refuses_parquet_that_is_none_and_parquet_that_was_cut() throws Exception {
        assertRefused(run("assess", folder.resolve("none.parquet")), "none.parquet: there is no such file");
        assertThat(run("assess", file("text.parquet", FRAME)).err())
                .startsWith("huiyin: text.parquet: not readable as Parquet: ");
        byte[] whole = Files.readAllBytes(Path.of(
                AssessCommandTest.class.getResource("frame-snappy.parquet").toURI()));
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("assess", cut).code()).isEqualTo(2);
    }

    @Test
    void a_scheme_changes_what_it_names_and_nothing_else() throws IOException {
        Path scheme = file("s.json", "{\"delta\": 20, \"minimum_shown\": 3}");
        JsonNode json = JsonMapper.shared()
                .readTree(
                        run("assess", file("f.csv", FRAME), "--scheme", scheme).out());
        assertThat(json.get("units").get("status").get(0).asString()).isEqualTo("ok");
        double low = json.get("units").get("lo").get(0).asDouble();
        assertThat(json.get("units").get("nr_lo").get(0).asDouble()).isCloseTo(low - 5, within(1e-12));
        assertThat(json.get("scheme").get("level").asDouble()).isEqualTo(0.95);
    }

    @Test
    void the_table_shows_no_number_of_a_unit_with_too_few_interviews() throws IOException {
        String table = run("assess", file("f.csv", FRAME), "--table").out();
        assertThat(table).contains("too few interviews for a number").doesNotContain("68.7");
    }

    @Test
    void writes_to_a_file() throws IOException {
        Path out = folder.resolve("result.json");
        Outcome outcome = run("assess", file("f.csv", FRAME), "--out", out);
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readString(out))
                .isEqualTo(run("assess", file("f.csv", FRAME)).out());
    }

    /** Every key of the reference that the output has too, down to each element; see the engine's tests for the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void recomputes_the_reference_counties(String set) throws IOException {
        Path frame = STATS.resolve("county_" + set + "_small.csv.gz");
        assumeTrue(Files.exists(frame), () -> "skipped: there is no " + frame + " beside the repository");
        JsonNode ours = JsonMapper.shared().readTree(run("assess", frame).out());
        JsonNode reference = JsonMapper.shared()
                .readTree(STATS.resolve("ref/county_" + set + "_small.json").toFile());
        for (String part : List.of("units", "kappa", "casemix", "county", "section", "chain")) {
            assertAgree(part, ours.get(part), reference.get(part));
        }
        JsonNode ranks = JsonMapper.shared()
                .readTree(STATS.resolve("ref/ranks_" + set + "_small.json").toFile());
        assertAgree("ranks.holm", ours.get("ranks").get("holm"), ranks.get("holm"));
        assertAgree("ranks.post", ours.get("ranks").get("post"), ranks.get("post"));
        for (String lambda : List.of("0.1", "0.25", "0.5")) {
            assertAgree(lambda, ours.get("grades").get("lambda_" + lambda), ranks.get("grade_" + lambda));
        }
        assertAgree("flags", ours.get("flags"), ranks.get("threeway").get("clear"));
    }

    private static void assertAgree(String what, JsonNode ours, JsonNode reference) {
        if (reference.isObject()) {
            reference.properties().stream()
                    .filter(entry -> ours.has(entry.getKey()))
                    .forEach(entry ->
                            assertAgree(what + "." + entry.getKey(), ours.get(entry.getKey()), entry.getValue()));
        } else if (reference.isArray()) {
            assertThat(ours.size()).as(what).isEqualTo(reference.size());
            for (int i = 0; i < reference.size(); i++) {
                assertAgree(what + "[" + i + "]", ours.get(i), reference.get(i));
            }
        } else if (reference.isNull()) {
            // R has no count of ratings where nobody rated; we count 0
            assertThat(ours.isString() || ours.asInt() == 0).as(what).isTrue();
        } else if (reference.isNumber() && ours.isNumber()) {
            double expected = reference.asDouble();
            assertThat(ours.asDouble()).as(what).isCloseTo(expected, within(1e-8 * Math.max(1e-3, Math.abs(expected))));
        } else {
            assertThat(ours.asString()).as(what).isEqualTo(reference.asString());
        }
    }

    @Test
    void compares_adjusted_scores_unless_the_frame_has_kinds_or_it_is_asked_otherwise() throws IOException {
        Path frame = file("f.csv", FRAME);
        String[] kinds = FRAME.clone();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += i == 0 ? ",kind" : ",bureau";
        }
        Path withKinds = file("k.csv", kinds);
        assertThat(compared("assess", frame)).isTrue();
        assertThat(compared("assess", frame, "--casemix", "no")).isFalse();
        assertThat(compared("assess", withKinds)).isFalse();
        assertThat(compared("assess", withKinds, "--casemix", "yes")).isTrue();
        assertThat(run("assess", frame, "--casemix", "maybe").code()).isEqualTo(2);
    }

    private boolean compared(Object... arguments) {
        return JsonMapper.shared()
                .readTree(run(arguments).out())
                .get("casemix")
                .get("compared")
                .asBoolean();
    }

    @Test
    void without_circumstances_that_vary_the_adjusted_score_is_the_score() throws IOException {
        JsonNode json =
                JsonMapper.shared().readTree(run("assess", file("f.csv", FRAME)).out());
        assertThat(json.get("casemix").get("names").size()).isZero();
        assertThat(json.get("units").get("D_adj")).isEqualTo(json.get("units").get("D"));
    }

    @Test
    void errors_allow_for_persons_when_a_column_names_them() throws IOException {
        String[] frame = FRAME.clone();
        String[] owners = {",who", ",a", ",a", ",a", ",b", ",b", ",a"};
        for (int i = 0; i < frame.length; i++) {
            frame[i] += owners[i];
        }
        Path named = file("f.csv", frame);
        JsonNode plain = JsonMapper.shared().readTree(run("assess", named).out());
        JsonNode over = JsonMapper.shared()
                .readTree(run("assess", named, "--cluster", "who").out());
        assertThat(plain.has("cluster")).isFalse();
        assertThat(over.get("cluster").get("persons").asInt()).isEqualTo(2);
        assertThat(over.get("cluster").get("units").get("largest").get(0).asInt())
                .isEqualTo(2);
        assertThat(over.get("units").get("D")).isEqualTo(plain.get("units").get("D"));
        // a: 50 and 75 points, b: 100; deviations -25, 0, 25 from 75; 1 - 3/6; z = (-25/sqrt(1/3), 25/sqrt(2/3))/3
        assertThat(over.get("units").get("S_se").get(0).asDouble())
                .isCloseTo(Math.sqrt(0.5 * 625 * (3 + 1.5) / 9), within(1e-12));
        assertRefused(run("assess", named, "--cluster", "whom"), "f.csv, row 1, column whom: the column is missing");
    }

    @Test
    void traces_turn_the_signals_on() throws IOException {
        String[] traces = {
            ",day,minute,delay_s,device",
            ",1,600,,",
            ",1,600,,",
            ",1,600,,",
            ",1,600,30,7",
            ",1,640,119,7",
            ",1,700,120,8"
        };
        String[] frame = FRAME.clone();
        for (int i = 0; i < frame.length; i++) {
            frame[i] += traces[i];
        }
        Path traced = file("f.csv", frame);
        JsonNode json = JsonMapper.shared().readTree(run("assess", traced).out());
        JsonNode person = json.get("signals").get("person");
        assertThat(person.get("census_n").get(0).asInt()).isEqualTo(3);
        assertThat(person.get("fast").get(0).asInt()).isEqualTo(2);
        assertThat(person.get("same_device").get(0).asInt()).isEqualTo(1);
        assertThat(person.get("busiest_hour").get(0).asInt()).isEqualTo(2);
        assertThat(person.get("p_fast").get(0).asString()).isEqualTo("no-trace");
        assertThat(json.get("signals").get("unit").get("gap").get(0).asDouble()).isCloseTo(100 - 68.75, within(1e-12));
        JsonNode plain =
                JsonMapper.shared().readTree(run("assess", file("p.csv", FRAME)).out());
        assertThat(plain.has("signals")).isFalse();
        assertThat(json.get("units")).isEqualTo(plain.get("units"));
        frame[5] = frame[5].replace(",119,", ",soon,");
        assertRefused(
                run("assess", file("f.csv", frame)),
                "f.csv, row 6, column delay_s: 'soon' is not a whole number from 0 to 999999999");
    }

    @Test
    void persons_are_refused_where_sections_were_drawn_first() throws IOException {
        Path frame =
                file("t.csv", "matter,unit,section,x,M_u,m_u,N_s,n_s,sampled,resp,y,who", "m1,u,s,,1,1,1,1,1,1,4,a");
        assertThat(run("assess", frame, "--cluster", "who").err())
                .startsWith("huiyin: t.csv: --cluster is for stratified frames; here sections were drawn first");
    }

    /** Row of the frame (1: the header), what is replaced, by what, and the sentence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|resp|answered|f.csv, row 1, column resp: the column is missing",
                "1|section|unit|f.csv, row 1, column unit: the column stands twice",
                "4|1,1,3|1,1,7|f.csv, row 4, column y: '7' is not a whole number from 1 to 5",
                "4|1,1,3|1,1,good|f.csv, row 4, column y: 'good' is not a whole number from 1 to 5",
                "4|1,1,3|1,1,|f.csv, row 4, column y: '' is not a whole number from 1 to 5",
                "3|1,0,|1,0,5|f.csv, row 3, column y: the matter has an answer but 'resp' is 0",
                "4|4,1,1,3|4,0,1,3|f.csv, row 4, column resp: the matter was interviewed but not drawn",
                "6|1,5,6|0,5,6|f.csv, row 6, column x: the matter has a rating but 'rated' is 0",
                "6|6,4|x,4|f.csv, row 6, column N_h: 'x' is not a whole number from 1 to 2147483647",
                "6|6,4|7,4|'f.csv, row 6, column N_h: the stratum has N_h 6 above, here 7'",
                "6|6,4|6,3|'f.csv, row 6, column n_h: the stratum has n_h 4 above, here 3'",
                "6|,c,|,,|f.csv, row 6, column unit: the cell is empty",
                "6|,1,1,4|,1,1|'f.csv, row 6, column resp: the row has 15 fields, the header 16'",
            })
    void refuses_bad_cells(int row, String old, String replacement, String sentence) throws IOException {
        String[] frame = FRAME.clone();
        int line = row == 6 && old.equals(",1,1,4") ? 6 : row - 1;
        frame[line] = replaceLast(frame[line], old, replacement == null ? "" : replacement);
        String expected = line == 6 ? sentence.replace("row 6", "row 7") : sentence;
        assertRefused(run("assess", file("f.csv", frame)), expected);
    }

    private static String replaceLast(String text, String old, String replacement) {
        int at = text.lastIndexOf(old);
        assertThat(at).as("'%s' in '%s'", old, text).isNotNegative();
        return text.substring(0, at) + replacement + text.substring(at + old.length());
    }

    @Test
    void refuses_a_file_that_was_cut() throws IOException {
        assertRefused(
                run("assess", file("f.csv", Arrays.copyOf(FRAME, 5))),
                "f.csv: column N_h: unit c, type 1 says 6, the file has 4 rows; is it whole?");
        byte[] whole = gzipped(String.join("\n", FRAME) + "\n" + (FRAME[1] + "\n").repeat(50_000));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 20));
        assertRefused(run("assess", cut), "cut.csv.gz: the file ends in the middle");
    }

    /** A stratum that nobody was drawn in, one of which everybody answered, one with a single answer. */
    @Test
    void strata_with_one_none_and_all_interviewed_give_numbers_or_reasons_and_never_nan() throws IOException {
        String out = run(
                        "assess",
                        file(
                                "s.csv",
                                "matter,unit,type,person,x,N_h,n_h,sampled,resp,y",
                                "1,u,none,p,,2,0,0,0,",
                                "2,u,none,p,3,2,0,0,0,",
                                "3,u,one,p,,3,1,1,1,4",
                                "4,u,one,p,,3,1,0,0,",
                                "5,u,one,p,,3,1,0,0,",
                                "6,u,all,q,5,2,2,1,1,5",
                                "7,u,all,q,5,2,2,1,1,2",
                                "8,v,all,q,,1,1,1,1,2"))
                .out();
        assertThat(out).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("null");
        JsonNode json = JsonMapper.shared().readTree(out);
        assertThat(json.get("units").get("strata_collapsed").get(0).asInt()).isEqualTo(3);
        assertThat(json.get("units").get("complete_count").get(1).asBoolean()).isTrue();
        // one code in two units is two people
        assertThat(json.get("chain").get("person").get("unit").valueStream().map(JsonNode::asString))
                .containsExactly("u", "u", "v");
    }

    @Test
    void refuses_a_frame_cut_within_a_cell_and_numbers_that_are_none() throws IOException {
        String header = "matter,unit,type,x,N_h,n_h,sampled,resp,y";
        assertRefused(
                run("assess", file("q.csv", header, "1,\"u,a,,1,1,1,1,4")),
                "q.csv, row 2, column unit: the row has 2 fields, the header 9");
        assertRefused(
                run("assess", file("n.csv", header, "1,u,a,,1,2,1,1,4")),
                "n.csv, row 2, column n_h: n_h 2 is more than N_h 1");
        assertRefused(
                run("assess", file("x.csv", header, "1,u,a,good,1,1,1,1,4")),
                "x.csv, row 2, column x: 'good' is not a whole number from 1 to 5");
        assertRefused(
                run("assess", file("f.csv", header, "1,u,a,,1.5,1,1,1,4")),
                "f.csv, row 2, column N_h: '1.5' is not a whole number from 1 to 2147483647");
        assertRefused(run("assess", folder), folder.getFileName() + ": cannot be read: Is a directory");
    }

    @Test
    void refuses_what_is_no_frame() throws IOException {
        assertRefused(run("assess", folder.resolve("none.csv")), "none.csv: there is no such file");
        assertRefused(run("assess", file("empty.csv", HEADER)), "empty.csv: there is no row below the header");
        assertRefused(
                run(
                        "assess",
                        file("gb.csv", Charset.forName("GB18030"), HEADER + "\nm1,民政局,1,1,1,1,1,1,1,0,,1,0,0,0,\n")),
                "gb.csv: the text is not UTF-8");
        String[] kinds = FRAME.clone();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += i == 0 ? ",kind" : i == 3 ? ",town" : ",bureau";
        }
        assertRefused(
                run("assess", file("k.csv", kinds)),
                "k.csv, row 4, column kind: the unit is of kind 'bureau' above, here 'town'");
    }

    @Test
    void refuses_a_bad_scheme() throws IOException {
        Path frame = file("f.csv", FRAME);
        assertRefused(
                run("assess", frame, "--scheme", file("s.json", "{\"detla\": 5}")),
                "s.json: the key 'detla' is not known");
        assertRefused(
                run("assess", frame, "--scheme", file("s.json", "{\"level\": 2}")),
                "s.json: level must lie between 0 and 1: 2.0");
        assertRefused(
                run("assess", frame, "--scheme", file("s.json", "{\"level\" 2}")),
                "s.json: line 1, character 10: ':' is expected");
    }

    @Test
    void refuses_wrong_usage() {
        assertThat(run("assess").code()).isEqualTo(2);
        assertThat(run("assess", "a.csv", "--nonsense").code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
        assertThat(run().err())
                .isEqualTo("huiyin: name a command: assess, design, draw or survey; --help explains them"
                        + System.lineSeparator());
        assertThat(run("--help").code()).isZero();
    }
}
