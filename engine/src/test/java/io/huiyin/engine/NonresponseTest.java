package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the silent may have changed: response classes, raking, R-indicator, declared shift. */
class NonresponseTest {
    private static final Scheme SCHEME = Scheme.asShipped();

    private static void put(Cells cells, String unit, String age, int rating, int answer, boolean drawn, int number) {
        DrawnMatter matter = new DrawnMatter(
                Stratum.of(unit, "t"), Place.ofUnit(unit), new Circumstances("t", "", "", age), rating, answer, "");
        cells.add(matter, drawn, number);
    }

    /**
     * 300 matters, 80 drawn: of 40 young 10 answer (best), of 40 old 30 answer (worst). Young people have 200 of the
     * 300 matters.
     */
    private static Cells young() {
        Cells cells = new Cells();
        put(cells, "u", "young", 0, 5, true, 10);
        put(cells, "u", "young", 0, 0, true, 30);
        put(cells, "u", "old", 0, 1, true, 30);
        put(cells, "u", "old", 0, 0, true, 10);
        put(cells, "u", "young", 0, 0, false, 160);
        put(cells, "u", "old", 0, 0, false, 60);
        return cells;
    }

    @Test
    void response_classes_and_the_r_indicator_by_hand() {
        Nonresponse ours = Assessment.of(young(), SCHEME).nonresponse();
        assertThat(ours.response().value()).isEqualTo(0.5);
        // propensities 1/4 and 3/4 with equal weights: SD 1/4
        assertThat(ours.indicator().value()).isCloseTo(0.5, within(1e-9));
        assertThat(ours.classes())
                .extracting(Nonresponse.ResponseClass::factor)
                .satisfiesExactly(
                        f -> assertThat(f).isCloseTo(4, within(1e-9)),
                        f -> assertThat(f).isCloseTo(4 / 3.0, within(1e-9)));
        // half of the drawn are young: S moves from 25 to 50
        assertThat(ours.county().spotCheckByClass().value()).isCloseTo(50, within(1e-9));
    }

    @Test
    void raking_reaches_the_known_ages_by_hand() {
        Assessment ours = Assessment.of(young(), SCHEME);
        assertThat(ours.units().getFirst().spotCheck().value().value()).isCloseTo(25, within(1e-12));
        // factors 8/3 and 4/9 lie within 0.3 and 3 of their mean
        assertThat(ours.nonresponse().units().getFirst().spotCheckRaked().value())
                .isCloseTo(200 / 3.0, within(1e-9));
        assertThat(ours.nonresponse().raking().gap().value()).isLessThan(1e-9);
        assertThat(ours.nonresponse().raking().capped().value()).isZero();
    }

    @Test
    void the_cap_holds_where_few_would_speak_for_many() {
        Cells cells = new Cells();
        put(cells, "u", "young", 0, 5, true, 2);
        put(cells, "u", "young", 0, 0, true, 38);
        put(cells, "u", "old", 0, 1, true, 38);
        put(cells, "u", "old", 0, 0, true, 2);
        put(cells, "u", "young", 0, 0, false, 320);
        Nonresponse.Raking raking = Assessment.of(cells, SCHEME).nonresponse().raking();
        assertThat(raking.gap().value()).isGreaterThan(0.1);
        assertThat(raking.capped().value()).isGreaterThan(0);
        assertThat(raking.effect().value()).isGreaterThan(1);
    }

    @Test
    void a_group_that_never_answers_has_no_weight_and_breaks_nothing() {
        Cells cells = young();
        put(cells, "u", "very old", 0, 0, true, 20);
        put(cells, "u", "very old", 3, 0, false, 20);
        Nonresponse ours = Assessment.of(cells, SCHEME).nonresponse();
        assertThat(ours.county().spotCheckByClass().isKnown()).isTrue();
        assertThat(ours.county().scoreRaked().isKnown()).isTrue();
        assertThat(ours.indicator().value()).isBetween(0.0, 1.0);
        assertThat(ours.classes()).allSatisfy(c -> assertThat(c.answered()).isPositive());
    }

    @Test
    void where_all_answered_there_is_nothing_to_repair() {
        Cells cells = new Cells();
        put(cells, "u", "", 0, 4, true, 5);
        put(cells, "u", "", 0, 2, true, 5);
        put(cells, "u", "", 0, 0, false, 50);
        Nonresponse ours = Assessment.of(cells, SCHEME).nonresponse();
        assertThat(ours.response()).isEqualTo(Figure.of(1));
        assertThat(ours.county().scoreRaked()).isEqualTo(Figure.missing(Reason.ALL_ANSWERED));
    }

    @Test
    void nobody_drawn_and_nobody_reached_are_said_by_name() {
        Cells none = new Cells();
        put(none, "u", "", 0, 0, false, 50);
        assertThat(Assessment.of(none, SCHEME).nonresponse().county().spotCheckRaked())
                .isEqualTo(Figure.missing(Reason.NOT_DRAWN));
        Cells silent = new Cells();
        put(silent, "u", "", 0, 0, true, 50);
        Assessment ours = Assessment.of(silent, SCHEME);
        assertThat(ours.nonresponse().county().spotCheckRaked().isKnown()).isFalse();
        assertThat(ours.county().nonresponse().isKnown()).isFalse();
    }

    /** Twelve units; the last is far below the others and only 30 % of its people answer. */
    private static Cells county() {
        Cells cells = new Cells();
        for (int u = 0; u < 12; u++) {
            boolean bad = u == 11;
            for (int y = 1; y <= 5; y++) {
                put(cells, Integer.toString(u), "", 0, y, true, bad ? 12 - 2 * y : 5 + 6 * y);
            }
            put(cells, Integer.toString(u), "", 0, 0, true, bad ? 70 : 5);
            put(cells, Integer.toString(u), "", 0, 0, false, 900);
        }
        return cells;
    }

    @Test
    void a_declared_shift_changes_whether_a_flag_stands() {
        UnitResult without =
                Assessment.of(county(), SCHEME.withDelta(0)).units().getLast();
        UnitResult shifted =
                Assessment.of(county(), SCHEME.withDelta(60)).units().getLast();
        assertThat(without.flag()).isEqualTo(Flag.BELOW);
        assertThat(without.flagStanding()).isEqualTo(Flag.BELOW);
        assertThat(shifted.flag()).isEqualTo(Flag.BELOW);
        assertThat(shifted.flagStanding()).isEqualTo(Flag.NOT_DISTINGUISHABLE);
    }

    @Test
    void the_flag_stands_just_below_the_tipping_shift_and_not_at_it() {
        Nonresponse silent = Assessment.of(county(), SCHEME).nonresponse();
        double tipping = silent.units().getLast().tipping().value();
        assertThat(tipping).isGreaterThan(0);
        assertThat(standing(tipping - 0.01)).isEqualTo(Flag.BELOW);
        assertThat(standing(tipping)).isEqualTo(Flag.NOT_DISTINGUISHABLE);
        assertThat(silent.units().getFirst().tipping()).isEqualTo(Figure.missing(Reason.NOT_FLAGGED));
    }

    private static Flag standing(double delta) {
        return Assessment.of(county(), SCHEME.withDelta(delta))
                .units()
                .getLast()
                .flagStanding();
    }

    @Test
    void no_flag_stands_that_one_of_the_two_intervals_does_not_carry() {
        for (double delta : List.of(0.0, 5.0, 10.0, 20.0, 40.0)) {
            Assessment ours = Assessment.of(county(), SCHEME.withDelta(delta));
            double mean = ours.peers().getFirst().mean().value();
            ours.units().stream()
                    .filter(u -> u.flagStanding() == Flag.BELOW || u.flagStanding() == Flag.ABOVE)
                    .forEach(u -> {
                        assertThat(u.flag()).isEqualTo(u.flagStanding());
                        assertThat(u.interval().contains(mean)).isFalse();
                        assertThat(u.nonresponse().contains(mean)).isFalse();
                    });
        }
    }

    @Test
    void the_countys_score_carries_both_intervals() {
        CountyResult county = Assessment.of(county(), SCHEME).county();
        double more = (1 - county.response().value()) * SCHEME.delta();
        assertThat(county.nonresponse().low().value())
                .isCloseTo(county.interval().low().value() - more, within(1e-12));
        assertThat(county.nonresponse().high().value())
                .isCloseTo(county.interval().high().value() + more, within(1e-12));
    }
}
