package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where there is no number there is a reason; never NaN, never infinity. */
class EdgesTest {
    private static final Scheme SCHEME = Scheme.asShipped();

    private static void unit(Cells cells, String unit, int matters, int drawn, int... answers) {
        Stratum stratum = Stratum.of(unit, "1");
        cells.add(stratum, 0, 0, matters - answers.length);
        for (int answer : answers) {
            cells.add(stratum, 0, answer, 1);
        }
        cells.drawn(stratum, drawn);
    }

    private static UnitResult find(Cells cells, String unit) {
        return Assessment.of(cells, SCHEME).units().stream()
                .filter(u -> u.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_an_interview_a_unit_is_not_assessed() {
        Cells cells = new Cells();
        unit(cells, "none", 10, 3);
        unit(cells, "some", 10, 3, 1, 5);
        UnitResult none = find(cells, "none");
        assertThat(none.status()).isEqualTo(Status.NOT_ASSESSED);
        assertThat(none.score().value()).isEqualTo(Figure.missing(Reason.NOT_ASSESSED));
        assertThat(none.interval().low()).isEqualTo(Figure.missing(Reason.NOT_ASSESSED));
        assertThat(none.response()).isEqualTo(Figure.of(0));
        assertThat(none.flag()).isEqualTo(Flag.NOT_COMPARED);
        assertThat(Assessment.of(cells, SCHEME).county().unitsNotAssessed()).isEqualTo(1);
    }

    @Test
    void with_one_interview_there_is_a_value_and_no_interval() {
        Cells cells = new Cells();
        unit(cells, "one", 10, 3, 5);
        unit(cells, "some", 10, 3, 1, 5);
        UnitResult one = find(cells, "one");
        assertThat(one.score().value().isKnown()).isTrue();
        assertThat(one.score().standardError()).isEqualTo(Figure.missing(Reason.ONE_INTERVIEW));
        assertThat(one.interval().high()).isEqualTo(Figure.missing(Reason.ONE_INTERVIEW));
        assertThat(one.status()).isEqualTo(Status.TOO_FEW);
        assertThat(Assessment.of(cells, SCHEME).county().score().standardError().value())
                .isPositive();
    }

    @Test
    void identical_answers_in_one_unit_borrow_the_countys_spread() {
        Cells cells = new Cells();
        unit(cells, "same", 10, 3, 5, 5, 5);
        unit(cells, "some", 10, 3, 1, 5);
        assertThat(find(cells, "same").score().standardError().value()).isZero();
        assertThat(find(cells, "same").scoreError().value()).isPositive();
    }

    @Test
    void identical_answers_in_the_whole_county_give_no_error() {
        Cells cells = new Cells();
        unit(cells, "a", 10, 3, 5, 5, 5);
        unit(cells, "b", 10, 3, 5, 5);
        UnitResult a = find(cells, "a");
        assertThat(a.score().value()).isEqualTo(Figure.of(100));
        assertThat(a.scoreError()).isEqualTo(Figure.missing(Reason.IDENTICAL_ANSWERS));
        assertThat(a.flag()).isEqualTo(Flag.NOT_COMPARED);
    }

    @Test
    void a_complete_count_has_no_error() {
        Cells cells = new Cells();
        unit(cells, "all", 3, 3, 1, 3, 5);
        unit(cells, "some", 10, 3, 1, 5);
        UnitResult all = find(cells, "all");
        assertThat(all.completeCount()).isTrue();
        assertThat(all.scoreError()).isEqualTo(Figure.of(0));
        assertThat(all.score().value().value()).isEqualTo(50);
        assertThat(all.interval()).isEqualTo(new Interval(Figure.of(50), Figure.of(50)));
    }

    @Test
    void no_interview_at_all_leaves_reasons_everywhere() {
        Cells cells = new Cells();
        unit(cells, "a", 10, 0);
        Assessment result = Assessment.of(cells, SCHEME);
        assertThat(result.county().score().value()).isEqualTo(Figure.missing(Reason.NO_INTERVIEW));
        assertThat(result.kappa().getFirst().mean()).isEqualTo(Figure.missing(Reason.NO_INTERVIEW));
        assertThat(result.units().getFirst().response()).isEqualTo(Figure.missing(Reason.NOT_DRAWN));
        assertThat(result.units().getFirst().ratingMean()).isEqualTo(Figure.missing(Reason.NO_RATING));
    }

    @Test
    void one_interview_in_the_whole_county_gives_no_spread() {
        Cells cells = new Cells();
        unit(cells, "a", 10, 1, 4);
        unit(cells, "b", 10, 1, 2);
        assertThat(Assessment.of(cells, SCHEME).county().score().standardError())
                .isEqualTo(Figure.missing(Reason.NO_SPREAD));
    }

    @Test
    void a_unit_with_missing_contacts_is_left_out_of_the_comparison() {
        Cells cells = comparable();
        cells.contacts("clear", 100, 69);
        Assessment result = Assessment.of(cells, SCHEME);
        UnitResult unit = result.units().stream()
                .filter(u -> u.unit().equals("clear"))
                .findFirst()
                .orElseThrow();
        assertThat(unit.status()).isEqualTo(Status.CONTACTS_MISSING);
        assertThat(unit.coverage()).isEqualTo(Figure.of(0.69));
        assertThat(unit.flag()).isEqualTo(Flag.NOT_COMPARED);
        assertThat(result.peers().getFirst().compared()).isEqualTo(10);
    }

    @Test
    void a_clearly_worse_unit_is_flagged_and_the_flag_stands_when_everybody_answered() {
        UnitResult unit = find(comparable(), "clear");
        assertThat(unit.flag()).isEqualTo(Flag.BELOW);
        assertThat(unit.flagStanding()).isEqualTo(Flag.BELOW);
    }

    @Test
    void a_flag_does_not_stand_when_the_silent_could_explain_it() {
        Cells cells = comparable();
        cells.drawn(Stratum.of("clear", "1"), 160);
        Scheme wide = new Scheme(SCHEME.scores(), 0.95, 8, 60, 0.7, 10, 4);
        UnitResult unit = Assessment.of(cells, wide).units().getLast();
        assertThat(unit.unit()).isEqualTo("clear");
        assertThat(unit.flag()).isEqualTo(Flag.BELOW);
        assertThat(unit.flagStanding()).isEqualTo(Flag.NOT_DISTINGUISHABLE);
    }

    @Test
    void units_are_compared_within_their_kind() {
        Cells cells = comparable();
        cells.kind("clear", "town");
        assertThat(find(cells, "clear").flag()).isEqualTo(Flag.NOT_COMPARED);
        List<PeerGroup> peers = Assessment.of(cells, SCHEME).peers();
        assertThat(peers.get(1).kind()).isEqualTo("town");
        assertThat(peers.get(1).mean()).isEqualTo(Figure.missing(Reason.NO_PEERS));
    }

    /** Ten units with the same answers and one, last in order, that is clearly worse; 40 of 1000 asked in each. */
    private static Cells comparable() {
        Cells cells = new Cells();
        for (int u = 1; u <= 10; u++) {
            Stratum stratum = Stratum.of(Integer.toString(u), "1");
            cells.add(stratum, 0, 0, 960);
            cells.add(stratum, 0, 4, 20);
            cells.add(stratum, 0, 5, 20);
            cells.drawn(stratum, 40);
        }
        Stratum clear = Stratum.of("clear", "1");
        cells.add(clear, 0, 0, 960);
        cells.add(clear, 0, 2, 20);
        cells.add(clear, 0, 3, 20);
        cells.drawn(clear, 40);
        return cells;
    }

    @Test
    void impossible_counts_are_refused_with_the_stratum() {
        Cells more = new Cells();
        unit(more, "a", 3, 1, 4, 4);
        assertThatThrownBy(() -> Assessment.of(more, SCHEME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit a, type 1: more interviews than draws: 2");
        Cells fewer = new Cells();
        unit(fewer, "a", 3, 4, 4);
        assertThatThrownBy(() -> Assessment.of(fewer, SCHEME)).hasMessage("unit a, type 1: more draws than matters: 4");
        assertThatThrownBy(() -> new Cells().add(Stratum.of("a", "1"), 6, 0, 1)).hasMessageContaining("0 to 5");
        assertThatThrownBy(() -> Assessment.of(new Cells(), SCHEME)).hasMessage("there is no matter to assess");
    }

    @Test
    void complete_counts_are_told_apart_by_draws_and_leave_the_others_their_sets() {
        double[] scores = {90, 70, 70, 20, 50};
        double[] errors = {0, 0, 0, 1, 1};
        RankSets ours = new RankBootstrap(scores, errors, 0.95, 500, 3, 1).simultaneous();
        assertThat(ours.low()).containsExactly(1, 2, 2, 5, 4);
        assertThat(ours.high()).containsExactly(1, 3, 3, 5, 4);
    }

    @Test
    void a_class_without_interviews_takes_its_neighbours_mean() {
        Cells cells = new Cells();
        Stratum stratum = Stratum.of("a", "1");
        cells.add(stratum, 1, 0, 5);
        cells.add(stratum, 3, 2, 2);
        cells.add(stratum, 4, 5, 2);
        cells.add(stratum, 5, 0, 5);
        cells.add(stratum, 0, 0, 5);
        cells.drawn(stratum, 4);
        List<KappaClass> kappa = Assessment.of(cells, SCHEME).kappa();
        assertThat(kappa.stream().map(KappaClass::takenFrom).toList()).containsExactly(-1, 3, 3, 3, 4, 4);
        assertThat(kappa.get(0).mean()).isEqualTo(Figure.of(62.5));
        assertThat(kappa.get(1).mean()).isEqualTo(Figure.of(25));
        assertThat(kappa.get(5).mean()).isEqualTo(Figure.of(100));
    }

    @Test
    void a_scheme_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new Scheme(List.of(0.0, 1.0), 0.95, 8, 10, 0.7, 10, 4))
                .hasMessageContaining("five");
        assertThatThrownBy(() -> new Scheme(SCHEME.scores(), 1, 8, 10, 0.7, 10, 4))
                .hasMessageContaining("level");
        assertThatThrownBy(() -> new Scheme(SCHEME.scores(), 0.95, 8, Double.NaN, 0.7, 10, 4))
                .hasMessageContaining("delta");
    }
}
