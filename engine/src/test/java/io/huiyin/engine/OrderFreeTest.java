package io.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Neither the order of rows, nor the parts, nor the names of units change a single bit. */
class OrderFreeTest {
    private static final int UNITS = 23;

    /** A made-up county with uneven strata, missing interviews, empty classes; the same on every machine. */
    private static List<Reference.Row> county() {
        Random random = new Random(20260301);
        List<Reference.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            int unit = 1 + (int) (UNITS * random.nextDouble() * random.nextDouble());
            int type = 1 + random.nextInt(7);
            int level = 1 + Math.min(4, (int) (5 * Math.sqrt(random.nextDouble()) + unit % 3 * 0.2));
            boolean drawn = random.nextInt(9) == 0;
            rows.add(new Reference.Row(
                    Stratum.of(Integer.toString(unit), Integer.toString(type)),
                    random.nextInt(5) == 0 ? level : 0,
                    drawn,
                    drawn && random.nextInt(3) > 0 ? level : 0));
        }
        return rows;
    }

    private static Assessment assess(List<Reference.Row> rows) {
        return Assessment.of(Reference.cells(rows), Scheme.asShipped());
    }

    @Test
    void shuffled_rows_give_the_same_bits() {
        List<Reference.Row> rows = county();
        Assessment before = assess(rows);
        Collections.shuffle(rows, new Random(7));
        assertThat(assess(rows)).isEqualTo(before);
    }

    @Test
    void merged_parts_give_the_same_bits() {
        List<Reference.Row> rows = county();
        Cells merged = new Cells();
        for (int part = 4; part >= 0; part--) {
            merged.merge(Reference.cells(rows.subList(part * 1200, part * 1200 + 1200)));
        }
        assertThat(Assessment.of(merged, Scheme.asShipped())).isEqualTo(assess(rows));
    }

    @Test
    void relabelled_units_give_the_same_bits() {
        List<Reference.Row> rows = county();
        List<String> names = new ArrayList<>();
        for (int u = 1; u <= UNITS; u++) {
            names.add(u % 2 == 0 ? "单位" + u : Integer.toString(1000 - 17 * u));
        }
        Collections.shuffle(names, new Random(11));
        Map<String, UnitResult> before = new HashMap<>();
        Assessment original = assess(rows);
        original.units().forEach(u -> before.put(names.get(Integer.parseInt(u.unit()) - 1), u));
        Assessment relabelled = assess(rows.stream()
                .map(r -> new Reference.Row(
                        Stratum.of(
                                names.get(Integer.parseInt(r.stratum().unit()) - 1),
                                r.stratum().type()),
                        r.ratingClass(),
                        r.drawn(),
                        r.answer()))
                .toList());
        assertThat(relabelled.county()).isEqualTo(original.county());
        assertThat(relabelled.kappa()).isEqualTo(original.kappa());
        assertThat(relabelled.peers()).isEqualTo(original.peers());
        relabelled.units().forEach(u -> {
            UnitResult same = before.get(u.unit());
            assertThat(List.of(u.score(), u.scoreError(), u.interval(), u.spotCheck(), u.response(), u.inflation()))
                    .isEqualTo(List.of(
                            same.score(),
                            same.scoreError(),
                            same.interval(),
                            same.spotCheck(),
                            same.response(),
                            same.inflation()));
            assertThat(u.flag()).isEqualTo(same.flag());
        });
    }

    @Test
    void every_number_is_finite_and_every_interval_holds_its_score() {
        assess(county()).units().forEach(u -> {
            if (u.interval().isKnown()) {
                assertThat(u.score().value().value())
                        .isBetween(
                                u.interval().low().value(), u.interval().high().value());
                assertThat(u.nonresponse().low().value())
                        .isLessThanOrEqualTo(u.interval().low().value());
                assertThat(u.shown().low().value()).isBetween(0.0, 100.0);
            }
        });
    }

    @Test
    void a_frame_with_periods_equals_one_whose_types_are_cut_by_period() {
        List<Reference.Row> rows = county();
        Cells periods = new Cells();
        Cells types = new Cells();
        for (Reference.Row row : rows) {
            int type = Integer.parseInt(row.stratum().type());
            String period = type % 2 == 0 ? "2026Q1" : "2026Q2";
            String half = Integer.toString((type + 1) / 2);
            put(periods, new Stratum(period, row.stratum().unit(), half), row);
            put(types, Stratum.of(row.stratum().unit(), half + "-" + period), row);
        }
        assertThat(Assessment.of(periods, Scheme.asShipped())).isEqualTo(Assessment.of(types, Scheme.asShipped()));
    }

    private static void put(Cells cells, Stratum stratum, Reference.Row row) {
        cells.add(stratum, row.ratingClass(), row.answer(), 1);
        cells.drawn(stratum, row.drawn() ? 1 : 0);
    }
}
