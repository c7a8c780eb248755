package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What few interviews do to comparisons and intervals: the error is uncertain itself. */
class FewInterviewsTest {
    private static final double MANY = 1e9;

    @Test
    void degrees_of_freedom_of_a_difference_are_welchs() {
        Ranking.Contest contest =
                new Ranking.Contest(new double[] {80, 70}, new double[] {3, 4}, new double[] {9, 16}, new double[2][0]);
        // (9 + 16)^2 / (81/9 + 256/16) = 625 / 25
        assertThat(contest.df(0, 1)).isCloseTo(25, within(1e-12));
    }

    @Test
    void a_score_without_error_leaves_the_others_degrees_of_freedom() {
        Ranking.Contest contest =
                new Ranking.Contest(new double[] {80, 70}, new double[] {0, 4}, new double[] {0, 16}, new double[2][0]);
        assertThat(contest.df(0, 1)).isCloseTo(16, within(1e-12));
        assertThat(RankSets.holm(new double[] {80, 70}, new double[2], new double[2], 0.95)
                        .toldApart())
                .isOne();
    }

    @Test
    void students_tail_is_r_s_pt() {
        // R: 2 * pt(-3.6, 26) and 2 * pnorm(-3.6)
        assertThat(Surprise.of(3.6, 26)).isCloseTo(0.001314559527, within(1e-12));
        assertThat(Surprise.of(3.6, Double.POSITIVE_INFINITY)).isCloseTo(0.0003182171803, within(1e-12));
        assertThat(Surprise.of(Double.POSITIVE_INFINITY, 26)).isZero();
    }

    @Test
    void with_few_interviews_fewer_pairs_are_told_apart_and_with_many_the_same() {
        double[] scores = {90, 80, 70};
        double[] errors = {2.9, 2.9, 2.9};
        assertThat(RankSets.holm(scores, errors, 0.95).toldApart()).isEqualTo(3);
        assertThat(RankSets.holm(scores, errors, all(3, MANY), 0.95).toldApart())
                .isEqualTo(3);
        assertThat(RankSets.holm(scores, errors, all(3, 4), 0.95).toldApart()).isEqualTo(1);
    }

    @Test
    void with_few_interviews_a_distance_is_no_flag_that_would_be_one_with_many() {
        assertThat(flags(4, MANY)).containsExactly(Flag.ABOVE, Flag.NOT_DISTINGUISHABLE);
        assertThat(flags(4, 3)).containsOnly(Flag.NOT_DISTINGUISHABLE);
    }

    @Test
    void of_a_share_the_published_interval_is_wilsons() {
        // R: prop.test(18, 20, correct = FALSE)$conf.int
        Interval ours = new Wilson(0, 100).around(90, 1.959963984540054, 1.0 / 20);
        assertThat(ours.low().value()).isCloseTo(69.8966354771513, within(1e-9));
        assertThat(ours.high().value()).isCloseTo(97.2133518786232, within(1e-9));
    }

    @Test
    void every_score_of_the_published_interval_would_not_be_rejected_and_its_ends_just_would() {
        Wilson scale = new Wilson(-10, 50);
        Interval ours = scale.around(45, 2.1, 0.03);
        for (double end : new double[] {ours.low().value(), ours.high().value()}) {
            assertThat(Math.abs(45 - end) / Math.sqrt(0.03 * scale.room(end))).isCloseTo(2.1, within(1e-9));
        }
    }

    @Test
    void at_and_beyond_the_end_of_the_scale_the_published_interval_still_reaches_inwards() {
        Wilson scale = new Wilson(0, 100);
        Interval end = scale.around(100, 2, 0.05);
        assertThat(end.high().value()).isEqualTo(100);
        assertThat(end.low().value()).isCloseTo(100 / 1.2, within(1e-9));
        assertThat(scale.around(100.7, 2, 0.05)).isEqualTo(end);
    }

    @Test
    void where_nothing_is_known_of_the_spread_the_whole_scale_is_possible() {
        Interval whole = new Wilson(0, 100).around(100, 2, Wilson.perRoom(0, 0));
        assertThat(whole).isEqualTo(new Interval(Figure.of(0), Figure.of(100)));
    }

    @Test
    void a_unit_whose_people_are_all_content_is_not_certain_to_be_perfect() {
        Cells cells = new Cells();
        answers(cells, "all content", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        answers(cells, "mixed", 5, 5, 4, 4, 4, 3, 3, 2, 1, 5);
        Assessment county = Assessment.of(cells, Scheme.asShipped(), Options.asShipped());
        UnitResult content = county.units().getFirst();
        // phi = (8 s0^2 + 0)/(8 room): s0^2 = 16.4 * 625 / 18 over both units, mean room 9 * 65 * 35 / 18
        double perRoom = (16.4 * 625 / 18) / (65 * 35 / 2.0) * 0.9 / 10;
        double low = 100 / (1 + perRoom * 2.109815577833181 * 2.109815577833181); // R: qt(0.975, 17)
        assertThat(content.published().low().value()).isCloseTo(low, within(1e-9));
        assertThat(content.published().high().value()).isEqualTo(100);
        assertThat(content.shown().low().value()).isGreaterThan(low);
    }

    private static void answers(Cells cells, String unit, int... answers) {
        Stratum stratum = Stratum.of(unit, "t");
        Circumstances of = Circumstances.ofType("t");
        for (int answer : answers) {
            cells.add(new DrawnMatter(stratum, Place.ofUnit(unit), of, 0, answer, ""), true, 1);
        }
        cells.add(new DrawnMatter(stratum, Place.ofUnit(unit), of, 0, 0, ""), false, 100 - answers.length);
    }

    private static List<Flag> flags(double distance, double df) {
        return PeerTest.flags(
                List.of(new PeerTest.Contender(70 + distance, 1.5, df, 0), new PeerTest.Contender(70, 1.5, df, 0)),
                70,
                0.95);
    }

    private static double[] all(int number, double value) {
        return Collections.nCopies(number, value).stream().mapToDouble(v -> v).toArray();
    }
}
