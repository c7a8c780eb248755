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
            boolean rated = random.nextInt(5) == 0;
            boolean asked = drawn && random.nextInt(3) > 0;
            rows.add(row(
                    Integer.toString(unit),
                    Integer.toString(type),
                    3 * unit + i % 3,
                    new Circumstances(
                            Integer.toString(type),
                            Integer.toString(1 + (i + level) % 4),
                            Integer.toString(1 + i % 2),
                            i % 7 == 0 ? "" : "old"),
                    rated ? level : 0,
                    drawn,
                    asked ? level : 0));
        }
        return rows;
    }

    private static Reference.Row row(
            String unit, String type, int section, Circumstances mix, int rating, boolean drawn, int answer) {
        String code = Integer.toString(section);
        Place place = new Place(unit, code, code + (rating % 2), code + "/" + mix.channel());
        return new Reference.Row(new DrawnMatter(Stratum.of(unit, type), place, mix, rating, answer, ""), drawn);
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
                .map(r -> renamed(r, names.get(Integer.parseInt(r.stratum().unit()) - 1)))
                .toList());
        assertThat(relabelled.county()).isEqualTo(original.county());
        assertThat(relabelled.kappa()).isEqualTo(original.kappa());
        assertThat(relabelled.peers()).isEqualTo(original.peers());
        relabelled.units().forEach(u -> {
            UnitResult same = before.get(u.unit());
            assertThat(List.of(
                            u.score(),
                            u.scoreError(),
                            u.adjusted(),
                            u.interval(),
                            u.spotCheck(),
                            u.response(),
                            u.inflation()))
                    .isEqualTo(List.of(
                            same.score(),
                            same.scoreError(),
                            same.adjusted(),
                            same.interval(),
                            same.spotCheck(),
                            same.response(),
                            same.inflation()));
            assertThat(u.flag()).isEqualTo(same.flag());
        });
        assertThat(relabelled.caseMix().beta()).isEqualTo(original.caseMix().beta());
        assertThat(relabelled.chain().mean()).isEqualTo(original.chain().mean());
        for (int level = 0; level < 3; level++) {
            // the order of areas follows the codes; their numbers do not
            assertThat(numbers(relabelled.chain().levels().get(level)))
                    .containsExactlyInAnyOrderElementsOf(
                            numbers(original.chain().levels().get(level)));
        }
        assertThat(relabelled.standings()).containsExactlyInAnyOrderElementsOf(original.standings());
    }

    private static List<List<Object>> numbers(Chain.Level level) {
        return level.areas().stream()
                .map(a -> List.<Object>of(a.interviews(), a.direct(), a.variance(), a.estimate(), a.interval()))
                .toList();
    }

    private static Reference.Row renamed(Reference.Row row, String unit) {
        DrawnMatter m = row.matter();
        Place place = m.place();
        return new Reference.Row(
                new DrawnMatter(
                        Stratum.of(unit, m.stratum().type()),
                        new Place(unit, place.section(), place.post(), place.person()),
                        m.circumstances(),
                        m.ratingClass(),
                        m.answer(),
                        ""),
                row.drawn());
    }

    @Test
    void no_number_depends_on_the_number_of_threads() {
        Cells cells = Reference.cells(county());
        Options one = new Options(true, Options.Compared.PLAIN, 200, 7, 1);
        Options two = new Options(true, Options.Compared.PLAIN, 200, 7, 2);
        assertThat(Assessment.of(cells, Scheme.asShipped(), two))
                .isEqualTo(Assessment.of(cells, Scheme.asShipped(), one));
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
        DrawnMatter m = row.matter();
        cells.add(
                new DrawnMatter(stratum, m.place(), m.circumstances(), m.ratingClass(), m.answer(), ""),
                row.drawn(),
                1);
    }
}
