package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fraud signals: tails against R, planted fakers and a planted coerced unit. */
class SignalsTest {

    /** R 4.2.2: sum(exp(lchoose(n,k) + lbeta(k+a,n-k+b) - lbeta(a,b))), k = x..n. */
    @ParameterizedTest
    @CsvSource({
        "3,10,0.2,3.24907180360655e-01",
        "60,200,0.2,3.06026833482267e-02",
        "40,40,0.05,1.34575962769676e-30",
        "1,1,0.3,0.3",
        "0,5,0.3,1"
    })
    void beta_binomial_tails_equal_r(long x, long n, double p, double expected) {
        assertThat(Tails.betaBinomial(x, n, p, 0.01)).isCloseTo(expected, within(1e-11 * expected));
    }

    @Test
    void fishers_combination_equals_r() {
        // pchisq(-2*sum(log(c(.2,.01,.5,.7))), 8, lower=FALSE)
        assertThat(Tails.fisher(0.2, 0.01, 0.5, 0.7)).isCloseTo(0.0689803967465372, within(1e-14));
        assertThat(Tails.fisher()).isEqualTo(1);
        assertThat(Tails.fisher(0, 0, 0, 0)).isBetween(0.0, 1e-300);
    }

    @Test
    void benjamini_and_hochberg_call_what_r_adjusts_below_the_rate() {
        // p.adjust(c(.01,.02,.03,.04,.5,.011,.9), "BH") = 0.0385 0.0467 0.0525 0.056 0.583 0.0385 0.9
        assertThat(Tails.benjaminiHochberg(new double[] {.01, .02, .03, .04, .5, .011, .9}, 0.05))
                .containsExactly(true, true, false, false, false, true, false);
        assertThat(Tails.benjaminiHochberg(new double[0], 0.05)).isEmpty();
    }

    @Test
    void refuses_numbers_that_are_no_counts_or_shares() {
        assertThatThrownBy(() -> Tails.betaBinomial(5, 4, 0.5, 0.1)).hasMessageContaining("5 of 4");
        assertThatThrownBy(() -> new Traces(1, 2, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void put(Cells cells, Place place, int rating, int answer, boolean drawn) {
        cells.add(
                new DrawnMatter(Stratum.of(place.unit(), "t"), place, Circumstances.ofType("t"), rating, answer, ""),
                drawn,
                1);
    }

    /** 20 units, 5 officials each; official 3 of unit 7 fakes ratings, unit 12 has coerced ones. */
    private static Cells county() {
        return county(5);
    }

    private static Cells county(int seed) {
        Random random = new Random(seed);
        Cells cells = new Cells();
        for (int u = 0; u < 20; u++) {
            for (int person = 0; person < 5; person++) {
                Place place = new Place("" + u, "s" + u, "", u + "/" + person);
                boolean faker = u == 7 && person == 3;
                long rated = 0;
                for (int i = 0; i < 200; i++) {
                    int truth = 1 + Math.min(4, (int) (6 * Math.sqrt(random.nextDouble())));
                    boolean rates = faker || random.nextInt(5) == 0;
                    int rating = rates ? (faker || u == 12 ? 5 : truth) : 0;
                    boolean drawn = i < 12;
                    put(cells, place, rating, drawn ? truth : 0, drawn);
                    rated += rates ? 1 : 0;
                }
                cells.traces(place, new Traces(rated, faker ? rated : rated / 20, rated, faker ? rated - 2 : 0, 9));
            }
        }
        return cells;
    }

    /** 30 counties; unit 7 counts as planted too, since its faker moves its mean rating. */
    @Test
    void planted_fakers_and_coerced_units_are_called_and_hardly_anybody_else() {
        int fakers = 0;
        int coerced = 0;
        int wrongPersons = 0;
        int wrongUnits = 0;
        for (int seed = 1; seed <= 30; seed++) {
            Signals ours =
                    Assessment.of(county(seed), Scheme.asShipped()).signals().orElseThrow();
            for (Signals.Person person : ours.persons()) {
                boolean planted = person.place().person().equals("7/3");
                fakers += planted && person.called() ? 1 : 0;
                wrongPersons += !planted && person.called() ? 1 : 0;
            }
            for (Signals.Unit unit : ours.units()) {
                coerced += unit.unit().equals("12") && unit.called() ? 1 : 0;
                wrongUnits += !unit.unit().equals("7") && !unit.unit().equals("12") && unit.called() ? 1 : 0;
            }
        }
        assertThat(fakers).isEqualTo(30);
        assertThat(coerced).isGreaterThanOrEqualTo(29);
        assertThat(wrongPersons).as("of 2,970").isLessThanOrEqualTo(3);
        assertThat(wrongUnits).as("of 540").isLessThanOrEqualTo(5);
    }

    @Test
    void signals_change_no_score_and_are_silent_without_traces() {
        Cells with = county();
        Cells without = new Cells();
        with.details().forEach((matter, number) -> without.add(matter, true, number));
        Cells again = county();
        again.traces(Place.ofUnit("0"), new Traces(5, 5, 5, 5, 5));
        assertThat(Assessment.of(again, Scheme.asShipped()).units())
                .isEqualTo(Assessment.of(with, Scheme.asShipped()).units());
        assertThat(Assessment.of(without, Scheme.asShipped()).signals()).isEmpty();
    }

    @Test
    void a_unit_without_ratings_has_a_reason_instead_of_a_gap() {
        Cells cells = county();
        Place place = new Place("quiet", "s", "", "p");
        for (int i = 0; i < 30; i++) {
            put(cells, place, 0, 1 + i % 5, true);
        }
        Signals.Unit quiet = Assessment.of(cells, Scheme.asShipped())
                .signals()
                .orElseThrow()
                .units()
                .getLast();
        assertThat(quiet.unit()).isEqualTo("quiet");
        assertThat(quiet.gapTail()).isEqualTo(Figure.missing(Reason.NO_RATING));
        assertThat(quiet.selectivity().value()).isEqualTo(Figure.missing(Reason.NO_PAIR));
        assertThat(quiet.called()).isFalse();
    }
}
