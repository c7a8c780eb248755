package io.huiyin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run of an assessment: the draw's groups, rating classes, county-wide spread, every unit on its own, then all. */
final class Assessing {
    private final Cells cells;
    private final Scheme scheme;
    private final Options options;
    private final SortedMap<String, UnitSample> units = new TreeMap<>(CodeOrder.COMPARATOR);
    private final List<Interviewed> interviewed;
    private final ClassMeans kappa;
    private final CaseMixFit caseMix;
    private final Beside<Chain> chain;
    private final CellValue points;
    private final CellValue residual;
    private final CellValue inflation;
    private final County county;
    private final Moderation moderation;
    private final Optional<Clustering> clustering;

    /** Errors that allow for one person's answers resembling each other. */
    private record Clustering(Persons persons, PersonEffects effects) {}

    Assessing(Cells cells, Scheme scheme, Options options) {
        this.cells = cells;
        this.scheme = scheme;
        this.options = options;
        cells.units()
                .forEach((unit, strata) -> units.put(
                        unit, cells.twoStage() ? Stages.of(strata, cells.sectionsOf(unit)) : Pools.of(strata)));
        if (units.isEmpty()) {
            throw new IllegalArgumentException("there is no matter to assess");
        }
        interviewed = Interviewed.of(cells, units);
        kappa = new ClassMeans(units.values(), scheme);
        ClassMeans means = kappa;
        points = (c, y) -> scheme.score(y);
        residual = (c, y) -> scheme.score(y) - means.of(c);
        inflation = (c, y) -> scheme.score(c) - scheme.score(y);
        chain = new Beside<>(
                options,
                () -> new Chaining(cells, interviewed, means, residual, scheme.level()).chain(options.withPosts()));
        caseMix = new CaseMixFit(cells, units, interviewed, scheme);
        clustering = cells.hasPersons() ? Optional.of(clustering()) : Optional.empty();
        county = new County(units.values(), kappa, scheme, cells.twoStage(), clustering.map(Clustering::persons));
        moderation = new Moderation(
                units.values(),
                residual,
                unit -> score(unit).value().value(),
                scheme,
                cells.twoStage(),
                clustering.map(Clustering::effects));
    }

    private Clustering clustering() {
        if (cells.twoStage()) {
            throw new IllegalArgumentException("persons are taken into account in stratified frames only");
        }
        Persons persons = new Persons(interviewed);
        return new Clustering(persons, new PersonEffects(persons, units.values(), residual));
    }

    Assessment assessment() {
        boolean adjusted = switch (options.compared()) {
            case ADJUSTED -> true;
            case PLAIN -> false;
            case BY_FRAME -> !cells.hasKinds();
        };
        List<UnitResult> alone = units.keySet().stream().map(this::unitAlone).toList();
        Optional<CaseMixErrors> errors = options.caseMixVariance()
                ? Optional.of(new CaseMixErrors(caseMix, interviewed, scheme))
                : Optional.empty();
        Peers peers = Peers.compare(alone, new Peers.Comparison(scheme, options, adjusted, errors));
        return new Assessment(
                scheme,
                peers.units(),
                kappa.list(),
                county.result(points, residual, inflation),
                peers.groups(),
                caseMix.result(errors),
                adjusted,
                SectionMean.of(interviewed, points),
                chain.result(),
                peers.standings(),
                clustering.map(this::cluster),
                nonresponse(peers.tipping()),
                cells.traces().isEmpty() ? Optional.empty() : Optional.of(signals(peers.units())));
    }

    private Signals signals(List<UnitResult> results) {
        Signalling signalling = new Signalling(cells, scheme);
        Map<String, Estimate> selectivity = new HashMap<>();
        units.forEach((code, unit) -> selectivity.put(code, selectivity(unit)));
        return new Signals(signalling.persons(), signalling.units(results, selectivity));
    }

    /** D of the rated matters minus D of the others, with the variance of the difference. */
    private Estimate selectivity(UnitSample unit) {
        long ratings = County.ratings(unit);
        Estimate rated = DomainMean.of(unit, unit.rated(), residual, Reason.NO_PAIR);
        Estimate others = DomainMean.of(unit, unit.unrated(), residual, Reason.NO_PAIR);
        if (!rated.value().isKnown() || !others.value().isKnown()) {
            return Estimate.missing(Reason.NO_PAIR);
        }
        ExactSum predicted = new ExactSum();
        for (int c = 1; c <= 5; c++) {
            predicted.add(unit.matters(c) * kappa.of(c));
        }
        double difference = predicted.value() / ratings
                + rated.value().value()
                - kappa.of(0)
                - others.value().value();
        return new Estimate(Figure.of(difference), Figure.of(Math.sqrt(DomainMean.differenceVariance(unit, residual))));
    }

    private Nonresponse nonresponse(List<Figure> tipping) {
        Nonresponse silent = new Silent(cells, units, interviewed, scheme).nonresponse();
        List<Nonresponse.Reweighted> rows = new ArrayList<>();
        for (int i = 0; i < tipping.size(); i++) {
            rows.add(silent.units().get(i).withTipping(tipping.get(i)));
        }
        return new Nonresponse(
                silent.response(), silent.indicator(), silent.classes(), silent.raking(), silent.county(), rows);
    }

    private Cluster cluster(Clustering by) {
        List<Cluster.Unit> effects = new ArrayList<>();
        units.forEach((code, unit) -> effects.add(new Cluster.Unit(
                code,
                by.persons.number(List.of(unit)),
                by.persons.largest(unit),
                by.effects.effect(unit, scheme.priorDf()),
                by.effects.variance(unit).df())));
        return new Cluster(
                effects,
                by.persons.number(units.values()),
                by.effects.correlation(),
                county.overPersons(residual).df());
    }

    private UnitResult unitAlone(String code) {
        UnitSample unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("no such unit: " + code);
        }
        Figure coverage = cells.coverageOf(code);
        Moderation.Moderated moderated = moderation.of(unit);
        Estimate score = score(unit);
        Interval interval = moderation.interval(score, moderated);
        Figure response = unit.drawn() == 0 ? Figure.missing(Reason.NOT_DRAWN) : Figure.of(unit.response());
        double shift = interval.isKnown() ? (1 - response.value()) * scheme.delta() : 0;
        Interval published = moderation.published(score, moderated);
        Figure error = moderated.error();
        Figure compared = cells.twoStage() && error.isKnown() ? score.standardError() : error;
        return new UnitResult(
                code,
                cells.kindOf(code),
                status(unit, coverage),
                unit.matters(),
                unit.drawn(),
                unit.interviews(),
                unit.strata(),
                unit.collapsed(),
                unit.interviews() == unit.matters(),
                County.ratings(unit),
                county.ratingMean(List.of(unit)),
                stratified(unit, points),
                stratified(unit, (c, y) -> y >= scheme.goodFrom() ? 1 : 0),
                score,
                error,
                moderated.df(),
                compared,
                score.value().isKnown() ? Figure.of(score.value().value() - caseMix.shift(code)) : score.value(),
                interval,
                interval.within(scheme.least(), scheme.most()),
                published,
                response,
                interval.widened(shift),
                published.widened(shift).within(scheme.least(), scheme.most()),
                coverage,
                DomainMean.ofRated(List.of(unit), inflation),
                Flag.NOT_COMPARED,
                Flag.NOT_COMPARED);
    }

    private Status status(UnitSample unit, Figure coverage) {
        if (coverage.isKnown() && coverage.value() < scheme.coverage()) {
            return Status.CONTACTS_MISSING;
        }
        if (unit.interviews() == 0) {
            return Status.NOT_ASSESSED;
        }
        return unit.interviews() < scheme.minimumShown() ? Status.TOO_FEW : Status.OK;
    }

    private Estimate stratified(UnitSample unit, CellValue value) {
        if (unit.interviews() == 0) {
            return Estimate.missing(Reason.NOT_ASSESSED);
        }
        StratifiedMean mean = unit.mean(value, 0);
        if (unit.isLonely()) {
            return new Estimate(Figure.of(mean.mean()), Figure.missing(Reason.ONE_INTERVIEW));
        }
        double variance =
                clustering.map(c -> c.persons.of(unit, value).variance()).orElse(mean.variance());
        return Estimate.of(mean.mean(), variance);
    }

    /** D = (1/N) sum_c N_c kappa_c + sum_h W_h ebar_h. */
    private Estimate score(UnitSample unit) {
        Estimate mean = stratified(unit, residual);
        return mean.value().isKnown()
                ? new Estimate(Figure.of(kappa.predicted(unit) + mean.value().value()), mean.standardError())
                : mean;
    }
}
