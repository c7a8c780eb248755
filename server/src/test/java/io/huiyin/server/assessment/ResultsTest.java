package io.huiyin.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.huiyin.audit.AssessmentJson;
import io.huiyin.audit.Audit;
import io.huiyin.engine.Flag;
import io.huiyin.engine.Status;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.spotcheck.PastSpotCheck;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class ResultsTest {

    static final Quarter Q3 = new Quarter(2026, 3);

    @Autowired
    Cycles cycles;

    @Autowired
    Results results;

    @Autowired
    InputFile file;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    PastSpotCheck past;
    SmallCounty county;

    @BeforeEach
    void aCounty() throws Exception {
        past = PastSpotCheck.in(context);
        county = SmallCounty.empty().unit("A", "民政局", "department").unit("B", "住建局", "department");
    }

    @AfterEach
    void close() throws Exception {
        county.close();
    }

    @Test
    void a_small_county_comes_to_the_numbers_computed_by_hand() {
        county.matters("A", "on-the-spot", Q3, 40).matters("B", "on-the-spot", Q3, 40);
        UUID draw = past.drawn(Q3, 7); // 7 answers at 33 %: 22 matters
        past.answered(draw, "A", 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3);
        past.answered(draw, "B", 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2);
        CycleResult result = result(Q3, Q3);
        UnitOutcome a = result.unit("A");
        assertThat(a.result().matters()).isEqualTo(40);
        assertThat(a.result().drawn()).isEqualTo(22);
        assertThat(a.result().interviews()).isEqualTo(12);
        assertThat(a.result().score().value().value()).isCloseTo(75, within(1e-12));
        // s2 = 7500/11 in both, V = s2 (1 - 12/40)/12, t(19) = 2.0930240544083
        double half = 2.0930240544083 * Math.sqrt(7500.0 / 11 * 0.7 / 12);
        assertThat(a.result().interval().low().value()).isCloseTo(75 - half, within(1e-9));
        assertThat(a.result().nonresponse().low().value()).isCloseTo(75 - half - 10 * 10 / 22.0, within(1e-9));
        assertThat(a.result().response().value()).isCloseTo(12 / 22.0, within(1e-12));
        assertThat(result.unit("B").result().score().value().value()).isCloseTo(50, within(1e-12));
        assertThat(result.assessment().county().score().value().value()).isCloseTo(62.5, within(1e-12));
        assertThat(a.record()).isEqualTo(new RecordCheck(Map.of("done", 40), 40, 40));
        assertThat(a.gap()).isNull();
    }

    @Test
    void the_gap_is_what_the_counter_collected_above_what_the_spot_check_found() {
        county.matters("A", "on-the-spot", Q3, 40).matters("B", "on-the-spot", Q3, 40);
        county.rated("A", "counter", 5, 30).rated("A", "own", 3, 10);
        UUID draw = past.drawn(Q3, 40);
        past.answered(draw, "A", PastSpotCheck.times(40, 4));
        past.answered(draw, "B", PastSpotCheck.times(40, 4));
        UnitOutcome a = result(Q3, Q3).unit("A");
        assertThat(a.ratings()).isEqualTo(new VoluntaryRatings(30, 100.0, 10, 50.0, 10, 10));
        assertThat(a.gap()).isCloseTo(25, within(1e-9));
    }

    @Test
    void fewer_than_ten_interviews_are_too_few_and_missing_contacts_are_said_so() {
        county.matters("A", "on-the-spot", Q3, 40)
                .matters("B", "on-the-spot", Q3, 40)
                .withoutContact("B", 13);
        UUID draw = past.drawn(Q3, 40);
        past.answered(draw, "A", 5, 5, 5, 4, 4, 4, 4, 3, 3);
        past.answered(draw, "B", PastSpotCheck.times(20, 4));
        CycleResult result = result(Q3, Q3);
        assertThat(result.unit("A").result().status()).isEqualTo(Status.TOO_FEW);
        assertThat(result.unit("A").shown()).isFalse();
        assertThat(result.unit("B").result().status()).isEqualTo(Status.CONTACTS_MISSING);
        assertThat(result.unit("B").result().coverage().value()).isEqualTo(27 / 40.0);
        assertThat(result.unit("B").result().flagStanding()).isEqualTo(Flag.NOT_COMPARED);
    }

    @Test
    void the_outsiders_command_comes_to_the_same_digits_and_both_move_with_one_interview() throws Exception {
        county.unit("乙, \"县\"", "信访局", "department").unit("C", "东风乡", "township");
        for (Quarter quarter : List.of(Q3.previous(), Q3)) {
            county.matters("A", "on-the-spot", quarter, 90).matters("A", "complex", quarter, 11);
            county.matters("B", "promised-time", quarter, 70).matters("乙, \"县\"", "promised-time", quarter, 33);
            county.matters("C", "complex", quarter, 9);
        }
        county.rated("A", "counter", 5, 40).rated("B", "own", 2, 15).rated("C", "own", 4, 3);
        for (Quarter quarter : List.of(Q3.previous(), Q3)) {
            UUID draw = past.drawn(quarter, 9);
            past.answered(draw, "A", 5, 4, 4, 3, 5, 5, 2, 4, 1);
            past.answered(draw, "B", 3, 4, 2, 5, 4, 4, 3);
            past.answered(draw, "乙, \"县\"", 1, 2, 5, 5, 2, 2, 1, 5, 3);
            past.answered(draw, "C", 5, 5, 4);
        }
        Quarter first = Q3.previous();
        String page = AssessmentJson.text(result(first, Q3).assessment());
        assertThat(page).contains("\"乙, \\\"县\\\"\"");
        assertThat(assessed(first, Q3)).isEqualTo(page);
        county.sql.sql("""
                UPDATE spotcheck.interview SET overall = 6 - overall
                 WHERE id = (SELECT id FROM spotcheck.interview WHERE overall = 1 LIMIT 1)""").update();
        String moved = AssessmentJson.text(result(first, Q3).assessment());
        assertThat(moved).isNotEqualTo(page);
        assertThat(assessed(first, Q3)).isEqualTo(moved);
    }

    @Test
    void the_last_answer_counts_and_the_earlier_stays() {
        county.matters("A", "on-the-spot", Q3, 40).matters("B", "on-the-spot", Q3, 40);
        UUID draw = past.drawn(Q3, 40);
        past.answered(draw, "A", PastSpotCheck.times(40, 1));
        past.answered(draw, "B", PastSpotCheck.times(40, 4));
        past.answered(draw, "A", PastSpotCheck.times(40, 5));
        assertThat(result(Q3, Q3).unit("A").result().spotCheck().value().value())
                .isEqualTo(100);
        assertThat(sql.sql("SELECT count(*) FROM spotcheck.interview")
                        .query(Integer.class)
                        .single())
                .isEqualTo(120);
    }

    @Test
    void a_cycle_without_a_draw_has_no_result_and_cannot_be_published() {
        county.matters("A", "on-the-spot", Q3, 40);
        past.frozen(Q3);
        assertThat(cycles.openUnsigned(Q3, Q3)).isEqualTo(new CycleOpening.Opened("2026Q3-2026Q3"));
        assertThat(results.of(cycles.cycle("2026Q3-2026Q3"))).isEmpty();
        assertThat(cycles.publishUnsigned("2026Q3-2026Q3")).isEqualTo(new Publishing.NotDrawn(List.of(Q3)));
    }

    @Test
    void publication_puts_the_digest_of_the_inputs_into_the_log_and_a_later_change_shows() throws Exception {
        county.matters("A", "on-the-spot", Q3, 40).matters("B", "on-the-spot", Q3, 40);
        UUID draw = past.drawn(Q3, 40);
        past.answered(draw, "A", PastSpotCheck.times(40, 4));
        past.answered(draw, "B", PastSpotCheck.times(40, 4));
        cycles.openUnsigned(Q3, Q3);
        assertThat(cycles.publishUnsigned("2026Q3-2026Q3")).isEqualTo(new Publishing.Published());
        assertThat(cycles.publishUnsigned("2026Q3-2026Q3")).isEqualTo(new Publishing.AlreadyPublished());
        Cycle cycle = cycles.published("2026Q3-2026Q3");
        assertThat(sql.sql("SELECT convert_from(body, 'UTF8') FROM ledger.entry WHERE kind = 'result-published'")
                        .query(String.class)
                        .single())
                .contains("\"inputs\":\"" + cycle.inputs() + "\"");
        assertThat(results.of(cycle).orElseThrow().changed()).isFalse();
        past.answered(draw, "A", 1);
        assertThat(results.of(cycle).orElseThrow().changed()).isTrue();
    }

    @Test
    void a_cycle_has_one_to_four_quarters_that_are_over() {
        assertThat(cycles.openUnsigned(Q3, Q3.next())).isEqualTo(new CycleOpening.NotOver(Q3.next()));
        assertThat(cycles.openUnsigned(Q3, Q3.previous())).isEqualTo(new CycleOpening.WrongLength(0));
        assertThat(cycles.openUnsigned(new Quarter(2025, 3), Q3)).isEqualTo(new CycleOpening.WrongLength(5));
        assertThat(cycles.openUnsigned(new Quarter(2025, 4), Q3)).isEqualTo(new CycleOpening.Opened("2025Q4-2026Q3"));
        assertThat(cycles.openUnsigned(new Quarter(2025, 4), Q3))
                .isEqualTo(new CycleOpening.AlreadyOpen("2025Q4-2026Q3"));
    }

    private CycleResult result(Quarter first, Quarter last) {
        cycles.openUnsigned(first, last);
        return results.of(cycles.cycle(Cycle.code(first, last))).orElseThrow();
    }

    private String assessed(Quarter first, Quarter last) throws Exception {
        Path frame = folder.resolve("frame.csv");
        try (OutputStream out = Files.newOutputStream(frame)) {
            file.write(cycles.cycle(Cycle.code(first, last)), out);
        }
        StringWriter out = new StringWriter();
        int code = Audit.run(new PrintWriter(out), new PrintWriter(System.err, true), "assess", frame.toString());
        assertThat(code).isZero();
        return out.toString();
    }
}
