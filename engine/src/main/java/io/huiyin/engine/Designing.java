package io.huiyin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One design under way: interviews in each stratum in proportion to N_h S_h/sqrt(cost) (Neyman 1934), not fewer than the
 * least and not more than can answer, scaled per unit until the expected interval is narrow enough. Minimises cost for
 * that width.
 */
final class Designing {
    private static final int STEPS = 200;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final SortedMap<String, SortedMap<Stratum, StratumCounts>> units;
    private final Scheme scheme;
    private final SampleDesign.Wish wish;
    private final SortedMap<String, Double> spread = new TreeMap<>(CodeOrder.COMPARATOR);
    private final double countySpread;
    private final boolean known;

    /** A stratum with what one interview there is worth. */
    private record Layer(Stratum stratum, long matters, double claim, double spread) {}

    Designing(Cells cells, Scheme scheme, SampleDesign.Wish wish) {
        if (cells.twoStage()) {
            throw new IllegalArgumentException("sizes are computed for stratified frames only");
        }
        this.units = cells.units();
        this.scheme = scheme;
        this.wish = wish;
        if (units.isEmpty()) {
            throw new IllegalArgumentException("there is no matter to draw");
        }
        SortedMap<String, ExactSum> squares = new TreeMap<>(CodeOrder.COMPARATOR);
        SortedMap<String, Long> df = new TreeMap<>(CodeOrder.COMPARATOR);
        learn(squares, df);
        long freedom = df.values().stream().mapToLong(n -> n).sum();
        ExactSum all = new ExactSum();
        squares.values().forEach(s -> all.add(s.value()));
        known = freedom > 0 && all.value() > 0;
        countySpread = known ? Math.sqrt(all.value() / freedom) : SampleDesign.ASSUMED_SPREAD;
        squares.forEach((type, sum) -> {
            long own = df.getOrDefault(type, 0L);
            double prior = scheme.priorDf() * countySpread * countySpread;
            spread.put(type, known ? Math.sqrt((prior + sum.value()) / (scheme.priorDf() + own)) : countySpread);
        });
    }

    /** Squares of residuals within strata, by type: what the interviews say of each type's spread. */
    private void learn(SortedMap<String, ExactSum> squares, SortedMap<String, Long> df) {
        List<Pools> pools = units.values().stream().map(Pools::of).toList();
        ClassMeans kappa = new ClassMeans(pools, scheme);
        units.values()
                .forEach(strata -> strata.forEach((stratum, counts) -> {
                    squares.computeIfAbsent(stratum.type(), t -> new ExactSum());
                    df.putIfAbsent(stratum.type(), 0L);
                    if (counts.interviews() > 1) {
                        Moments moments = Moments.of(counts, (c, y) -> scheme.score(y) - kappa.of(c));
                        squares.get(stratum.type()).add(moments.squares());
                        df.merge(stratum.type(), counts.interviews() - 1, Long::sum);
                    }
                }));
    }

    SampleDesign design() {
        List<SampleDesign.Size> sizes = new ArrayList<>();
        List<SampleDesign.Unit> rows = new ArrayList<>();
        ExactSum variance = new ExactSum();
        double all = units.values().stream()
                .flatMap(strata -> strata.values().stream())
                .mapToLong(StratumCounts::matters)
                .sum();
        units.forEach((code, strata) -> {
            List<Layer> layers = new ArrayList<>();
            strata.forEach((stratum, counts) -> layers.add(layer(stratum, counts.matters())));
            List<SampleDesign.Size> own = sizes(layers);
            sizes.addAll(own);
            rows.add(unit(code, own));
            double share = rows.getLast().matters() / all;
            variance.add(share * share * countySpread * countySpread * designFactor(own));
        });
        return new SampleDesign(wish, spread, known, sizes, rows, total(rows, variance.value()));
    }

    private Layer layer(Stratum stratum, long matters) {
        double s = spread.getOrDefault(stratum.type(), countySpread);
        double cost = wish.cost().getOrDefault(stratum.type(), 1.0);
        return new Layer(stratum, matters, matters * s / Math.sqrt(cost), s);
    }

    private List<SampleDesign.Size> sizes(List<Layer> layers) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS && tooWide(sizes(layers, high)) && !isWhole(sizes(layers, high)); i++) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (tooWide(sizes(layers, middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sizes(layers, high);
    }

    private List<SampleDesign.Size> sizes(List<Layer> layers, double scale) {
        List<SampleDesign.Size> sizes = new ArrayList<>();
        for (Layer layer : layers) {
            double wanted = Math.max(wish.least(), scale * layer.claim);
            long drawn = (long) Math.min(layer.matters, Math.ceil(wanted / wish.response()));
            sizes.add(new SampleDesign.Size(layer.stratum, layer.matters, drawn, drawn * wish.response()));
        }
        return sizes;
    }

    private static boolean isWhole(List<SampleDesign.Size> sizes) {
        return sizes.stream().allMatch(s -> s.drawn() == s.matters());
    }

    private boolean tooWide(List<SampleDesign.Size> sizes) {
        return halfWidth(sizes) > wish.precision();
    }

    /** t(8 + df) times the moderated error (METHODS 2.4) that these numbers of interviews would give on average. */
    private double halfWidth(List<SampleDesign.Size> sizes) {
        double df = 0;
        double squares = scheme.priorDf() * countySpread * countySpread;
        for (SampleDesign.Size size : sizes) {
            double own = Math.max(0, size.interviews() - 1);
            double s = spread.getOrDefault(size.stratum().type(), countySpread);
            df += own;
            squares += own * s * s;
        }
        double freedom = scheme.priorDf() + df;
        double common = freedom == 0 ? countySpread * countySpread : squares / freedom;
        // a scheme without prior: nobody asked twice leaves one degree of freedom, not none
        TDistribution t = TDistribution.of(Math.max(1, freedom));
        return t.inverseSurvivalProbability((1 - scheme.level()) / 2) * Math.sqrt(common * designFactor(sizes));
    }

    /** sum W^2 (1 - r/N)/r; a stratum nobody is asked in counts as asked half a person, so that it is not free. */
    private static double designFactor(List<SampleDesign.Size> sizes) {
        double matters = sizes.stream().mapToLong(SampleDesign.Size::matters).sum();
        ExactSum factor = new ExactSum();
        for (SampleDesign.Size size : sizes) {
            double share = size.matters() / matters;
            double r = Math.max(0.5, size.interviews());
            factor.add(share * share * Math.max(0, 1 - r / size.matters()) / r);
        }
        return factor.value();
    }

    private SampleDesign.Unit unit(String code, List<SampleDesign.Size> sizes) {
        long drawn = sizes.stream().mapToLong(SampleDesign.Size::drawn).sum();
        long matters = sizes.stream().mapToLong(SampleDesign.Size::matters).sum();
        double half = halfWidth(sizes);
        return row(code, matters, drawn, half, half <= wish.precision());
    }

    private SampleDesign.Unit row(String code, long matters, long drawn, double half, boolean reached) {
        double interviews = drawn * wish.response();
        double dials = drawn * wish.calls().perPerson(wish.response());
        double minutes =
                dials * wish.calls().dialMinutes() + interviews * wish.calls().interviewMinutes();
        double silent = half + (1 - wish.response()) * scheme.delta();
        return new SampleDesign.Unit(code, matters, drawn, interviews, half, silent, reached, dials, minutes / 60);
    }

    /** The county's own interval: normal, from the units' errors. */
    private SampleDesign.Unit total(List<SampleDesign.Unit> rows, double variance) {
        double half = NORMAL.inverseSurvivalProbability((1 - scheme.level()) / 2) * Math.sqrt(variance);
        return row(
                "",
                rows.stream().mapToLong(SampleDesign.Unit::matters).sum(),
                rows.stream().mapToLong(SampleDesign.Unit::drawn).sum(),
                half,
                rows.stream().allMatch(SampleDesign.Unit::reached));
    }
}
