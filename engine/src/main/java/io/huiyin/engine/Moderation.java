package io.huiyin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The moderated error of a unit's score (METHODS 2.4): with few interviews the spread of a unit's answers is uncertain
 * itself, so it is mixed with the county's, as if some more interviews had been made with that spread.
 */
final class Moderation {
    private final Scheme scheme;
    private final CellValue residual;
    private final ToDoubleFunction<UnitSample> score;
    private final Optional<PersonEffects> persons;
    private final Wilson wilson;
    private final List<Pooled> stages = new ArrayList<>();

    /**
     * The county's spread at one stage of the draw, and how many degrees of freedom it is worth in a unit.
     *
     * @param room mean of the units' rooms, weighted with their degrees of freedom
     */
    private record Pooled(double squares, long df, double room, double priorDf) {
        double spread() {
            return df == 0 ? 0 : squares / df;
        }
    }

    /**
     * A moderated error with its degrees of freedom.
     *
     * @param df 0 where the error is 0 or missing
     * @param perRoom variance of the score per unit of room ({@link Wilson}); infinite where nothing is known of it
     */
    record Moderated(Figure error, double df, double perRoom) {
        static Moderated missing(Reason reason) {
            return new Moderated(Figure.missing(reason), 0, 0);
        }
    }

    /**
     * From all units of a county.
     *
     * @param score of a unit with an interview
     * @param persons what one person's answers resembling each other does to the errors, if the frame names persons
     */
    Moderation(
            Collection<UnitSample> units,
            CellValue residual,
            ToDoubleFunction<UnitSample> score,
            Scheme scheme,
            boolean twoStage,
            Optional<PersonEffects> persons) {
        this.scheme = scheme;
        this.residual = residual;
        this.score = score;
        this.persons = persons;
        wilson = new Wilson(scheme.least(), scheme.most());
        List<List<UnitSample.Spread>> all =
                units.stream().map(u -> u.spreads(residual)).toList();
        for (int stage = 0; stage < all.getFirst().size(); stage++) {
            boolean sections = twoStage && stage == 0;
            double priorDf = sections ? scheme.sectionPriorDf() : scheme.priorDf();
            stages.add(new Pooled(squares(all, stage), df(all, stage), room(units, all, stage), priorDf));
        }
    }

    /** s0^2 = sum (r-1) s2 / sum (r-1), county-wide, at the first stage of the draw. */
    static double spread(Collection<UnitSample> units, CellValue value) {
        List<List<UnitSample.Spread>> all =
                units.stream().map(u -> u.spreads(value)).toList();
        long df = df(all, 0);
        return df == 0 ? 0 : squares(all, 0) / df;
    }

    private static double squares(List<List<UnitSample.Spread>> all, int stage) {
        ExactSum squares = new ExactSum();
        all.forEach(spreads -> squares.add(spreads.get(stage).squares()));
        return squares.value();
    }

    private static long df(List<List<UnitSample.Spread>> all, int stage) {
        return all.stream().mapToLong(spreads -> spreads.get(stage).df()).sum();
    }

    private double room(Collection<UnitSample> units, List<List<UnitSample.Spread>> all, int stage) {
        ExactSum rooms = new ExactSum();
        int place = 0;
        for (UnitSample unit : units) {
            long df = all.get(place++).get(stage).df();
            rooms.add(df == 0 ? 0 : df * wilson.room(score.applyAsDouble(unit)));
        }
        return rooms.value() / Math.max(1, df(all, stage));
    }

    /**
     * sqrt(sum over stages of k s_u^2) with s_u^2 = (d0 s0^2 + sum (r-1) s2) / (d0 + df_u); 0 for a complete count. Its
     * degrees of freedom are d0 + df_u of the first stage that was not complete. Where the frame names persons, times
     * their effect, with the degrees of freedom they leave ({@link PersonEffects}).
     */
    Moderated of(UnitSample unit) {
        if (unit.interviews() == 0) {
            return Moderated.missing(Reason.NOT_ASSESSED);
        }
        if (unit.interviews() == unit.matters()) {
            return new Moderated(Figure.of(0), 0, 0);
        }
        if (unit.isLonely()) {
            return Moderated.missing(Reason.ONE_INTERVIEW);
        }
        ExactSum variance = new ExactSum();
        double perRoom = 0;
        double room = wilson.room(score.applyAsDouble(unit));
        double freedom = 0;
        List<UnitSample.Spread> spreads = unit.spreads(residual);
        for (int stage = 0; stage < spreads.size(); stage++) {
            UnitSample.Spread own = spreads.get(stage);
            Pooled county = stages.get(stage);
            if (own.factor() > 0) {
                if (county.df == 0) {
                    return Moderated.missing(Reason.NO_SPREAD);
                }
                double squares = county.priorDf * county.spread() + own.squares();
                variance.add(squares / (county.priorDf + own.df()) * own.factor());
                perRoom += Wilson.perRoom(squares, county.priorDf * county.room + own.df() * room) * own.factor();
                freedom = freedom == 0 ? county.priorDf + own.df() : freedom;
            }
        }
        if (variance.value() == 0) {
            return Moderated.missing(Reason.IDENTICAL_ANSWERS);
        }
        double effect = persons.map(p -> p.effect(unit, scheme.priorDf())).orElse(1.0);
        double lost = persons.map(p -> unit.df() - p.df(unit)).orElse(0.0);
        return new Moderated(Figure.of(Math.sqrt(effect * variance.value())), freedom - lost, effect * perRoom);
    }

    /** D -+ t(df) times the moderated error, not truncated. */
    Interval interval(Estimate score, Moderated moderated) {
        return switch (moderated.error) {
            case Figure.Missing missing -> Interval.missing(missing.reason());
            case Figure.Known error -> Interval.around(score.value().value(), times(moderated) * error.value());
        };
    }

    /** Wilson's interval, which lies within the possible scores; a missing or complete one as {@link #interval}. */
    Interval published(Estimate score, Moderated moderated) {
        if (!moderated.error.isKnown() || moderated.error.value() == 0) {
            return interval(score, moderated).within(scheme.least(), scheme.most());
        }
        return wilson.around(score.value().value(), times(moderated), moderated.perRoom);
    }

    /** The factor of the error; 0 where there is no error. */
    private double times(Moderated moderated) {
        if (moderated.error.value() == 0) {
            return 0;
        }
        return TDistribution.of(moderated.df).inverseSurvivalProbability((1 - scheme.level()) / 2);
    }
}
