package io.huiyin.server.assessment;

import io.huiyin.engine.Assessment;
import io.huiyin.engine.Interval;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.web.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 结果: everything about one cycle, computed from what is in the database now.
 *
 * @param drawn the quarters that have been drawn; only they count
 * @param assessment the engine's numbers
 * @param units in the order of codes
 * @param record all units together
 * @param ratings all units together
 * @param interviews what the interviews were when this was computed; another text, another result
 * @param changed whether an input is not what it was when the result was published
 */
public record CycleResult(
        Cycle cycle,
        List<Quarter> drawn,
        Assessment assessment,
        List<UnitOutcome> units,
        RecordCheck record,
        VoluntaryRatings ratings,
        String interviews,
        boolean changed) {

    public CycleResult {
        drawn = List.copyOf(drawn);
        units = List.copyOf(units);
    }

    public UnitOutcome unit(String code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("unit " + code + " in " + cycle.code()));
    }

    /** Whether enough people were asked in the whole county to show a number. */
    public boolean countyShown() {
        return assessment.county().interviews() >= assessment.scheme().minimumShown()
                && assessment.county().score().value().isKnown();
    }

    /** Where the county as a whole stands, with its uncertainty. */
    public Interval countyBand() {
        return assessment.county().score().normalInterval(assessment.scheme().level());
    }

    public long drawnMatters() {
        return units.stream().mapToLong(unit -> unit.result().drawn()).sum();
    }

    /** The county's gap between counter and spot check, in points; null when either is missing. */
    public @Nullable Double gap() {
        return ratings.counterMean() != null
                        && assessment.county().score().value().isKnown()
                ? ratings.counterMean() - assessment.county().score().value().value()
                : null;
    }
}
