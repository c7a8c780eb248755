package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One person's answers in several matters: errors over persons. */
class PersonsTest {
    private static final Scheme SCHEME = Scheme.asShipped();

    /** A drawn and interviewed matter of unit u, and {@code silent} matters that were not drawn. */
    private static void put(Cells cells, String unit, String type, String person, int answer, int silent) {
        Stratum stratum = Stratum.of(unit, type);
        cells.add(matter(stratum, person, answer), true, 1);
        cells.add(matter(stratum, "", 0), false, silent);
    }

    private static DrawnMatter matter(Stratum stratum, String person, int answer) {
        return new DrawnMatter(
                stratum, Place.ofUnit(stratum.unit()), Circumstances.ofType(stratum.type()), 0, answer, person);
    }

    private static Cells county(boolean named, int perPerson) {
        Random random = new Random(4);
        Cells cells = new Cells();
        for (int i = 0; i < 400; i++) {
            String person = named ? "p" + i / perPerson : "";
            put(cells, "u" + i % 5, "t" + i / 5 % 3, person, 1 + random.nextInt(5), 7 + i % 3);
        }
        return cells;
    }

    @Test
    void where_nobody_has_two_matters_every_number_is_the_plain_one() {
        Assessment plain = Assessment.of(county(false, 1), SCHEME);
        Assessment named = Assessment.of(county(true, 1), SCHEME);
        for (int u = 0; u < 5; u++) {
            UnitResult a = plain.units().get(u);
            UnitResult b = named.units().get(u);
            near(b.spotCheck().standardError(), a.spotCheck().standardError());
            near(b.score().standardError(), a.score().standardError());
            near(b.scoreError(), a.scoreError());
            near(b.interval().low(), a.interval().low());
        }
        near(named.county().score().standardError(), plain.county().score().standardError());
        assertThat(named.cluster().orElseThrow().persons()).isEqualTo(400);
        assertThat(plain.cluster()).isEmpty();
    }

    private static void near(Figure ours, Figure plain) {
        assertThat(ours.value()).isCloseTo(plain.value(), within(1e-9 * plain.value()));
    }

    /**
     * Three persons in one stratum of eight interviews, all of the matters: deviations -50, -50, 50, 50, 0, 0, 0, 0 from
     * 50 points; a owns the first two, b the next two, c the rest. z = (1/8) (1 - 2/8)^(-1/2) (-100, 100), so V = 2
     * (100/8)^2/(3/4), times 1 - 8/16.
     */
    @Test
    void three_persons_by_hand() {
        Cells cells = new Cells();
        int[] answers = {1, 1, 5, 5, 3, 3, 3, 3};
        String[] persons = {"a", "a", "b", "b", "c", "c", "c", "c"};
        for (int i = 0; i < answers.length; i++) {
            put(cells, "u", "t", persons[i], answers[i], 1);
        }
        Assessment ours = Assessment.of(cells, SCHEME);
        double expected = 0.5 * 2 * (100.0 / 8) * (100.0 / 8) / 0.75;
        UnitResult unit = ours.units().getFirst();
        assertThat(unit.spotCheck().standardError().value()).isCloseTo(Math.sqrt(expected), within(1e-12));
        Cluster.Unit effect = ours.cluster().orElseThrow().units().getFirst();
        assertThat(effect.persons()).isEqualTo(3);
        assertThat(effect.largest()).isEqualTo(4);
        assertThat(effect.df()).isBetween(1.0, 2.0);
    }

    /** tr(M)^2/tr(M^2) with M written down in full. */
    @Test
    void degrees_of_freedom_equal_those_of_the_whole_matrix() {
        int[][] counts = {{3, 1}, {1, 2}, {0, 4}, {2, 0}, {1, 1}};
        double[] weights = {0.07, 0.04};
        long[] r = {7, 8};
        PersonSums sums = new PersonSums();
        double[][] m = new double[5][5];
        for (int h = 0; h < 2; h++) {
            PersonSums.Pool pool = sums.pool(weights[h], r[h]);
            double[] b = new double[5];
            for (int g = 0; g < 5; g++) {
                if (counts[g][h] > 0) {
                    pool.add("p" + g, counts[g][h], 0);
                }
                b[g] = weights[h] / Math.sqrt(1 - (double) counts[g][h] / r[h]);
            }
            for (int g = 0; g < 5; g++) {
                for (int k = 0; k < 5; k++) {
                    double n = counts[g][h];
                    m[g][k] += b[g] * b[k] * ((g == k ? n : 0) - n * counts[k][h] / r[h]);
                }
            }
        }
        double trace = 0;
        double square = 0;
        for (int g = 0; g < 5; g++) {
            trace += m[g][g];
            for (int k = 0; k < 5; k++) {
                square += m[g][k] * m[g][k];
            }
        }
        assertThat(sums.df()).isCloseTo(trace * trace / square, within(1e-12));
    }

    @Test
    void persons_who_always_answer_alike_widen_the_interval_and_lose_degrees_of_freedom() {
        Random random = new Random(8);
        Cells named = new Cells();
        Cells plain = new Cells();
        for (int person = 0; person < 120; person++) {
            int answer = 1 + random.nextInt(5);
            for (int i = 0; i < 1 + person % 6; i++) {
                String unit = "u" + person % 4;
                put(named, unit, "t" + i % 2, "p" + person, answer, 9);
                put(plain, unit, "t" + i % 2, "", answer, 9);
            }
        }
        Assessment over = Assessment.of(named, SCHEME);
        Assessment without = Assessment.of(plain, SCHEME);
        assertThat(over.cluster().orElseThrow().correlation()).isGreaterThan(0.8);
        for (int u = 0; u < 4; u++) {
            UnitResult a = over.units().get(u);
            UnitResult b = without.units().get(u);
            assertThat(a.score().value()).isEqualTo(b.score().value());
            assertThat(a.scoreError().value())
                    .isGreaterThan(1.5 * b.scoreError().value());
            assertThat(a.interval().low().value()).isLessThan(b.interval().low().value());
        }
        assertThat(over.county().degreesOfFreedom()).isLessThan(without.county().degreesOfFreedom() / 2);
    }

    @Test
    void one_person_in_two_units_counts_in_the_countys_error_once() {
        Cells cells = new Cells();
        for (int i = 0; i < 12; i++) {
            put(cells, "u" + i % 2, "t", "p" + i / 2, 1 + i / 2 % 5, 20);
        }
        Assessment ours = Assessment.of(cells, SCHEME);
        double unit = ours.units().getFirst().spotCheck().standardError().value();
        // both halves of the county get the very same answers, so nothing is averaged out
        assertThat(ours.county().spotCheck().standardError().value()).isCloseTo(unit, within(1e-12));
    }

    @Test
    void a_unit_that_met_one_person_only_is_judged_by_the_countys_correlation() {
        Cells cells = county(true, 4);
        for (int i = 0; i < 6; i++) {
            put(cells, "v", "t" + i % 2, "agent", 2 + i % 3, 30);
        }
        UnitResult unit = Assessment.of(cells, SCHEME).units().getLast();
        assertThat(unit.interval().isKnown()).isTrue();
        assertThat(unit.spotCheck().standardError().isKnown()).isTrue();
    }

    @Test
    void the_order_of_persons_changes_no_bit() {
        List<Runnable> puts = new ArrayList<>();
        Cells[] into = new Cells[1];
        for (int i = 0; i < 300; i++) {
            int k = i;
            puts.add(() -> put(into[0], "u" + k % 3, "t" + k % 4, k % 5 == 0 ? "" : "p" + k % 37, 1 + k * k % 5, 3));
        }
        into[0] = new Cells();
        puts.forEach(Runnable::run);
        Assessment before = Assessment.of(into[0], SCHEME);
        Collections.shuffle(puts, new Random(3));
        into[0] = new Cells();
        puts.forEach(Runnable::run);
        assertThat(Assessment.of(into[0], SCHEME)).isEqualTo(before);
    }
}
