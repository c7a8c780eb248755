package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Computes the signals from counts per official and from the units' results. */
final class Signalling {
    /** How much officials differ without any fault, as an intra-class correlation (METHODS 2.10). */
    private static final double CORRELATION = 0.01;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double MAD_TO_SD = 1.482602218505602;
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::unit, CodeOrder.COMPARATOR)
            .thenComparing(Place::section, CodeOrder.COMPARATOR)
            .thenComparing(Place::person, CodeOrder.COMPARATOR);

    private final Scheme scheme;
    private final SortedMap<Place, Counts> persons = new TreeMap<>(ORDER);
    private final Map<Place, Counts> sections = new HashMap<>();
    private final Counts county = new Counts();

    /** Whole numbers of an official, a section or the county. */
    private static final class Counts {
        private Traces traces = new Traces(0, 0, 0, 0, 0);
        private long matters;
        private long ratings;
        private long good;

        void add(Counts other) {
            traces = traces.plus(other.traces);
            matters += other.matters;
            ratings += other.ratings;
            good += other.good;
        }
    }

    Signalling(Cells cells, Scheme scheme) {
        this.scheme = scheme;
        cells.places().forEach((place, classes) -> person(place, counts(classes)));
        cells.traces().forEach((place, traces) -> {
            Counts only = new Counts();
            only.traces = traces;
            person(place, only);
        });
    }

    private void person(Place place, Counts counts) {
        persons.computeIfAbsent(new Place(place.unit(), place.section(), "", place.person()), p -> new Counts())
                .add(counts);
        sections.computeIfAbsent(section(place), s -> new Counts()).add(counts);
        county.add(counts);
    }

    private static Place section(Place place) {
        return new Place(place.unit(), place.section(), "", "");
    }

    private Counts counts(long[] classes) {
        Counts counts = new Counts();
        for (int c = 0; c <= 5; c++) {
            counts.matters += classes[c];
            counts.ratings += c > 0 ? classes[c] : 0;
            counts.good += c > 0 && c >= scheme.goodFrom() ? classes[c] : 0;
        }
        return counts;
    }

    List<Signals.Person> persons() {
        List<Signals.Person> rows = new ArrayList<>();
        persons.forEach((place, counts) -> {
            if (counts.ratings > 0 && !place.person().isEmpty()) {
                rows.add(person(place, counts, sections.getOrDefault(section(place), county)));
            }
        });
        boolean[] called = Tails.benjaminiHochberg(
                rows.stream().mapToDouble(Signals.Person::combined).toArray(), Signals.RATE);
        List<Signals.Person> result = new ArrayList<>();
        for (int i = 0; i < called.length; i++) {
            result.add(rows.get(i).withCall(called[i]));
        }
        return result;
    }

    private Signals.Person person(Place place, Counts own, Counts section) {
        boolean alone = section.matters == own.matters;
        Counts others = alone ? county : section;
        Figure many = tail(own.ratings, own.matters, others.ratings, others.matters);
        Figure fast = tail(own.traces.fast(), own.traces.timed(), county.traces.fast(), county.traces.timed());
        Figure device =
                tail(own.traces.repeated(), own.traces.traced(), county.traces.repeated(), county.traces.traced());
        Figure good = tail(own.good, own.ratings, county.good, county.ratings);
        double[] known = List.of(many, fast, device, good).stream()
                .filter(Figure::isKnown)
                .mapToDouble(Figure::value)
                .toArray();
        return new Signals.Person(
                place, own.matters, own.ratings, own.traces, many, fast, device, good, Tails.fisher(known), false);
    }

    /** Upper tail of x of n against the rest of all, whose share is kept off 0 and 1 by half a case. */
    private static Figure tail(long x, long n, long allX, long allN) {
        if (n == 0 || allN == n) {
            return Figure.missing(Reason.NO_TRACE);
        }
        double share = (allX - x + 0.5) / (allN - n + 1);
        return Figure.of(Tails.betaBinomial(x, n, share, CORRELATION));
    }

    /** Gaps against the middle of all gaps; a spread from the middle half, so that the coerced do not hide each other. */
    List<Signals.Unit> units(List<UnitResult> results, Map<String, Estimate> selectivity) {
        List<Estimate> gaps = results.stream().map(Signalling::gap).toList();
        double[] known = gaps.stream()
                .filter(g -> g.standardError().isKnown())
                .mapToDouble(g -> g.value().value())
                .toArray();
        double[] variances = gaps.stream()
                .filter(g -> g.standardError().isKnown())
                .mapToDouble(g -> g.standardError().value() * g.standardError().value())
                .toArray();
        double middle = median(known);
        double spread = MAD_TO_SD
                * median(Arrays.stream(known).map(g -> Math.abs(g - middle)).toArray());
        double between = Math.max(0, spread * spread - median(variances));
        List<Figure> tails = gaps.stream().map(g -> tail(g, middle, between)).toList();
        boolean[] called = Tails.benjaminiHochberg(
                tails.stream().mapToDouble(t -> t.isKnown() ? t.value() : 1).toArray(), Signals.RATE);
        List<Signals.Unit> rows = new ArrayList<>();
        for (int i = 0; i < called.length; i++) {
            String unit = results.get(i).unit();
            Estimate own = selectivity.getOrDefault(unit, Estimate.missing(Reason.NO_PAIR));
            rows.add(new Signals.Unit(unit, gaps.get(i), tails.get(i), called[i], own));
        }
        return rows;
    }

    private static Estimate gap(UnitResult unit) {
        if (unit.ratingMean() instanceof Figure.Missing missing) {
            return Estimate.missing(missing.reason());
        }
        return unit.score().value().isKnown()
                ? new Estimate(
                        Figure.of(
                                unit.ratingMean().value() - unit.score().value().value()),
                        unit.scoreError())
                : unit.score();
    }

    private static Figure tail(Estimate gap, double middle, double between) {
        if (!gap.standardError().isKnown()) {
            return gap.standardError();
        }
        double variance = gap.standardError().value() * gap.standardError().value() + between;
        double distance = gap.value().value() - middle;
        return Figure.of(
                variance == 0 ? (distance > 0 ? 0 : 1) : NORMAL.survivalProbability(distance / Math.sqrt(variance)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
