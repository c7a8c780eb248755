package io.huiyin.server.publication;

import io.huiyin.engine.PeerGroup;
import io.huiyin.server.assessment.CycleResult;
import io.huiyin.server.assessment.UnitOutcome;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of one kind on one plot with the table behind it.
 *
 * @param kind department, township or other
 * @param mean what the units are compared with, in points; null when there are too few
 * @param scale the same for all kinds of a page
 * @param plotted by score, those without a number last
 * @param rows in the order asked for
 */
record KindView(
        String kind, @Nullable Double mean, PlotScale scale, List<UnitOutcome> plotted, List<UnitOutcome> rows) {

    static final List<String> KINDS = List.of("department", "township", "other");

    static List<KindView> of(CycleResult result, SortColumn sort, boolean descending) {
        PlotScale scale = PlotScale.of(result.units());
        return KINDS.stream()
                .map(kind -> view(result, kind, scale, sort, descending))
                .filter(view -> !view.rows.isEmpty())
                .toList();
    }

    private static KindView view(
            CycleResult result, String kind, PlotScale scale, SortColumn sort, boolean descending) {
        List<UnitOutcome> units = result.units().stream()
                .filter(unit -> unit.result().kind().equals(kind))
                .toList();
        return new KindView(
                kind, mean(result, kind), scale, SortColumn.SCORE.sorted(units, true), sort.sorted(units, descending));
    }

    private static @Nullable Double mean(CycleResult result, String kind) {
        return result.assessment().peers().stream()
                .filter(peers -> peers.kind().equals(kind))
                .map(PeerGroup::mean)
                .filter(figure -> figure.isKnown())
                .map(figure -> figure.value())
                .findFirst()
                .orElse(null);
    }

    static List<SortColumn> columns() {
        return Arrays.asList(SortColumn.values());
    }
}
