package io.huiyin.server.assessment;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Scheme;
import io.huiyin.server.assessment.InputStore.OutcomeRow;
import io.huiyin.server.assessment.RatingCountStore.RatedRow;
import io.huiyin.server.calendar.Quarter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 结果: computes what one cycle's spot check, records and voluntary ratings come to. */
@Component
public class Results {

    private final InputStore inputs;
    private final RatingCountStore ratings;
    private final UnitNames names;
    private final CycleStore cycles;

    Results(InputStore inputs, RatingCountStore ratings, UnitNames names, CycleStore cycles) {
        this.inputs = inputs;
        this.ratings = ratings;
        this.names = names;
        this.cycles = cycles;
    }

    /** Empty when no quarter of the cycle has been drawn. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CycleResult> of(Cycle cycle) {
        List<Quarter> drawn = inputs.drawn(cycle.quarters());
        Counts counts = inputs.counts(drawn);
        if (counts.isEmpty()) return Optional.empty();
        Scheme scheme = cycles.scheme(cycle.scheme());
        Assessment assessment = Assessment.of(counts.cells(), scheme);
        Map<String, RecordCheck> records = records(inputs.outcomes(drawn));
        List<RatedRow> rated = ratings.rated(drawn);
        Map<String, List<RatedRow>> byUnit = rated.stream().collect(Collectors.groupingBy(RatedRow::unit));
        Map<String, String> nameOf = names.all();
        List<UnitOutcome> units = assessment.units().stream()
                .map(unit -> new UnitOutcome(
                        unit.unit(),
                        nameOf.getOrDefault(unit.unit(), unit.unit()),
                        unit,
                        records.getOrDefault(unit.unit(), RecordCheck.EMPTY),
                        VoluntaryRatings.of(byUnit.getOrDefault(unit.unit(), List.of()), scheme)))
                .toList();
        return Optional.of(new CycleResult(
                cycle,
                drawn,
                assessment,
                units,
                units.stream().map(UnitOutcome::record).reduce(RecordCheck.EMPTY, RecordCheck::plus),
                VoluntaryRatings.of(rated, scheme),
                cycle.counts() != null && !cycle.counts().equals(counts.digest())));
    }

    private static Map<String, RecordCheck> records(List<OutcomeRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        OutcomeRow::unit,
                        row -> new RecordCheck(Map.of(row.outcome(), row.matters()), row.due(), row.inTime()),
                        RecordCheck::plus));
    }
}
