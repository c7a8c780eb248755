package io.huiyin.server.portal;

import io.huiyin.engine.Figure;
import io.huiyin.server.assessment.Cycle;
import io.huiyin.server.assessment.CycleResult;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.assessment.Results;
import io.huiyin.server.portal.HomeFigures.Heard;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The home's figures, counted from what is in the database and kept for a few minutes: the home is the page that everybody
 * opens, and counting reads every matter of a year.
 */
@Component
class CountyFigures {

    private record Kept(HomeFigures figures, long at) {}

    private final HomeFiguresStore store;
    private final Cycles cycles;
    private final Results results;
    private final Clock clock;
    private final Duration keep;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Kept kept;

    CountyFigures(
            HomeFiguresStore store,
            Cycles cycles,
            Results results,
            Clock clock,
            @Value("${huiyin.home.keep:5m}") Duration keep) {
        this.store = store;
        this.cycles = cycles;
        this.results = results;
        this.clock = clock;
        this.keep = keep;
    }

    /** While one request counts anew, the others are given what was kept. */
    HomeFigures now() {
        Kept known = kept;
        if (known != null && System.nanoTime() - known.at < keep.toNanos()) return known.figures;
        if (known != null && !counting.tryLock()) return known.figures;
        if (known == null) counting.lock();
        try {
            HomeFigures figures = count();
            kept = new Kept(figures, System.nanoTime());
            return figures;
        } finally {
            counting.unlock();
        }
    }

    private HomeFigures count() {
        QuarterSoFar quarter = new QuarterSoFar(clock.instant());
        Heard heard =
                cycles.published().stream().findFirst().flatMap(this::heard).orElse(null);
        return new HomeFigures(store.handled(quarter), heard, store.rated(quarter));
    }

    private Optional<Heard> heard(Cycle cycle) {
        return results.of(cycle).filter(CycleResult::countyShown).map(CountyFigures::heard);
    }

    private static Heard heard(CycleResult result) {
        var county = result.assessment().county();
        double score = county.score().value().value();
        double half = half(county.score().standardError(), county.degreesOfFreedom());
        return new Heard(
                result.cycle().code(),
                score,
                Math.max(0, score - half),
                Math.min(100, score + half),
                county.interviews(),
                result.ratings().counterMean());
    }

    private static double half(Figure standardError, long degreesOfFreedom) {
        return standardError.value()
                * TDistribution.of(Math.max(1, degreesOfFreedom)).inverseSurvivalProbability(0.025);
    }
}
