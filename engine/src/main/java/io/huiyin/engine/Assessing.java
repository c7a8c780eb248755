package io.huiyin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/** One run of an assessment: collapse, rating classes, county-wide spread, then every unit on its own. */
final class Assessing {
    private final Cells cells;
    private final Scheme scheme;
    private final SortedMap<String, Pools> units = new TreeMap<>(CodeOrder.COMPARATOR);
    private final List<StratumCounts> allPools = new ArrayList<>();
    private final ClassMeans kappa;
    private final CellValue points;
    private final CellValue residual;
    private final CellValue inflation;
    private final long df;
    private final double residualSpread;

    Assessing(Cells cells, Scheme scheme) {
        this.cells = cells;
        this.scheme = scheme;
        cells.units().forEach((unit, strata) -> units.put(unit, Pools.of(strata)));
        if (units.isEmpty()) {
            throw new IllegalArgumentException("there is no matter to assess");
        }
        units.values().forEach(unit -> allPools.addAll(unit.pools()));
        kappa = new ClassMeans(allPools, scheme);
        ClassMeans means = kappa;
        points = (c, y) -> scheme.score(y);
        residual = (c, y) -> scheme.score(y) - means.of(c);
        inflation = (c, y) -> scheme.score(c) - scheme.score(y);
        df = units.values().stream().mapToLong(Pools::df).sum();
        residualSpread = spread(residual);
    }

    Assessment assessment() {
        List<UnitResult> alone = units.keySet().stream().map(this::unitAlone).toList();
        Peers peers = Peers.compare(alone, scheme);
        return new Assessment(scheme, peers.units(), kappa.list(), county(), peers.groups());
    }

    /** s0^2 = sum (r-1) s2 / sum (r-1): the spread within strata, county-wide; 0 without degrees of freedom. */
    private double spread(CellValue value) {
        return df == 0 ? 0 : squares(allPools, value) / df;
    }

    private static double squares(List<StratumCounts> pools, CellValue value) {
        ExactSum squares = new ExactSum();
        for (StratumCounts pool : pools) {
            if (pool.interviews() > 1) {
                squares.add(Moments.of(pool, value).squares());
            }
        }
        return squares.value();
    }

    private UnitResult unitAlone(String code) {
        Pools unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("no such unit: " + code);
        }
        Figure coverage = cells.coverageOf(code);
        Figure moderated = moderatedError(unit);
        Estimate score = score(unit);
        Interval interval = interval(unit, score, moderated);
        Figure response = response(unit);
        Interval nonresponse =
                interval.isKnown() ? interval.widened((1 - response.value()) * scheme.delta()) : interval;
        long ratings = ratings(unit.pools());
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
                ratings,
                ratingMean(unit.pools()),
                stratified(unit, points),
                stratified(unit, (c, y) -> y >= scheme.goodFrom() ? 1 : 0),
                score,
                moderated,
                interval,
                interval.within(scheme.least(), scheme.most()),
                response,
                nonresponse,
                coverage,
                DomainMean.ofRated(unit.pools(), inflation),
                Flag.NOT_COMPARED,
                Flag.NOT_COMPARED);
    }

    private Status status(Pools unit, Figure coverage) {
        if (coverage.isKnown() && coverage.value() < scheme.coverage()) {
            return Status.CONTACTS_MISSING;
        }
        if (unit.interviews() == 0) {
            return Status.NOT_ASSESSED;
        }
        return unit.interviews() < scheme.minimumShown() ? Status.TOO_FEW : Status.OK;
    }

    private static boolean lonely(Pools unit) {
        return unit.interviews() == 1 && unit.matters() > 1;
    }

    private Estimate stratified(Pools unit, CellValue value) {
        if (unit.interviews() == 0) {
            return Estimate.missing(Reason.NOT_ASSESSED);
        }
        StratifiedMean mean = StratifiedMean.of(unit, value, 0);
        return lonely(unit)
                ? new Estimate(Figure.of(mean.mean()), Figure.missing(Reason.ONE_INTERVIEW))
                : Estimate.of(mean.mean(), mean.variance());
    }

    /** D = (1/N) sum_c N_c kappa_c + sum_h W_h ebar_h. */
    private Estimate score(Pools unit) {
        Estimate mean = stratified(unit, residual);
        return mean.value().isKnown()
                ? new Estimate(Figure.of(predicted(unit) + mean.value().value()), mean.standardError())
                : mean;
    }

    private double predicted(Pools unit) {
        ExactSum sum = new ExactSum();
        for (int c = 0; c <= 5; c++) {
            int ratingClass = c;
            long matters =
                    unit.pools().stream().mapToLong(p -> p.matters(ratingClass)).sum();
            sum.add(matters * kappa.of(c));
        }
        return sum.value() / unit.matters();
    }

    /** sqrt(s_u^2 k) with s_u^2 = (d0 s0^2 + sum (r-1) s2) / (d0 + df_u); 0 for a complete count. */
    private Figure moderatedError(Pools unit) {
        if (unit.interviews() == 0) {
            return Figure.missing(Reason.NOT_ASSESSED);
        }
        if (unit.interviews() == unit.matters()) {
            return Figure.of(0);
        }
        if (lonely(unit)) {
            return Figure.missing(Reason.ONE_INTERVIEW);
        }
        if (df == 0) {
            return Figure.missing(Reason.NO_SPREAD);
        }
        double squares = scheme.priorDf() * residualSpread + squares(unit.pools(), residual);
        if (squares == 0) {
            return Figure.missing(Reason.IDENTICAL_ANSWERS);
        }
        double spread = squares / (scheme.priorDf() + unit.df());
        return Figure.of(Math.sqrt(spread * StratifiedMean.designFactor(unit)));
    }

    private Interval interval(Pools unit, Estimate score, Figure moderated) {
        return switch (moderated) {
            case Figure.Missing missing -> Interval.missing(missing.reason());
            case Figure.Known known -> Interval.around(score.value().value(), half(unit, known.value()));
        };
    }

    private double half(Pools unit, double error) {
        if (error == 0) {
            return 0;
        }
        TDistribution t = TDistribution.of(scheme.priorDf() + unit.df());
        return t.inverseSurvivalProbability((1 - scheme.level()) / 2) * error;
    }

    /** sum W_h r_h/n_h over the strata; they stand for all matters, drawn or not. */
    private static Figure response(Pools unit) {
        if (unit.drawn() == 0) {
            return Figure.missing(Reason.NOT_DRAWN);
        }
        if (unit.interviews() == 0) {
            return Figure.of(0);
        }
        ExactSum sum = new ExactSum();
        for (StratumCounts pool : unit.pools()) {
            sum.add((double) pool.matters() / unit.matters() * pool.interviews() / pool.drawn());
        }
        return Figure.of(Math.min(1, sum.value()));
    }

    private static long ratings(List<StratumCounts> pools) {
        return pools.stream().mapToLong(p -> p.matters() - p.matters(0)).sum();
    }

    private Figure ratingMean(List<StratumCounts> pools) {
        long all = ratings(pools);
        ExactSum sum = new ExactSum();
        for (StratumCounts pool : pools) {
            for (int c = 1; c <= 5; c++) {
                sum.add(pool.matters(c) * scheme.score(c));
            }
        }
        return all == 0 ? Figure.missing(Reason.NO_RATING) : Figure.of(sum.value() / all);
    }

    private CountyResult county() {
        List<Pools> assessed =
                units.values().stream().filter(u -> u.interviews() > 0).toList();
        long matters = assessed.stream().mapToLong(Pools::matters).sum();
        return new CountyResult(
                matters,
                assessed.stream().mapToLong(Pools::interviews).sum(),
                units.size() - assessed.size(),
                total(assessed, points, false),
                total(assessed, residual, true),
                ratingMean(allPools),
                df,
                DomainMean.ofRated(allPools, inflation));
    }

    /** sum N_u mean_u / N with variance sum N_u^2 V_u / N^2. */
    private Estimate total(List<Pools> assessed, CellValue value, boolean withPredicted) {
        double matters = assessed.stream().mapToLong(Pools::matters).sum();
        if (matters == 0) {
            return Estimate.missing(Reason.NO_INTERVIEW);
        }
        double borrowed = spread(value);
        ExactSum mean = new ExactSum();
        ExactSum variance = new ExactSum();
        for (Pools unit : assessed) {
            StratifiedMean own = StratifiedMean.of(unit, value, borrowed);
            double share = unit.matters() / matters;
            mean.add(share * own.mean());
            mean.add(withPredicted ? share * predicted(unit) : 0);
            variance.add(share * share * own.variance());
        }
        boolean noSpread = df == 0 && assessed.stream().anyMatch(Assessing::lonely);
        return noSpread
                ? new Estimate(Figure.of(mean.value()), Figure.missing(Reason.NO_SPREAD))
                : Estimate.of(mean.value(), variance.value());
    }
}
