package io.huiyin.server.publication;

import io.huiyin.server.assessment.UnitOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where points stand in a plot, in per cent of its width, so that it fits every screen: from a round number up to 100. */
record PlotScale(int least, int most) {

    private static final int STEP = 10;
    private static final double MARGIN = 3;

    /** Wide enough for everything that is drawn. */
    static PlotScale of(Collection<UnitOutcome> units) {
        double least = units.stream()
                .flatMap(PlotScale::drawn)
                .mapToDouble(d -> d)
                .min()
                .orElse(0);
        return new PlotScale(Math.clamp((int) Math.floor(least / STEP) * STEP, 0, 100 - 2 * STEP), 100);
    }

    static PlotScale whole() {
        return new PlotScale(0, 100);
    }

    private static Stream<Double> drawn(UnitOutcome unit) {
        Stream<@Nullable Double> ratings =
                Stream.of(unit.ratings().counterMean(), unit.ratings().ownMean());
        Stream<Double> all = unit.shown()
                ? Stream.of(
                        unit.result().publishedNonresponse().low().value(),
                        unit.result().score().value().value())
                : Stream.of();
        return Stream.concat(ratings.filter(java.util.Objects::nonNull), all);
    }

    /** As an attribute of SVG. */
    String at(double points) {
        double share = (Math.clamp(points, least, most) - least) / (most - least);
        return percent(MARGIN + share * (100 - 2 * MARGIN));
    }

    String width(double low, double high) {
        double share = (Math.clamp(high, least, most) - Math.clamp(low, least, most)) / (most - least);
        return percent(Math.max(0.4, share * (100 - 2 * MARGIN)));
    }

    List<Integer> ticks() {
        return IntStream.rangeClosed(least / STEP, most / STEP)
                .map(i -> i * STEP)
                .boxed()
                .toList();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
