package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a scheme, an option or a column more changes in what assess computes. */
class AssessChoicesTest extends AssessTest {
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
    void persons_are_refused_where_sections_were_drawn_first() throws IOException {
        Path frame =
                file("t.csv", "matter,unit,section,x,M_u,m_u,N_s,n_s,sampled,resp,y,who", "m1,u,s,,1,1,1,1,1,1,4,a");
        assertThat(run("assess", frame, "--cluster", "who").err())
                .startsWith("huiyin: t.csv: --cluster is for stratified frames; here sections were drawn first");
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
}
