package io.huiyin.server.publication;

import io.huiyin.engine.Figure;
import io.huiyin.server.assessment.UnitOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what the table of units can be put in order. It is an order for reading and never a rank. */
enum SortColumn {
    NAME(unit -> null),
    MATTERS(unit -> (double) unit.result().matters()),
    INTERVIEWS(unit -> (double) unit.result().interviews()),
    RESPONSE(unit -> known(unit, unit.result().response())),
    SCORE(unit -> known(unit, unit.result().score().value())),
    SPOT_CHECK(unit -> known(unit, unit.result().spotCheck().value())),
    COUNTER(unit -> unit.ratings().counterMean()),
    OWN(unit -> unit.ratings().ownMean()),
    GAP(UnitOutcome::gap),
    IN_TIME(unit -> unit.record().due() == 0
            ? null
            : (double) unit.record().inTime() / unit.record().due()),
    WORD(unit -> unit.shown() ? (double) unit.result().flagStanding().ordinal() : null);

    private final Function<UnitOutcome, @Nullable Double> number;

    SortColumn(Function<UnitOutcome, @Nullable Double> number) {
        this.number = number;
    }

    /** As in the address. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The column an address asks for; anything else is the score. */
    static SortColumn of(String word) {
        for (SortColumn column : values()) if (column.word().equals(word)) return column;
        return SCORE;
    }

    /** Missing numbers stand last in both directions; equals stand in the order of codes. */
    List<UnitOutcome> sorted(List<UnitOutcome> units, boolean descending) {
        return units.stream().sorted(order(descending)).toList();
    }

    private Comparator<UnitOutcome> order(boolean descending) {
        if (this == NAME) {
            Comparator<UnitOutcome> byName = Comparator.comparing(UnitOutcome::name);
            return descending ? byName.reversed() : byName;
        }
        Comparator<Double> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (a, b) -> {
            Double first = number.apply(a);
            Double second = number.apply(b);
            if (first == null || second == null) return Boolean.compare(first == null, second == null);
            return direction.compare(first, second);
        };
    }

    private static @Nullable Double known(UnitOutcome unit, Figure figure) {
        return unit.shown() && figure instanceof Figure.Known known ? known.value() : null;
    }
}
