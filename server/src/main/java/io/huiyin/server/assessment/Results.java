package io.huiyin.server.assessment;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Scheme;
import io.huiyin.server.assessment.InputStore.OutcomeRow;
import io.huiyin.server.assessment.RatingCountStore.RatedRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 结果: computes what one cycle's spot check, records and voluntary ratings come to. A result is kept for a short while, and only
 * as long as every interview is what it was; records and ratings that come meanwhile show a minute later.
 */
@Component
public class Results {

    private final InputStore inputs;
    private final RatingCountStore ratings;
    private final UnitNames names;
    private final CycleStore cycles;
    private final Duration keep;
    private final Map<Cycle, Kept> kept = new ConcurrentHashMap<>();

    Results(
            InputStore inputs,
            RatingCountStore ratings,
            UnitNames names,
            CycleStore cycles,
            @Value("${huiyin.results.keep:1m}") Duration keep) {
        this.inputs = inputs;
        this.ratings = ratings;
        this.names = names;
        this.cycles = cycles;
        this.keep = keep;
    }

    private record Kept(CycleResult result, long at) {}

    /** Empty when no quarter of the cycle has been drawn. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CycleResult> of(Cycle cycle) {
        DrawnQuarters drawn = inputs.drawn(cycle.quarters());
        if (drawn.all().isEmpty()) return Optional.empty();
        String interviews = inputs.interviews(drawn);
        Kept known = kept.get(cycle);
        if (known != null
                && known.result.interviews().equals(interviews)
                && System.nanoTime() - known.at < keep.toNanos()) return Optional.of(known.result);
        CycleResult result = compute(cycle, drawn, interviews);
        kept.put(cycle, new Kept(result, System.nanoTime()));
        return Optional.of(result);
    }

    private CycleResult compute(Cycle cycle, DrawnQuarters drawn, String interviews) {
        Counts counts = inputs.counts(drawn);
        Scheme scheme = cycles.scheme(cycle.scheme());
        Assessment assessment = Assessment.of(counts.cells(), scheme);
        List<RatedRow> rated = ratings.rated(drawn);
        List<UnitOutcome> units = units(assessment, records(inputs.outcomes(drawn)), rated);
        return new CycleResult(
                cycle,
                drawn.quarters(),
                assessment,
                units,
                units.stream().map(UnitOutcome::record).reduce(RecordCheck.EMPTY, RecordCheck::plus),
                VoluntaryRatings.of(rated, scheme),
                interviews,
                cycle.counts() != null && !cycle.counts().equals(counts.digest()));
    }

    private List<UnitOutcome> units(Assessment assessment, Map<String, RecordCheck> records, List<RatedRow> rated) {
        Map<String, List<RatedRow>> byUnit = rated.stream().collect(Collectors.groupingBy(RatedRow::unit));
        Map<String, String> nameOf = names.all();
        return assessment.units().stream()
                .map(unit -> new UnitOutcome(
                        unit.unit(),
                        nameOf.getOrDefault(unit.unit(), unit.unit()),
                        unit,
                        records.getOrDefault(unit.unit(), RecordCheck.EMPTY),
                        VoluntaryRatings.of(byUnit.getOrDefault(unit.unit(), List.of()), assessment.scheme())))
                .toList();
    }

    private static Map<String, RecordCheck> records(List<OutcomeRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        OutcomeRow::unit,
                        row -> new RecordCheck(Map.of(row.outcome(), row.matters()), row.due(), row.inTime()),
                        RecordCheck::plus));
    }
}
