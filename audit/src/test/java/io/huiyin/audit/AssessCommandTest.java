package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers that assess prints, and the files that it reads and writes. */
class AssessCommandTest extends AssessTest {
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
}
