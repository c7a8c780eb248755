package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small counties whose every number can be checked with pencil and a table of t. */
class HandComputedTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Stratum A = Stratum.of("a", "1");
    private static final Stratum B = Stratum.of("b", "1");

    /** Unit a: two of four asked, 100 and 50 points; unit b: two of four asked, 75 and 75. */
    private static Cells twoUnits() {
        Cells cells = new Cells();
        cells.add(A, 0, 0, 2);
        cells.add(A, 0, 5, 1);
        cells.add(A, 0, 3, 1);
        cells.drawn(A, 2);
        cells.add(B, 0, 0, 2);
        cells.add(B, 0, 4, 2);
        cells.drawn(B, 4);
        return cells;
    }

    @Test
    void spot_check_mean_and_its_error() {
        Assessment result = Assessment.of(twoUnits(), Scheme.asShipped());
        UnitResult a = result.units().getFirst();
        assertThat(a.spotCheck().value().value()).isEqualTo(75);
        // s2 = 1250; V = (1 - 2/4) 1250/2
        assertThat(a.spotCheck().standardError().value()).isCloseTo(Math.sqrt(312.5), EXACT);
        assertThat(a.goodShare().value().value()).isEqualTo(0.5);
        // s2 = 1/2; V = (1 - 2/4) (1/2)/2
        assertThat(a.goodShare().standardError().value()).isCloseTo(Math.sqrt(0.125), EXACT);
    }

    @Test
    void moderated_error_borrows_the_countys_spread() {
        Assessment result = Assessment.of(twoUnits(), Scheme.asShipped());
        // s0^2 = (1250 + 0)/2 = 625; s_a^2 = (8*625 + 1250)/9, s_b^2 = (8*625 + 0)/9; k = (1 - 2/4)/2
        assertThat(result.units().get(0).scoreError().value()).isCloseTo(Math.sqrt(6250.0 / 36), EXACT);
        assertThat(result.units().get(1).scoreError().value()).isCloseTo(Math.sqrt(5000.0 / 36), EXACT);
        // the 97.5 % point of t with 8 + 1 degrees of freedom is 2.262157162854099 (R: qt(.975, 9))
        assertThat(result.units().get(1).interval().high().value())
                .isCloseTo(75 + 2.262157162854099 * Math.sqrt(5000.0 / 36), within(1e-9));
        assertThat(result.units().get(1).shown().high().value()).isEqualTo(100);
        // half of the drawn answered: half of 10 points on both sides
        assertThat(result.units().get(1).response().value()).isEqualTo(0.5);
        assertThat(result.units().get(1).nonresponse().low().value())
                .isCloseTo(75 - 2.262157162854099 * Math.sqrt(5000.0 / 36) - 5, within(1e-9));
    }

    @Test
    void county_is_the_mean_of_all_matters() {
        CountyResult county = Assessment.of(twoUnits(), Scheme.asShipped()).county();
        assertThat(county.spotCheck().value().value()).isEqualTo(75);
        assertThat(county.spotCheck().standardError().value()).isCloseTo(Math.sqrt(312.5) / 2, EXACT);
        assertThat(county.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void score_uses_the_rating_class_of_every_matter() {
        // six matters: three unrated (asked one: 50), three rated 5 (asked two: 100 and 75); four were drawn
        Stratum c = Stratum.of("c", "1");
        Cells cells = new Cells();
        cells.add(c, 0, 0, 2);
        cells.add(c, 0, 3, 1);
        cells.add(c, 5, 0, 1);
        cells.add(c, 5, 5, 1);
        cells.add(c, 5, 4, 1);
        cells.drawn(c, 4);
        Assessment result = Assessment.of(cells, Scheme.asShipped());
        UnitResult unit = result.units().getFirst();
        assertThat(result.kappa().get(0).mean().value()).isEqualTo(50);
        assertThat(result.kappa().get(5).mean().value()).isEqualTo(87.5);
        assertThat(result.kappa().get(1).takenFrom()).isEqualTo(5);
        assertThat(unit.spotCheck().value().value()).isCloseTo(75, EXACT);
        assertThat(unit.score().value().value()).isCloseTo(68.75, EXACT);
        // residuals 0, 12.5, -12.5: s2 = 156.25; V = (1 - 3/6) 156.25/3, moderated by itself
        assertThat(unit.score().standardError().value()).isCloseTo(Math.sqrt(156.25 / 6), EXACT);
        assertThat(unit.scoreError().value()).isCloseTo(Math.sqrt(156.25 / 6), EXACT);
        // R: qt(.975, 10) = 2.2281388519649385
        assertThat(unit.interval().low().value())
                .isCloseTo(68.75 - 2.2281388519649385 * Math.sqrt(156.25 / 6), within(1e-9));
        assertThat(unit.nonresponse().low().value() - unit.interval().low().value())
                .isCloseTo(-2.5, EXACT);
        assertThat(unit.ratings()).isEqualTo(3);
        assertThat(unit.ratingMean().value()).isEqualTo(100);
        // pairs: 100 - 100 and 100 - 75
        assertThat(unit.inflation().value().value()).isCloseTo(12.5, EXACT);
    }

    @Test
    void a_stratum_with_one_interview_joins_the_smallest_other_one() {
        Cells cells = new Cells();
        for (String type : new String[] {"1", "2", "3"}) {
            Stratum stratum = Stratum.of("a", type);
            boolean lonely = type.equals("1");
            cells.add(stratum, 0, 0, type.equals("2") ? 20 : 10);
            cells.add(stratum, 0, 5, lonely ? 1 : 2);
            cells.drawn(stratum, 2);
        }
        UnitResult unit = Assessment.of(cells, Scheme.asShipped()).units().getFirst();
        assertThat(unit.strata()).isEqualTo(3);
        assertThat(unit.collapsed()).isEqualTo(2);
        assertThat(Assessment.of(cells, Scheme.asShipped()).county().degreesOfFreedom())
                .isEqualTo(3);
        // W: 23 of 45 with 3 of 4 answered, 22 of 45 with 2 of 2
        assertThat(unit.response().value()).isCloseTo(23.0 / 45 * 0.75 + 22.0 / 45, EXACT);
    }
}
