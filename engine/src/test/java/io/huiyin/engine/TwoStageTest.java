package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A two-stage unit, a case mix and a chain small enough to compute by hand. */
class TwoStageTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    private static void add(Cells cells, String section, String person, String channel, int answer, int matters) {
        Place place = new Place("u", section, "", person);
        Circumstances mix = new Circumstances("1", channel, "", "");
        cells.add(new DrawnMatter(Stratum.of("u", section), place, mix, 0, answer, ""), answer > 0, matters);
    }

    /** M = 4 sections, m = 2 drawn: a (10 matters, answers 1 and 5), b (20 matters, answers 3 and 5). */
    private static Cells unit() {
        Cells cells = new Cells();
        cells.sections("u", 4, 2);
        add(cells, "a", "p", "1", 0, 8);
        add(cells, "a", "p", "1", 1, 1);
        add(cells, "a", "q", "2", 5, 1);
        add(cells, "b", "r", "1", 0, 18);
        add(cells, "b", "r", "1", 3, 1);
        add(cells, "b", "r", "2", 5, 1);
        add(cells, "c", "s", "1", 0, 5);
        add(cells, "d", "t", "1", 0, 7);
        return cells;
    }

    @Test
    void mean_and_variance_of_two_sections_by_hand() {
        UnitResult u = Assessment.of(unit(), Scheme.asShipped()).units().getFirst();
        // weights 2 * 5 and 2 * 10: S = (10 * 100 + 20 * 150) / 60
        assertThat(u.spotCheck().value().value()).isCloseTo(200.0 / 3, CLOSE);
        // sums of z: a 10 (-200/3 + 100/3)/60 = -50/9, b 20 (-50/3 + 100/3)/60 = 50/9; 0.5 * 2/1 * 2 (50/9)^2
        double sections = 2 * Math.pow(50.0 / 9, 2);
        // within: z of a +-(50 * 10/60), of b +-(25 * 20/60); 0.5 (1 - 2/10) 2/1 2 z^2, 0.5 (1 - 2/20) 2/1 2 z^2
        double matters = 0.8 * 2 * Math.pow(50.0 / 6, 2) + 0.9 * 2 * Math.pow(50.0 / 6, 2);
        assertThat(u.spotCheck().standardError().value()).isCloseTo(Math.sqrt(sections + matters), CLOSE);
        assertThat(u.matters()).isEqualTo(42);
        assertThat(u.comparedError()).isEqualTo(u.score().standardError());
    }

    @Test
    void a_single_section_adds_nothing_but_its_matters_to_a_mean() {
        Cells cells = new Cells();
        cells.sections("u", 1, 1);
        add(cells, "a", "p", "1", 0, 8);
        add(cells, "a", "p", "1", 1, 1);
        add(cells, "a", "p", "1", 5, 1);
        UnitResult u = Assessment.of(cells, Scheme.asShipped()).units().getFirst();
        assertThat(u.spotCheck().standardError().value()).isCloseTo(Math.sqrt(0.8 * 5000 / 2), CLOSE);
    }

    @Test
    void case_mix_compares_within_the_unit() {
        CaseMix mix = Assessment.of(unit(), Scheme.asShipped()).caseMix();
        assertThat(mix.names()).containsExactly("channel=2");
        // channel 2: points 100, 100 with weights 10, 20; channel 1: 0 and 50
        assertThat(mix.beta().getFirst().value()).isCloseTo(100 - 1000.0 / 30, CLOSE);
        assertThat(mix.shift().getFirst().value()).isCloseTo(0, CLOSE);
    }

    @Test
    void a_place_without_interviews_shows_the_place_above() {
        Chain chain = Assessment.of(unit(), Scheme.asShipped()).chain();
        Chain.Area unit = chain.levels().get(0).areas().getFirst();
        Chain.Area empty = chain.levels().get(1).areas().get(2);
        assertThat(empty.code()).isEqualTo("c");
        assertThat(empty.direct()).isEqualTo(Figure.missing(Reason.NOT_ASSESSED));
        assertThat(empty.estimate()).isEqualTo(unit.estimate());
        assertThat(empty.interval()).isEqualTo(unit.interval());
        assertThat(chain.levels().get(2).areas()).hasSize(5);
    }

    @Test
    void impossible_frames_are_refused() {
        Cells unsaid = unit();
        unsaid.add(Stratum.of("v", "x"), 0, 0, 3);
        assertThatThrownBy(() -> Assessment.of(unsaid, Scheme.asShipped()))
                .hasMessage("unit v: it is not said how many sections were drawn");
        assertThatThrownBy(() -> unit().sections("u", 5, 2)).hasMessageContaining("before 2 of 4");
        Cells uneven = unit();
        uneven.count(Stratum.of("u", "c"), 0, 0, 1);
        assertThatThrownBy(() -> Assessment.of(uneven, Scheme.asShipped()))
                .hasMessage("unit u: the strata have 43 matters, the places 42");
    }
}
