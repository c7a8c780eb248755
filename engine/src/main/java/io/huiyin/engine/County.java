package io.huiyin.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The county from its units: every unit weighs as many matters as it has; those without an interview are left out. */
final class County {
    private final Collection<UnitSample> units;
    private final ClassMeans kappa;
    private final Scheme scheme;
    private final boolean twoStage;
    private final Optional<Persons> persons;
    private final long df;

    County(Collection<UnitSample> units, ClassMeans kappa, Scheme scheme, boolean twoStage, Optional<Persons> persons) {
        this.units = units;
        this.kappa = kappa;
        this.scheme = scheme;
        this.twoStage = twoStage;
        this.persons = persons;
        df = units.stream().mapToLong(UnitSample::df).sum();
    }

    /** The county's mean over the units with an interview, allowing for persons. */
    Persons.Variance overPersons(CellValue value) {
        List<UnitSample> assessed =
                units.stream().filter(u -> u.interviews() > 0).toList();
        double matters = assessed.stream().mapToLong(UnitSample::matters).sum();
        return persons.orElseThrow().of(assessed, u -> u.matters() / matters, value);
    }

    static long ratings(UnitSample unit) {
        return unit.matters() - unit.matters(0);
    }

    Figure ratingMean(Collection<UnitSample> some) {
        long all = some.stream().mapToLong(County::ratings).sum();
        ExactSum sum = new ExactSum();
        for (UnitSample unit : some) {
            for (int c = 1; c <= 5; c++) {
                sum.add(unit.matters(c) * scheme.score(c));
            }
        }
        return all == 0 ? Figure.missing(Reason.NO_RATING) : Figure.of(sum.value() / all);
    }

    /** The county's numbers, given what an answer is worth, what kappa missed of it, and how far a rating lies above it. */
    CountyResult result(CellValue points, CellValue residual, CellValue inflation) {
        List<UnitSample> assessed =
                units.stream().filter(u -> u.interviews() > 0).toList();
        Estimate score = score(assessed, residual);
        Figure response = response(assessed);
        Interval interval = score.normalInterval(scheme.level());
        return new CountyResult(
                assessed.stream().mapToLong(UnitSample::matters).sum(),
                assessed.stream().mapToLong(UnitSample::interviews).sum(),
                units.size() - assessed.size(),
                twoStage ? DomainMean.ofAll(assessed, points) : total(assessed, points),
                score,
                interval,
                response,
                interval.isKnown() ? interval.widened((1 - response.value()) * scheme.delta()) : interval,
                ratingMean(units),
                persons.isPresent() ? (long) overPersons(residual).df() : df,
                DomainMean.ofRated(assessed, inflation));
    }

    /** Share of the county's matters for which the answer would have come. */
    private static Figure response(List<UnitSample> assessed) {
        ExactSum answered = new ExactSum();
        assessed.forEach(u -> answered.add(u.matters() * u.response()));
        double matters = assessed.stream().mapToLong(UnitSample::matters).sum();
        return matters == 0 ? Figure.missing(Reason.NO_INTERVIEW) : Figure.of(Math.min(1, answered.value() / matters));
    }

    /** D of the county: what kappa says of all matters plus the mean of what it missed. */
    private Estimate score(List<UnitSample> assessed, CellValue residual) {
        Estimate missed = twoStage ? DomainMean.ofAll(assessed, residual) : total(assessed, residual);
        if (!missed.value().isKnown()) {
            return missed;
        }
        double matters = assessed.stream().mapToLong(UnitSample::matters).sum();
        ExactSum sum = new ExactSum();
        sum.add(missed.value().value());
        assessed.forEach(unit -> sum.add(unit.matters() / matters * kappa.predicted(unit)));
        return new Estimate(Figure.of(sum.value()), missed.standardError());
    }

    /** sum N_u mean_u / N with variance sum N_u^2 V_u / N^2. */
    private Estimate total(List<UnitSample> assessed, CellValue value) {
        double matters = assessed.stream().mapToLong(UnitSample::matters).sum();
        if (matters == 0) {
            return Estimate.missing(Reason.NO_INTERVIEW);
        }
        double borrowed = Moderation.spread(units, value);
        ExactSum mean = new ExactSum();
        ExactSum variance = new ExactSum();
        for (UnitSample unit : assessed) {
            StratifiedMean own = unit.mean(value, borrowed);
            double share = unit.matters() / matters;
            mean.add(share * own.mean());
            variance.add(share * share * own.variance());
        }
        boolean noSpread = df == 0 && assessed.stream().anyMatch(UnitSample::isLonely);
        if (noSpread) {
            return new Estimate(Figure.of(mean.value()), Figure.missing(Reason.NO_SPREAD));
        }
        if (persons.isPresent()) {
            Persons.Variance over = overPersons(value);
            variance.add(over.variance());
            variance.add(-over.plain());
        }
        return Estimate.of(mean.value(), Math.max(0, variance.value()));
    }
}
