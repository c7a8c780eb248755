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
